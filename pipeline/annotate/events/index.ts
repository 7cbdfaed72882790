import type { Resources } from '../../resources/index.ts';
import type { Document, EntityMention, EventMention, Lexical, Sentence, TimeExpression } from '../document.ts';
import { withBorrowed } from './borrowed.ts';
import { castOf } from './cast.ts';
import { chunkSentence, type Surroundings } from './chunks.ts';
import { isGuarded } from './guards.ts';
import { readClauses } from './read-clauses.ts';
import { readSentence } from './read-sentence.ts';

type Read = Lexical &
  Pick<Document, 'trees' | 'phrases' | 'times' | 'quantities' | 'mentions' | 'entities' | 'quotes' | 'dateline'>;

/** Sentences with more tokens are lists or noise. */
const longest = 200;

/** Reports of events with their participants, in text order. */
export function findEvents(document: Read, { events: lexicon }: Resources): EventMention[] {
  const { tokens, sentences, times, phrases } = document;
  const cast = castOf(document, lexicon);
  const phraseAt = new Map(phrases.map((p) => [p.firstToken, p]));
  const timesIn = bySentence(document);
  const dated = new Set<number>();
  for (const time of times) for (let i = time.firstToken; i < time.endToken; i++) dated.add(i);
  const isNamed = (token: number, type: EntityMention['type']) => {
    const mention = cast.mentionAt(token);
    return mention !== null && document.mentions[mention]!.type === type;
  };
  const around: Surroundings = {
    tokens,
    phraseAt,
    isOffice: (token) => lexicon.kinds.get(token.lemma.toLowerCase())?.has('official') ?? false,
    isPerson: (token) => isNamed(token, 'person'),
    isPlace: (token) => isNamed(token, 'place'),
    isPlaceNoun: (token) => lexicon.kinds.get(token.lemma)?.has('settlement') ?? false,
    isTime: (token) => dated.has(token),
    takesTwo: (verb) => lexicon.complements.get(verb.lemma)?.includes('two') ?? false,
    isMark: (token) => document.trees.of(tokens[token]!.sentence)?.relationOf(token) === 'mark',
    leadsIn: (participle) => lexicon.complements.get(participle.lower) === 'preposition',
    isQuantity: (token) =>
      token.pos === 'NUM' || (lexicon.kinds.get(token.lemma.toLowerCase())?.has('quantity') ?? false),
  };
  const found: EventMention[] = [];
  for (const sentence of sentences) {
    if (!isRead(document, sentence)) continue;
    const { endToken } = sentence;
    const firstToken = pastDateline(document, sentence);
    const hasTrigger = tokens
      .slice(firstToken, endToken)
      .some((t) => lexicon.verbs.has(t.lemma) || lexicon.nouns.has(t.lemma) || lexicon.nouns.has(t.lower));
    if (!hasTrigger || isGuarded(tokens, firstToken, endToken, lexicon)) continue;
    const tree = () => document.trees.of(sentence.index);
    const syntax = readClauses(tokens, chunkSentence(around, firstToken, endToken), tree, lexicon);
    found.push(
      ...readSentence({ document, sentence, syntax, cast, lexicon, times: timesIn.get(sentence.index) ?? [] }),
    );
  }
  return withBorrowed(document, found);
}

/** First token of a sentence behind the dateline, whose date and place are the report's own. */
function pastDateline({ tokens, dateline }: Read, { firstToken, endToken }: Sentence): number {
  let first = firstToken;
  if (dateline) while (first < endToken && tokens[first]!.start < dateline.end) first++;
  return first;
}

/** False for questions, endless sentences, boilerplate and blocks said before. */
function isRead({ tokens, blocks }: Read, { firstToken, endToken, block }: Sentence): boolean {
  if (endToken - firstToken > longest) return false;
  if (blocks[block]?.kind === 'boilerplate' || (blocks[block]?.repeats ?? null) !== null) return false;
  for (let i = endToken - 1; i >= Math.max(firstToken, endToken - 2); i--) if (tokens[i]!.text === '?') return false;
  return true;
}

function bySentence({ tokens, times }: Read): Map<number, [number, TimeExpression][]> {
  const found = new Map<number, [number, TimeExpression][]>();
  for (const [index, time] of times.entries()) {
    if (time.kind !== 'date' && time.kind !== 'time') continue;
    const { sentence } = tokens[time.firstToken]!;
    const list = found.get(sentence);
    if (list) list.push([index, time]);
    else found.set(sentence, [[index, time]]);
  }
  return found;
}
