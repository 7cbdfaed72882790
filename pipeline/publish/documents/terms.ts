import { dataLicenses, type ReleaseDescription } from '#schemas/stages/release-description.ts';

/** What a release is called where nobody gave it a title. */
export const titleOf = ({ title }: ReleaseDescription): string => title ?? 'Dataset read from news articles';

/** What it says of itself where nobody described it. */
export const descriptionOf = ({ description }: ReleaseDescription): string =>
  description ??
  'Facts that news articles state, each with the article, the exact characters and the sentence that state it.';

/** Words by which it is found. */
export const keywordsOf = ({ keywords }: ReleaseDescription): readonly string[] =>
  keywords ?? ['news', 'statistics', 'events', 'quotations', 'provenance'];

/** Name of a maker as it is printed. */
export const nameOf = (creator: NonNullable<ReleaseDescription['creators']>[number]): string =>
  'name' in creator ? creator.name : `${creator.given_names} ${creator.family_names}`;

/** Is a licence one that has an SPDX name here? */
export const isSpdx = (license: string): boolean => dataLicenses.safeParse(license).success;

/** Address of a licence; null for words that name none. */
export function addressOf(license: string): string | null {
  if (isSpdx(license)) return `https://spdx.org/licenses/${license}.html`;
  return /^https?:\/\/\S+$/.test(license) ? license : null;
}
