import type { DocumentEntity } from '#schemas/stages/extraction.ts';
import type { EntityType } from '#schemas/vocabulary.ts';
import { contentKey } from '../../identity.ts';
import type { Known } from '../../resources/gazetteer.ts';
import type { Read } from './index.ts';

/** An entity while its names are being collected. */
export interface Draft {
  readonly type: EntityType;
  name: string;
  subtype: string | null;
  country: string | null;
  latitude: number | null;
  longitude: number | null;
  gazetteerId: string | null;
  /** Indexes of its names in the document. */
  readonly names: number[];
  readonly roles: string[];
}

/** An entity that only this article's words tell of. */
export const draftOf = (type: EntityType, name: string, subtype: string | null = null): Draft => ({
  ...{ type, name, subtype, country: null, latitude: null, longitude: null, gazetteerId: null },
  names: [],
  roles: [],
});

/** An entity that a gazetteer knows. */
export const draftOfKnown = (known: Known): Draft => ({
  ...{ type: known.type, name: known.name, subtype: known.subtype, country: known.country },
  ...{ latitude: known.latitude, longitude: known.longitude, gazetteerId: known.id, names: [], roles: [] },
});

/** Text of a name as printed, white space as one blank. */
export const printed = ({ text, names }: Read, index: number): string =>
  text.slice(names[index]!.start, names[index]!.end).replace(/\s+/g, ' ');

/** The fullest form: most words, then not in capitals, then the first printed. */
export function fullest(forms: readonly string[]): string {
  const words = (form: string): number => form.split(' ').length;
  const isCapitals = (form: string): boolean => form.length > 5 && form === form.toUpperCase();
  let best = forms[0]!;
  for (const form of forms) {
    const better = words(form) - words(best) || Number(isCapitals(best)) - Number(isCapitals(form));
    if (better > 0) best = form;
  }
  return best;
}

/** What `extract` hands on of an entity. One word without a gazetteer entry means nothing beyond its article. */
export function entityOf(document: Read, draft: Draft): DocumentEntity {
  const { type, name, subtype, country, latitude, longitude, gazetteerId } = draft;
  const isLocal = gazetteerId === null && !/\S\s+\S/.test(name);
  const place = isLocal ? [document.article.article_id] : [];
  const forms = draft.names.map((index) => printed(document, index));
  return {
    entity_id: contentKey('e', [type, name, gazetteerId, ...place]),
    ...{ name, type, subtype, country, latitude, longitude, gazetteer_id: gazetteerId },
    link_basis: gazetteerId === null ? 'document' : 'gazetteer',
    aliases: [...new Set([name, ...forms])],
    roles: byCount(draft.roles),
  };
}

/** Distinct values, most frequent first, then in text order. */
function byCount(values: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([value]) => value);
}
