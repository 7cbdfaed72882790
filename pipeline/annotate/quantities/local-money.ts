import type { Resources } from '../../resources/index.ts';
import type { Document, Quantity } from '../document.ts';

type Read = Pick<Document, 'quantities' | 'mentions' | 'entities' | 'dateline'>;

/** How many mentions of places, and which share of them, make a country the one that an article speaks of. */
const [fewest, share] = [3, 0.7];

/**
 * Gives `$`, `pesos`, `rupees` and other words that countries share the currency of the country that the article speaks of:
 * that of its dateline, else one that most of its places lie in. A currency that the text or the outlet names stays.
 */
export function localMoney(document: Read, { units }: Resources): Quantity[] {
  const { quantities } = document;
  const isOpen = ({ kind, unitText, currencyBasis }: Quantity): boolean =>
    kind === 'money' && (currencyBasis === null || currencyBasis === 'default') && units.localMoney.has(unitText ?? '');
  if (!quantities.some(isOpen)) return [...quantities];
  const country = countryOf(document);
  if (country === null) return [...quantities];
  const isForWorld = writesForWorld(document, country, units.dollarAgencies);
  // "A$40 … $30": who writes out the local dollar means another by a bare sign.
  const stated = new Set(quantities.filter((q) => q.currencyBasis === 'stated').map((q) => q.currency));
  return quantities.map((quantity) => {
    const word = quantity.unitText ?? '';
    const code = isOpen(quantity) ? units.localMoney.get(word)?.get(country) : undefined;
    const isDollar = units.localMoney.get(word) === units.localMoney.get('$');
    if (code === undefined || (isDollar && (isForWorld || stated.has(code) || quantity.currency === null)))
      return quantity;
    const confidence = Math.min(quantity.confidence, 0.65);
    return { ...quantity, unit: code, currency: code, currencyBasis: 'country', confidence };
  });
}

/** The country of the dateline, else of most places named; null where no one country stands out. */
function countryOf({ mentions, entities, dateline }: Read): string | null {
  const counts = new Map<string, number>();
  let total = 0;
  for (const { start, entity, type, form } of mentions) {
    const country = entity === null || type !== 'place' || form !== 'name' ? null : entities[entity]!.country;
    if (country === null) continue;
    if (dateline?.place && start >= dateline.place.start && start < dateline.place.end) return country;
    counts.set(country, (counts.get(country) ?? 0) + 1);
    total++;
  }
  const [first] = [...counts].sort(([, a], [, b]) => b - a);
  return first && first[1] >= fewest && first[1] >= share * total ? first[0] : null;
}

/** Is the article by an agency whose dollar is the American one? */
const writesForWorld = ({ dateline }: Read, country: string, agencies: Resources['units']['dollarAgencies']): boolean =>
  dateline?.origin != null && agencies.get(dateline.origin.toLowerCase()) !== country;
