import type { Scan } from './scan.ts';

const longest = 4;

/** Where the words stand that a number before `end` shares with the numbers after it: `four-, five- and six-[cylinder]`. `end` itself where it shares none. */
export function afterSuspended(scan: Scan, end: number): number {
  let at = end;
  for (let i = 0; i < longest; i++) {
    if (!scan.isDash(at) || scan.isApart(at) || !isOpen(scan, at + 1)) return end;
    const number = scan.number(afterLinks(scan, at + 1));
    if (!number) return end;
    if (scan.isJoint(number.end)) return number.end + 1;
    at = number.end;
  }
  return end;
}

/** The same for numbers in a row: `5, 10 and 15 [per cent]`. */
export function afterRow(scan: Scan, end: number): number {
  let at = end;
  for (let i = 0; i < longest; i++) {
    if (!/^(?:,|and|or)$/.test(scan.lower(at))) return at;
    const next = afterLinks(scan, at);
    const number = next > at ? scan.number(next) : null;
    if (!number?.digits || number.suffix !== '' || scan.timeAt(next) || !scan.isApart(next)) return end;
    at = number.end;
  }
  return end;
}

const isOpen = (scan: Scan, at: number): boolean => scan.isApart(at) || scan.text(at) === ',';

/** Past a comma and one word that joins. */
function afterLinks(scan: Scan, at: number): number {
  const comma = scan.text(at) === ',' ? 1 : 0;
  return at + comma + (/^(?:and|or|to)$/.test(scan.lower(at + comma)) ? 1 : 0);
}
