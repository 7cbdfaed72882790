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

/** Words, trees, times, names and who is meant by them: what all other layers rest on. */
type Named = Omit<Document, 'quantities' | 'quotes' | 'events'>;

/** The layers of an article below those of quantities, quotations and events. */
export function readNames(article: Article, resources: Resources): Named {
  const words = readWords(article, resources);
  const trees = treesOf(words, resources.parser);
  const phrases = findPhrases(words);
  const dateline = findDateline(words, resources);
  const dated = { ...words, trees, phrases, dateline, publishedOn: article.published_on ?? dateline?.date ?? null };
  const timed = { ...dated, times: findTimes(dated, resources) };
  const named = { ...timed, names: findNames(timed, resources) };
  const linked = { ...named, ...findEntities(named, resources) };
  return { ...linked, affiliations: findAffiliations(linked, resources) };
}

/** An article's layers, each reading those before it. Pure; never throws on any text. */
export function annotate(article: Article, resources: Resources): Document {
  const named = readNames(article, resources);
  const counted = { ...named, quantities: findQuantities(named, resources) };
  const resolved = { ...counted, quantities: localMoney(counted, resources) };
  const quoted = { ...resolved, quotes: findQuotes(resolved, resources) };
  return { ...quoted, events: findEvents(quoted, resources) };
}
