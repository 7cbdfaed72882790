import { eld } from 'eld/small';

/** What is known of a text's language before it is read. */
export interface LanguageClaim {
  /** What people declare: metadata. */
  readonly declared: string | null;
  /** What the page's markup says, which templates often get wrong. */
  readonly hinted: string | null;
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

function guess(window: string): Guess {
  const found = eld.detect(window);
  const scores = found.getScores();
  const isFar = (scores.en ?? 0) < nearEnough * (scores[found.language] ?? 0);
  return { language: found.language, isOther: found.language !== 'en' && found.isReliable() && isFar };
}

/** Where to look: at the beginning, and in longer texts in the middle and towards the end. */
function windowsOf(text: string): string[] {
  const starts = text.length < 3 * windowSize ? [0] : [0, (text.length - windowSize) >> 1, text.length - windowSize];
  return starts.map((start) => text.slice(start, start + windowSize)).filter((window) => letters(window) > 0);
}

const letters = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0;

/** Why a text cannot be read as English; null where it can. A declaration is believed unless the text belies it. */
export function notEnglish(text: string, { declared, hinted }: LanguageClaim): string | null {
  if (declared !== null && declared !== 'en') return `declared to be in another language (${declared})`;
  const windows = windowsOf(text);
  const guesses = windows.map(guess);
  const isShort = windows.reduce((sum, window) => sum + letters(window), 0) < fewLetters;
  const other = guesses[0]?.language || 'unknown';
  if (declared === 'en' || (isShort && hinted === 'en')) {
    return guesses.length > 0 && guesses.every(({ isOther }) => isOther)
      ? `written in another language (${other})`
      : null;
  }
  const english = guesses.filter(({ language }) => language === 'en').length;
  if (english > 0 && 2 * english >= guesses.length) return null;
  return isShort ? 'too short to tell its language' : `written in another language (${other})`;
}
