/** What a reporting verb can do: see `lexicons/quote-cues.txt`. */
type Frame =
  | 'direct'
  | 'clause'
  | 'bare'
  | 'to'
  | 'label'
  | 'do'
  | 'plea'
  | 'vow'
  | 'thing'
  | 'paper'
  | 'query'
  | 'fault'
  | 'marked'
  | 'news'
  | 'wake'
  | 'voice'
  | 'name';

/** A reporting verb by one of its forms. */
export interface Cue {
  readonly lemma: string;
  /** Words that follow the first word of the form: `out` in `pointed out`. */
  readonly rest: readonly string[];
  readonly frames: ReadonlySet<Frame>;
}

/** A noun that reports what somebody said. */
interface ReportingNoun {
  readonly lemma: string;
  readonly frames: ReadonlySet<string>;
}

/** Words that quotations are recognised by. */
export interface QuoteLexicon {
  /** Verbs by the first word of a form, longer forms first. */
  readonly cues: ReadonlyMap<string, readonly Cue[]>;
  /** Nouns by form. */
  readonly nouns: ReadonlyMap<string, ReportingNoun>;
  /** What words are spoken or written in, by their last word: `statement`, `conference` for `news conference`. */
  readonly media: ReadonlyMap<string, readonly string[]>;
  /** Media of which the pictures, not the words, are what they show, by their last word. */
  readonly seen: ReadonlySet<string>;
  /** Words that tell an outlet's name, as printed. */
  readonly outlets: ReadonlySet<string>;
}

const frames: ReadonlySet<string> = new Set<Frame>([
  'direct',
  'clause',
  'bare',
  'to',
  'label',
  'do',
  'plea',
  'vow',
  'thing',
  'paper',
  'query',
  'fault',
  'marked',
  'news',
  'wake',
  'voice',
  'name',
]);

/** Reads the three lexicons. Throws where a line is no entry, naming file and line. */
export function readQuoteLexicon(cueText: string, mediaText: string, nounText: string): QuoteLexicon {
  const marked = readMedia(mediaText);
  const media = marked.map(({ words }) => words);
  return {
    cues: readCues(cueText),
    nouns: readNouns(nounText),
    media: groupBy(media.filter(isLower), lastWord),
    seen: new Set(marked.filter(({ isSeen }) => isSeen).map(({ words }) => lastWord(words))),
    outlets: new Set(media.filter((word) => !isLower(word))),
  };
}

const lastWord = (words: string): string => words.slice(words.lastIndexOf(' ') + 1);

/** Lines of `words`, or `words | seen`. */
function readMedia(text: string): { words: string; isSeen: boolean }[] {
  return entries(text).map(([line, number]) => {
    const [words = '', mark, ...more] = line.split('|').map((part) => part.trim());
    if (words === '' || more.length > 0 || (mark !== undefined && mark !== 'seen'))
      throw new Error(`lexicons/quote-media.txt:${number}: "${line}" is no entry; write words, or words | seen`);
    return { words, isSeen: mark !== undefined };
  });
}

function readCues(text: string): Map<string, Cue[]> {
  const grouped = new Map<string, Cue[]>();
  for (const { forms, used } of framed('quote-cues', text, frames)) {
    const [lemma = ''] = forms;
    for (const form of forms) {
      const [first = '', ...rest] = form.split(' ');
      const cue = { lemma, rest, frames: new Set(used as Frame[]) };
      grouped.set(first, [...(grouped.get(first) ?? []), cue]);
    }
  }
  for (const list of grouped.values()) list.sort((a, b) => b.rest.length - a.rest.length);
  return grouped;
}

const nounFrames: ReadonlySet<string> = new Set(['that', 'to', 'for', 'words', 'headline', 'mute']);

function readNouns(text: string): Map<string, ReportingNoun> {
  const lines = framed('quote-nouns', text, nounFrames);
  return new Map(
    lines.flatMap(({ forms, used }) => {
      const noun = { lemma: forms[0] ?? '', frames: new Set(used) };
      return forms.map((form): [string, ReportingNoun] => [form, noun]);
    }),
  );
}

/** Lines of `forms | frames`. */
function framed(file: string, text: string, known: ReadonlySet<string>): { forms: string[]; used: string[] }[] {
  return entries(text).map(([line, number]) => {
    const [forms, names, ...more] = line.split('|').map((part) => part.trim());
    const used = names?.split(' ') ?? [];
    if (!forms || more.length > 0 || used.length === 0 || !used.every((name) => known.has(name))) {
      throw new Error(
        `lexicons/${file}.txt:${number}: "${line}" is no entry; write forms, a bar and frames (${[...known].join(', ')})`,
      );
    }
    return { forms: forms.split(',').map((form) => form.trim()), used };
  });
}

const isLower = (word: string): boolean => word === word.toLowerCase();

/** Lines that say something, with their numbers. */
function entries(text: string): [line: string, number: number][] {
  return text
    .split('\n')
    .map((line, index): [string, number] => [line.split('#')[0]!.trim(), index + 1])
    .filter(([line]) => line !== '');
}

function groupBy(words: readonly string[], key: (word: string) => string): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const word of words) groups.set(key(word), [...(groups.get(key(word)) ?? []), word]);
  return groups;
}
