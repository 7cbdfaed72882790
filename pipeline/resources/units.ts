import type { StatisticKind } from '#schemas/vocabulary.ts';
import { entries, pairs, rows } from './entries.ts';
import type { ReadResource } from './index.ts';
import { type PhraseTree, phraseTree } from './phrases.ts';

/** A unit of measure. */
export interface Unit {
  /** UCUM code. */
  readonly code: string;
  readonly kind: StatisticKind;
  readonly factor: number;
}

/** A word or sign of money. */
export interface Money {
  /** ISO 4217; null where several countries use the word (`krone`) and the text does not say whose. */
  readonly code: string | null;
  /** 0.01 for cents. */
  readonly factor: number;
  /** How sure the reading is where the text says no more. */
  readonly confidence: number;
}

export type Qualifier = 'approximate' | 'at_least' | 'at_most' | 'more_than' | 'less_than';

/** Units, money and the words that stand around numbers. */
export interface UnitWords {
  readonly symbols: ReadonlyMap<string, Unit>;
  readonly gluedSymbols: ReadonlyMap<string, Unit>;
  readonly names: PhraseTree<Unit>;
  readonly moneySymbols: ReadonlyMap<string, Money>;
  /** First letters of the symbols that begin with letters: `US`, `EUR`. */
  readonly moneyStarts: ReadonlySet<string>;
  readonly moneyNames: PhraseTree<Money>;
  readonly hedgesBefore: PhraseTree<Qualifier>;
  readonly hedgesAfter: PhraseTree<Qualifier>;
  readonly labels: PhraseTree<string>;
  readonly addresses: ReadonlySet<string>;
  readonly per: ReadonlySet<string>;
  readonly scores: ReadonlySet<string>;
  readonly ranks: ReadonlySet<string>;
  /** Last part of an outlet's address -> the dollar that it means by a bare "$". */
  readonly dollarOutlets: ReadonlyMap<string, string>;
  /** Agency in lower case -> the country whose dollar it means by a bare "$". */
  readonly dollarAgencies: ReadonlyMap<string, string>;
  /** Words and signs that do not say by themselves whose money is meant. */
  readonly sharedMoney: ReadonlySet<string>;
  /** Word or sign of money -> country -> ISO 4217 code. */
  readonly localMoney: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Larger and smaller unit, a blank between -> how many of the smaller make one of the larger. */
  readonly parts: ReadonlyMap<string, number>;
}

const fields = (line: string): string[] => line.split('|').map((field) => field.trim());
const words = (field = ''): string[] => (field === '' ? [] : field.split(/\s+/));
const names = (field = ''): string[] => (field === '' ? [] : field.split(/,\s*/));

/** Reads the lexicons of units, money and hedges. */
export function loadUnitWords(read: ReadResource): UnitWords {
  const set = (name: string): Set<string> => new Set(rows(read, name).flat());
  const hedges = pairs(read, 'hedges.txt').map(([phrase, meaning]) => {
    const isAfter = meaning.startsWith('+');
    return { phrase, isAfter, value: meaning.replace(/^\+\s*/, '') as Qualifier };
  });
  const hedgeTree = (isAfter: boolean): PhraseTree<Qualifier> =>
    phraseTree(hedges.filter((h) => h.isAfter === isAfter).map((h) => [h.phrase, h.value] as const));
  return {
    ...loadUnits(read),
    ...loadMoney(read),
    hedgesBefore: hedgeTree(false),
    hedgesAfter: hedgeTree(true),
    labels: phraseTree(pairs(read, 'number-labels.txt')),
    addresses: set('number-addresses.txt'),
    per: set('per-words.txt'),
    scores: set('score-words.txt'),
    ranks: set('rank-words.txt'),
    parts: new Map(
      rows(read, 'unit-parts.txt').map(([one = '', part = '', count]) => [`${one} ${part}`, Number(count)] as const),
    ),
    dollarAgencies: new Map(
      rows(read, 'dollar-agencies.txt').map(([country = '', ...name]) => [name.join(' ').toLowerCase(), country]),
    ),
    sharedMoney: new Set(rows(read, 'currency-shared.txt').map(([word = '']) => word)),
    localMoney: loadLocalMoney(read),
    dollarOutlets: new Map(rows(read, 'dollar-outlets.txt').map(([part = '', code = '']) => [part, code])),
  };
}

function loadUnits(read: ReadResource): Pick<UnitWords, 'symbols' | 'gluedSymbols' | 'names'> {
  const units = entries(read, 'units.txt').map((line) => {
    const [code = '', kind, factor, apart, glued, named] = fields(line);
    const unit: Unit = { code, kind: kind as StatisticKind, factor: Number(factor) };
    return { unit, apart: words(apart), glued: words(glued), named: names(named) };
  });
  const symbols = units.flatMap(({ unit, apart }) => apart.map((symbol) => [symbol, unit] as const));
  const glued = units.flatMap(({ unit, glued }) => glued.map((symbol) => [symbol, unit] as const));
  return {
    symbols: new Map(symbols),
    gluedSymbols: new Map([...glued, ...symbols]),
    names: phraseTree(units.flatMap(({ unit, named }) => named.map((name) => [name, unit] as const))),
  };
}

function loadLocalMoney(read: ReadResource): UnitWords['localMoney'] {
  const lines = entries(read, 'currency-countries.txt').map(fields);
  return new Map(
    lines.flatMap(([shared, countries]) => {
      const codes = new Map(words(countries).map((pair) => pair.split('=') as [string, string]));
      return words(shared).map((word) => [word, codes] as const);
    }),
  );
}

function loadMoney(read: ReadResource): Pick<UnitWords, 'moneySymbols' | 'moneyStarts' | 'moneyNames'> {
  const shared = new Map(rows(read, 'currency-shared.txt').map(([word = '', sure]) => [word, Number(sure)]));
  const symbols = new Map<string, Money>();
  const named: [string, Money][] = [];
  for (const line of entries(read, 'currencies.txt')) {
    const [code = '', before, major, minor] = fields(line);
    const known = code === '-' ? null : code;
    const money = (word: string, factor: number): Money => {
      return { code: known, factor, confidence: shared.get(word) ?? 0.95 };
    };
    const isWord = known === null || shared.get(known) === 0;
    for (const symbol of [...(isWord ? [] : [known]), ...words(before)]) symbols.set(symbol, money(symbol, 1));
    // Nordic and Baltic reports: "48.5 MEUR".
    if (known !== null && !isWord) named.push([`m${known.toLowerCase()}`, money(known, 1e6)]);
    for (const name of names(major)) named.push([name, money(name, 1)]);
    for (const name of names(minor)) named.push([name, money(name, 0.01)]);
  }
  const starts = [...symbols.keys()].flatMap((symbol) => [symbol, symbol.replace(/[^\p{L}.].*$/u, '')]);
  return { moneySymbols: symbols, moneyStarts: new Set(starts), moneyNames: phraseTree(named) };
}
