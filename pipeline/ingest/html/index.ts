import { decode, encodingOf } from '../decode.ts';
import type { InputFormat } from '../format.ts';
import { single } from '../single.ts';
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

/** How far into a page its encoding is looked for, in bytes. */
const headBytes = 4096;

/** The encoding that `<meta charset>` claims; UTF-16 cannot be read so and therefore means UTF-8. */
function claimedEncoding(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, headBytes)).toString('latin1');
  const label = /<meta[^>]{0,300}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]+)/i.exec(head)?.[1];
  const encoding = label ? encodingOf(label) : null;
  return encoding?.startsWith('utf-16') ? 'utf-8' : encoding;
}
