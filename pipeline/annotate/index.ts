import type { Article } from '#schemas/stages/article.ts';
import type { Resources } from '../resources/index.ts';
import { findAffiliations } from './affiliations.ts';
import { findDateline } from './dateline.ts';
import type { Document } from './document.ts';
import { findEntities } from './entities/index.ts';
import { findEvents } from './events/index.ts';
import { readWords } from './lexical.ts';
import { findNames } from './names/index.ts';
import { findPhrases } from './phrases.ts';
import { findQuantities } from './quantities/index.ts';
import { localMoney } from './quantities/local-money.ts';
import { findQuotes } from './quotes/index.ts';
import { treesOf } from './syntax.ts';
import { findTimes } from './times/index.ts';

/** An article's layers, each reading those before it. Pure; never throws on any text. */
export function annotate(article: Article, resources: Resources): Document {
  const words = readWords(article, resources);
  const trees = treesOf(words, resources.parser);
  const phrases = findPhrases(words);
  const dateline = findDateline(words, resources);
  const dated = { ...words, trees, phrases, dateline, publishedOn: article.published_on ?? dateline?.date ?? null };
  const times = findTimes(dated, resources);
  const timed = { ...dated, times };
  const quantities = findQuantities(timed, resources);
  const names = findNames(timed, resources);
  const named = { ...timed, quantities, names };
  const linked = { ...named, ...findEntities(named, resources) };
  const resolved = { ...linked, quantities: localMoney(linked, resources) };
  const affiliations = findAffiliations(resolved, resources);
  const quotes = findQuotes(resolved, resources);
  const quoted = { ...resolved, affiliations, quotes };
  return { ...quoted, events: findEvents(quoted, resources) };
}
