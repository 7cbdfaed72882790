import type { UnitWords } from '../../resources/units.ts';
import type { Draft } from './scan.ts';

const bare = /^(?:\$|dollars?|cents?|bucks)$/i;

/** What a bare “$” stands for in an article: a code, or null where the text uses another country's dollar too. */
export function bareDollar(url: string | null, drafts: readonly Draft[], { dollarOutlets }: UnitWords): string | null {
  const host = /^https?:\/\/([^/:?#]{1,255})/.exec(url ?? '')?.[1] ?? '';
  const own = dollarOutlets.get(host.slice(host.lastIndexOf('.') + 1).toLowerCase());
  if (own) return own;
  const others = new Set(dollarOutlets.values());
  return drafts.some((draft) => draft.currency !== null && others.has(draft.currency)) ? null : 'USD';
}

/** Gives a bare “$” the currency that it stands for. */
export function withDollar(draft: Draft, code: string | null): Draft {
  if (draft.kind !== 'money' || draft.currency !== 'USD' || !bare.test(draft.unitText ?? '')) return draft;
  return code === 'USD' ? draft : { ...draft, unit: code, currency: code, confidence: Math.min(draft.confidence, 0.7) };
}
