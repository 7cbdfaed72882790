import { decode } from './decode.ts';
import type { InputFormat } from './format.ts';
import { single } from './single.ts';

/** Plain text: the file's characters are the article. */
export const text: InputFormat = {
  name: 'text',
  extensions: ['.txt'],
  read: (source) =>
    single(source, 'text', (bytes) => ({
      text: decode(bytes, source.path, { declared: source.encoding }),
      outline: [],
      inside: [],
      languageHint: null,
      warnings: [],
    })),
};
