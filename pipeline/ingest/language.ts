import { isPlainlyEnglish } from './english.ts';

/** What is known of a text's language before it is read. */
export interface LanguageClaim {
  /** What metadata declare. */
  readonly declared: string | null;
  /** Is it declared for this very article, not for all below a folder? */
  readonly isOwn: boolean;
  /** What the page's markup says, which templates often get wrong. */
  readonly hinted: string | null;
}

/** What a text's language is taken for: English, English only because its metadata say so, or another. */
export interface LanguageVerdict {
  readonly verdict: 'english' | 'doubtful' | 'other';
  /** What speaks against English; empty where nothing does. */
  readonly reason: string;
}

/** Below this many letters detection is a guess. */
const fewLetters = 60;
const windowSize = 1000;

/** Share of the best language's score that English must reach where it is declared. */
const nearEnough = 0.8;

interface Guess {
  readonly language: string;
  /** Clear, and English is far behind. */
  readonly isOther: boolean;
}

/** The detector and its data, 150 MB in memory, come when a text is first not plainly English. */
async function guess(window: string): Promise<Guess> {
  if (isPlainlyEnglish(window)) return { language: 'en', isOther: false };
  const { eld } = await import('eld/small');
  const found = eld.detect(window);
  const scores = found.getScores();
  const isFar = (scores.en ?? 0) < nearEnough * (scores[found.language] ?? 0);
  return { language: found.language, isOther: found.language !== 'en' && found.isReliable() && isFar };
}

/** Where to look: at the beginning, and in longer texts in the middle and towards the end. */
function windowsOf(text: string): string[] {
  const starts = text.length < 3 * windowSize ? [0] : [0, (text.length - windowSize) >> 1, text.length - windowSize];
  return starts.map((start) => text.slice(start, start + windowSize)).filter((window) => /\p{L}/u.test(window));
}

const letters = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0;

function hasFewLetters(windows: readonly string[]): boolean {
  let count = 0;
  for (const window of windows) {
    count += letters(window);
    if (count >= fewLetters) return false;
  }
  return true;
}

/** Is at least half of the windows English? Looks at no more of them than it takes to know. */
async function isMostlyEnglish(windows: readonly string[]): Promise<boolean> {
  const needed = Math.max(1, Math.ceil(windows.length / 2));
  let votes = 0;
  for (const window of windows) {
    if ((await guess(window)).language === 'en') votes++;
    if (votes === needed) return true;
  }
  return false;
}

const isLatin = (text: string): boolean => 2 * (text.match(/\p{Script=Latin}/gu)?.length ?? 0) >= letters(text);

const english: LanguageVerdict = { verdict: 'english', reason: '' };
const other = (reason: string): LanguageVerdict => ({ verdict: 'other', reason });

/**
 * Judges a text. What metadata declare for the article itself is believed, with a doubt where the text belies it; what
 * they declare for a folder is believed unless the text clearly belies it; what nobody declares must be seen.
 */
export async function judgeLanguage(
  text: string,
  { declared, isOwn, hinted }: LanguageClaim,
): Promise<LanguageVerdict> {
  if (declared !== null && declared !== 'en') return other(`declared to be in another language (${declared})`);
  const windows = windowsOf(text);
  const isShort = hasFewLetters(windows);
  if (declared === 'en' || (isShort && hinted === 'en')) {
    const fits = isShort ? windows.every(isLatin) : await isNotOther(windows);
    if (fits) return english;
    return isOwn ? { verdict: 'doubtful', reason: await foreign(windows) } : other(await foreign(windows));
  }
  if (await isMostlyEnglish(windows)) return english;
  return other(isShort ? 'too short to tell its language' : await foreign(windows));
}

async function isNotOther(windows: readonly string[]): Promise<boolean> {
  for (const window of windows) if (!(await guess(window)).isOther) return true;
  return false;
}

async function foreign([first]: readonly string[]): Promise<string> {
  const language = first === undefined ? '' : (await guess(first)).language;
  return `written in another language (${language || 'unknown'})`;
}
