import type { ContentFacts } from '../facts.ts';
import { rightsTable } from './markdown.ts';
import { addressOf, titleOf } from './terms.ts';

/** LICENSE of the data: the terms of the tables, and those of the articles that they quote. */
export function license({ about, sources }: ContentFacts): string {
  return `${[
    `# Licence of: ${titleOf(about).replaceAll(/\s+/g, ' ')}`,
    '## The tables',
    ofTables(about.license),
    '## What they quote',
    ofQuotes,
    rightsTable(sources),
  ].join('\n\n')}\n`;
}

function ofTables(stated: string | undefined): string {
  if (stated === undefined) {
    return `Those who made this release have not stated a licence: ask them before you publish its tables again. Nothing here takes
away what the law of your country allows without a licence.`;
  }
  const address = addressOf(stated);
  return `Those who made this release put its tables under **${stated}**${address === null || address === stated ? '' : ` (${address})`}, as far as they
are theirs to give: which facts were found, their values, keys, offsets and links.`;
}

const ofQuotes = `The words of the articles – in \`texts/\` and in columns such as \`quote\`, \`sentence\`, \`text\`, \`value_text\`, \`title\` – belong to those who
wrote or published them, and stay under their terms, listed below. What a release shows of a text is decided by the rights that
were stated for it: \`full\`, the whole text; \`snippet\`, quotes with their sentences; \`hash_only\`, neither, only the hash of the text, the
offsets in it, and what was read off: names, measures, values.`;
