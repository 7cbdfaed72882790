import { countedNoun } from './counted.ts';
import type { Draft, QuantityParser, Scan } from './scan.ts';

/** `no deaths`, `no one was killed`, `nobody was hurt`: none of those that people count. */
export const none: QuantityParser = (scan, at) => {
  if (scan.lower(at) === 'nobody') return isHarmed(scan, at + 1) ? draft(at, at + 1, null, null) : null;
  if (scan.lower(at) !== 'no') return null;
  if (scan.lower(at + 1) === 'one') return isHarmed(scan, at + 2) ? draft(at, at + 2, null, null) : null;
  const noun = countedNoun(scan, at + 1);
  if (!noun || scan.tag(noun[1] - 1) !== 'NNS' || !scan.isCue(noun[1] - 1, 'none')) return null;
  return draft(at, at + 1, noun, scan.words(noun[0], noun[1]));
};

/** “was killed”, “had been seriously hurt”. */
function isHarmed(scan: Scan, from: number): boolean {
  let at = from;
  while (at < from + 4 && /^(?:AUX|ADV)$/.test(scan.pos(at))) at++;
  return at > from && scan.isCue(at, 'harm');
}

const draft = (first: number, end: number, unitTokens: Draft['unitTokens'], unitText: string | null): Draft => ({
  first,
  end,
  numberFirst: first,
  numberEnd: end,
  value: 0,
  low: null,
  high: null,
  kind: 'count',
  unit: null,
  unitTokens,
  unitText,
  currency: null,
  per: null,
  qualifier: 'exact',
  isBare: false,
  confidence: 0.8,
});
