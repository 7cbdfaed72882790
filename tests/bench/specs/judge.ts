import { type SpecCase, type SpecResult, spanOf } from './cases.ts';

/** Something that our readers found in the text of a case. */
export interface Finding {
  readonly start: number;
  readonly end: number;
  /** Does it mean what the specification says? */
  means(result: SpecResult): boolean;
  /** Why it deliberately does not, where that is known. */
  differs?(result: SpecResult): Verdict | null;
}

/** Why a case fails; the last five are readings that differ on purpose. */
export type Verdict =
  | 'passed'
  | 'missed'
  | 'other value'
  | 'found besides'
  | 'needs a capital'
  | 'two expressions'
  | 'as fine as its words'
  | 'left open';

/** A case passes where everything that it demands is found with its value, and nothing besides. */
export function judge({ text, results }: SpecCase, findings: readonly Finding[]): Verdict {
  const wanted = results.filter(isStated).map((result) => ({ result, span: spanOf(result, text) }));
  const isOver = ({ start, end }: Finding, [from, to]: readonly [number, number]): boolean => start < to && from < end;
  for (const { result, span } of wanted) {
    const over = findings.filter((finding) => isOver(finding, span));
    if (over.length === 0) return 'missed';
    if (over.some((finding) => finding.means(result))) continue;
    if (over.length > 1) return 'two expressions';
    return over[0]!.differs?.(result) ?? 'other value';
  }
  return findings.every((finding) => wanted.some(({ span }) => isOver(finding, span))) ? 'passed' : 'found besides';
}

/** A unit without a number is nothing that could be found. */
const isStated = ({ resolution }: SpecResult): boolean =>
  !resolution || !('value' in resolution) || (resolution.value !== null && resolution.value !== 'null');
