import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { articleOf, bytesOf, prose } from './sources.ts';

const curly = `“The café is closed,” she said — and it cost €5. ${prose}`;

const utf16 = (text: string, isBig: boolean): Uint8Array => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return isBig ? bytes.swap16() : bytes;
};

/** The characters of windows-1252 that Latin-1 does not have, and some that it has. */
const windows1252 = Buffer.concat([
  Buffer.from([0x93, 0x80, 0x94, 0x20, 0x96, 0x20, 0xe9, 0x9f, 0x20]),
  Buffer.from(prose),
]);

describe('encodings', () => {
  test.each([
    ['UTF-8', bytesOf(curly)],
    ['UTF-8 with a mark', bytesOf(`\ufeff${curly}`)],
    ['UTF-16 little-endian', utf16(curly, false)],
    ['UTF-16 big-endian', utf16(curly, true)],
  ])('%s', async (_, bytes) => {
    expect((await articleOf({ 'a.txt': bytes })).text).toBe(curly);
  });

  test.each(['windows-1252', 'latin1', 'ISO-8859-1', 'cp1252'])('declared as %s', async (encoding) => {
    const files = { 'a.txt': windows1252, 'a.meta.json': JSON.stringify({ encoding }) };
    expect((await articleOf(files)).text).toBe(`“€” – éŸ ${prose}`);
  });

  test.each([
    ['iso-8859-2', [0xb9, 0xe8], 'šč'],
    ['koi8-r', [0xc1], 'а'],
    ['shift_jis', [0x82, 0xa0], 'あ'],
    ['gb18030', [0xc4, 0xe3], '你'],
    ['utf-16le', [0x41, 0], 'A'],
  ])('declared as %s', async (encoding, bytes, expected) => {
    const body = encoding === 'utf-16le' ? Buffer.from(prose, 'utf16le') : Buffer.from(prose);
    const files = {
      'a.txt': Buffer.concat([Buffer.from(bytes), body]),
      'source.json': JSON.stringify({ encoding, language: 'en' }),
    };
    expect((await articleOf(files)).text).toBe(expected + prose);
  });

  test('a byte order mark beats a declaration', async () => {
    const files = { 'a.txt': bytesOf(`\ufeff${curly}`), 'a.meta.json': '{"encoding": "windows-1252"}' };
    expect((await articleOf(files)).text).toBe(curly);
  });
});

test('the text is what was received: line ends, marks inside, spaces', async () => {
  const text = `\r\n  ${prose}\r\n\r\n\ufeff${prose}\r\n \t`;
  const article = await articleOf({ 'x/a.TXT': text });
  expect(article).toMatchObject({
    text,
    source_file: 'x/a.TXT',
    format: 'text',
    outline: [],
    rights: 'snippet',
    url: null,
  });
  expect(article.source_sha256).toBe(article.text_sha256);
});

test('gzip, in several members and small chunks; the hash is that of the bytes received', async () => {
  const bytes = Buffer.concat([gzipSync(prose), gzipSync(` ${prose}`)]);
  const article = await articleOf({ 'a.txt.gz': bytes, 'a.meta.json': '{"title": "Flood"}' });
  expect(article).toMatchObject({ text: `${prose} ${prose}`, title: 'Flood', source_file: 'a.txt.gz' });
  expect(article.source_sha256).not.toBe(article.text_sha256);
});
