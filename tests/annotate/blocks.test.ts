import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findBlocks } from '#pipeline/annotate/blocks/index.ts';
import { readWords } from '#pipeline/annotate/lexical.ts';
import type { Article } from '#schemas/stages/article.ts';
import { articleOf, resources } from '../document.ts';
import { anyText } from './texts.ts';

const read = (text: string, metadata?: Partial<Article>): string[] =>
  findBlocks(articleOf(text, metadata), resources().layout).map(
    ({ kind, start, end, repeats }) => `${kind}${repeats === null ? '' : ` = ${repeats}`}: ${text.slice(start, end)}`,
  );

const body = 'The council voted on Monday to close the hall, which has stood empty for years. Nobody objected.';
const more = 'Traders said they had not been asked, and that the vote would cost the town dearly in the end.';

describe('blocks', () => {
  const cases: [name: string, text: string, blocks: string[]][] = [
    ['a sentence alone', 'Exports rose 3%.', ['paragraph: Exports rose 3%.']],
    ['a fragment alone', 'Exports Rise', ['paragraph: Exports Rise']],
    [
      'headline and text',
      `Council closes hall\r\n\r\n${body}`,
      ['headline: Council closes hall', `paragraph: ${body}`],
    ],
    [
      'lead before a doubled headline, deck, repeated paragraph',
      `${more}\nCouncil Votes to Close Hall\n\nCouncil votes to close hall\nThe hall has stood empty.\n${body}\n${more}`,
      [
        `paragraph: ${more}`,
        'headline: Council Votes to Close Hall',
        'headline = 1: Council votes to close hall',
        'deck: The hall has stood empty.',
        `paragraph: ${body}`,
        `paragraph = 0: ${more}`,
      ],
    ],
    [
      'summary, section headings and furniture',
      `${body}\nAT A GLANCE\n- The hall closes\n• Traders object\nWhat Comes Next\n${more}\nSign up for our letters.\n${body.slice(41)}`,
      [
        `paragraph: ${body}`,
        'heading: AT A GLANCE',
        'list_item: The hall closes',
        'list_item: Traders object',
        'heading: What Comes Next',
        `paragraph: ${more}`,
        'boilerplate: Sign up for our letters.',
        `paragraph: ${body.slice(41)}`,
      ],
    ],
    [
      'Markdown',
      `# Council closes hall\n\n> ${body}\n\n---\n\n## **Reaction**\n\n* one thing\n\n${more}`,
      [
        'headline: Council closes hall',
        `paragraph: ${body}`,
        'heading: Reaction',
        'list_item: one thing',
        `paragraph: ${more}`,
      ],
    ],
    [
      'byline, date and caption',
      `Council closes hall\nBy Jane Doe and John Roe\nMay 4, 2026\nPhoto: the hall\n${body}`,
      [
        'headline: Council closes hall',
        'boilerplate: By Jane Doe and John Roe',
        'paragraph: May 4, 2026',
        'caption: Photo: the hall',
        `paragraph: ${body}`,
      ],
    ],
    [
      'a line broken off inside a sentence',
      `${body}\nTraders said that\nnobody had asked them, although the vote would cost the town dearly.`,
      [
        `paragraph: ${body}`,
        'paragraph: Traders said that',
        'paragraph: nobody had asked them, although the vote would cost the town dearly.',
      ],
    ],
    [
      'verse',
      'So much rain\nSo few boats\nSo long a night',
      ['So much rain', 'So few boats', 'So long a night'].map((l) => `paragraph: ${l}`),
    ],
    ['space and marks alone', ' \n\n***\n\u200b\n', []],
  ];
  it.each(cases)('%s', (_, text, blocks) => {
    expect(read(text)).toEqual(blocks);
  });

  it('join the lines of wrapped paragraphs', () => {
    const wrapped = (text: string): string => text.replace(/(.{30,48}) /g, '$1\n');
    const text = `Council closes hall\n\n${wrapped(body)}\n\n${wrapped(more)}\n\n- ${wrapped(more.slice(8))}\n- no`;
    expect(read(text).map((block) => block.replaceAll('\n', ' '))).toEqual([
      'headline: Council closes hall',
      `paragraph: ${body}`,
      `paragraph: ${more}`,
      `list_item: ${more.slice(8)}`,
      'list_item: no',
    ]);
  });

  it('know title and subtitle from the metadata', () => {
    const blocks = read(`${body}\nHall closed.\nAt last!\n${more}`, { title: 'Hall closed', subtitle: 'At last' });
    expect(blocks).toEqual([`paragraph: ${body}`, 'headline: Hall closed.', 'deck: At last!', `paragraph: ${more}`]);
  });

  it('take what the markup says, without its markers', () => {
    const text = `## Reaction\n${more}\nShare\n* one`;
    const part = (words: string, kind: Article['outline'][number]['kind']) => {
      const start = text.indexOf(words);
      return { kind, start, end: start + words.length };
    };
    const outline = [
      part('## Reaction', 'heading'),
      part(more, 'deck'),
      part('Share', 'paragraph'),
      part('* one', 'list_item'),
    ];
    expect(read(text, { outline, title: 'Other' })).toEqual([
      'heading: Reaction',
      `deck: ${more}`,
      'boilerplate: Share',
      'list_item: one',
    ]);
  });

  it('lie in order; sentences and tokens fill them', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { blocks, sentences, tokens } = readWords(articleOf(`${text}a`), resources());
        blocks.reduce((end, block) => {
          expect(block.start).toBeGreaterThanOrEqual(end);
          expect(block.end).toBeGreaterThan(block.start);
          return block.end;
        }, 0);
        expect(sentences.flatMap((s) => tokens.slice(s.firstToken, s.endToken))).toEqual(tokens);
        for (const s of sentences) {
          const block = blocks[s.block]!;
          expect(s.start).toBe(tokens[s.firstToken]!.start);
          expect(s.end).toBe(tokens[s.endToken - 1]!.end);
          expect(block.start <= s.start && s.end <= block.end).toBe(true);
        }
        const covered = new Set(tokens.flatMap((t) => Array.from({ length: t.end - t.start }, (_, i) => t.start + i)));
        for (const block of blocks) {
          for (let at = block.start; at < block.end; at++) {
            expect(covered.has(at) || /[\s\p{Cf}\p{Cs}]/u.test(text[at] ?? 'a')).toBe(true);
          }
        }
      }),
    );
  });

  it.each(['a\n', '# a\n', '- ', '> ', 'Ab Cd\n', '\n', '\r', 'By A ', '** '])(
    'take time in proportion to the text: %j repeated',
    (unit) => {
      expect(read(`${unit.repeat(200_000 / unit.length)}a`).length).toBeGreaterThan(0);
    },
    8000,
  );
});
