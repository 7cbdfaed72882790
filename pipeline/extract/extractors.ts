import { affiliationsExtractor } from './affiliations.ts';
import { datesExtractor } from './dates.ts';
import { eventMentionsExtractor } from './event-mentions.ts';
import type { Extractor } from './extractor.ts';
import { mentionsExtractor } from './mentions.ts';
import { participantsExtractor } from './participants.ts';
import { quotationsExtractor } from './quotations.ts';
import { statisticsExtractor } from './statistics.ts';

/** Every extractor, in the order in which they run. A new kind of fact is one file and one line here. */
export const extractors: readonly Extractor[] = [
  mentionsExtractor,
  affiliationsExtractor,
  datesExtractor,
  statisticsExtractor,
  eventMentionsExtractor,
  participantsExtractor,
  quotationsExtractor,
];
