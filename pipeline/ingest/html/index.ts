import { decode } from '../decode.ts';
import type { InputFormat } from '../format.ts';
import { single } from '../single.ts';
import { claimedEncoding } from './claimed-encoding.ts';
import { readPage } from './read-page.ts';

/** A web page: its main text is the article, one block a line. */
export const html: InputFormat = {
  name: 'html',
  extensions: ['.html', '.htm'],
  read: (source) =>
    single(source, 'html', (bytes) => {
      const markup = decode(bytes, source.path, { declared: source.encoding, claimed: claimedEncoding });
      const { text, outline, metadata, language } = readPage(markup, source.path);
      const inside = [{ place: `${source.path} (page)`, isOwn: true, metadata }];
      return { text, outline, inside, languageHint: language, warnings: [] };
    }),
};
