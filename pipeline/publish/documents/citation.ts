import { stringify } from 'yaml';
import type { ReleaseDescription } from '#schemas/stages/release-description.ts';
import type { ReleaseFacts } from '../facts.ts';
import { addressOf, descriptionOf, isSpdx, keywordsOf, titleOf } from './terms.ts';

/** CITATION.cff: how to cite this release, so that others find exactly these bytes. */
export function citation({ about, contentHash }: ReleaseFacts): string {
  const { license, doi, url, published_on: day } = about;
  const address = license === undefined ? null : addressOf(license);
  return stringify(
    {
      'cff-version': '1.2.0',
      message:
        'Cite this release when you use its tables, and the article that a row names when you use what the row says.',
      type: 'dataset',
      title: titleOf(about),
      abstract: descriptionOf(about),
      authors: authorsOf(about),
      version: about.version ?? contentHash.slice(0, 8),
      ...(day ? { 'date-released': day } : {}),
      ...(doi ? { doi } : {}),
      identifiers: [
        { type: 'other', value: `sha256:${contentHash}`, description: 'Hash of the content of this release' },
      ],
      ...(license && isSpdx(license) ? { license } : address === null ? {} : { 'license-url': address }),
      ...(url ? { url } : {}),
      keywords: [...keywordsOf(about)],
    },
    { lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' },
  );
}

const authorsOf = ({ creators }: ReleaseDescription): object[] => {
  if (!creators) return [{ name: 'Tearsheet' }];
  return creators.map(({ url, orcid, ...names }) => {
    const own = 'name' in names ? names : { 'family-names': names.family_names, 'given-names': names.given_names };
    return { ...own, ...(url ? { website: url } : {}), ...(orcid ? { orcid } : {}) };
  });
};
