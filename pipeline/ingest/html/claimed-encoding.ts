import { encodingOf } from '../decode.ts';

/** How far into a page its encoding is looked for, in bytes. */
const headBytes = 4096;

/** The encoding that `<meta charset>` claims; UTF-16 cannot be read so and therefore means UTF-8. */
export function claimedEncoding(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, headBytes)).toString('latin1');
  const label = /<meta[^>]{0,300}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]+)/i.exec(head)?.[1];
  const encoding = label ? encodingOf(label) : null;
  return encoding?.startsWith('utf-16') ? 'utf-8' : encoding;
}
