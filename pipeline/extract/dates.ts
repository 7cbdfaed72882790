import { dates } from '#schemas/tables/dates.ts';
import { extractor, type Finding } from './extractor.ts';

/** Rows of `dates`: “781 killings in [January 2025]”. */
export const datesExtractor = extractor({
  name: 'dates',
  version: 4,
  table: dates,
  *find({ times }): Iterable<Finding<typeof dates>> {
    for (const { start, end, confidence, kind, value, from, to, precision, basis } of times) {
      yield { span: { start, end }, confidence, row: { kind, value, start: from, end: to, precision, basis } };
    }
  },
});
