import type { Token } from '../document.ts';
import type { Chunk, Surroundings } from './chunks.ts';

/** The chunks as their neighbours make them: dates, conjunctions, names that share a noun. */
export const settled = (chunks: Chunk[], around: Surroundings): Chunk[] =>
  shareHeads(settleMarks(settleTimes(chunks), around), around);

/** A preposition whose object is a date is an aside as well. */
function settleTimes(chunks: Chunk[]): Chunk[] {
  return chunks.map((chunk, index) => {
    const next = chunks[index + 1];
    return chunk.kind === 'preposition' && next?.kind === 'aside' ? { ...chunk, kind: 'aside' } : chunk;
  });
}

const subordinating = new Set(['after', 'before', 'since', 'until', 'till', 'as']);

/** "after Turkey began …": what looks like a preposition leads in a clause where the tree says so. */
function settleMarks(chunks: Chunk[], { tokens, isMark }: Surroundings): Chunk[] {
  return chunks.map((chunk, at) => {
    const verb = chunks[at + 2];
    const mayBe = chunk.kind === 'preposition' && chunks[at + 1]?.kind === 'noun' && verb?.kind === 'verb';
    const isAmbiguous = mayBe && verb.form === 'finite' && subordinating.has(tokens[chunk.head]!.lower);
    const isLeading = isAmbiguous && (isMark(chunk.head) || isBehindVerb(chunks, tokens, at));
    return isLeading ? { ...chunk, kind: 'mark' as const } : chunk;
  });
}

/** "was founded after a union ousted the owner": behind a main verb a past tense with its object is no participle, whatever the tree says. */
function isBehindVerb(chunks: readonly Chunk[], tokens: readonly Token[], at: number): boolean {
  const verb = chunks[at + 2]!;
  const hasMain = chunks.slice(0, at).some((c) => c.kind === 'verb' && c.form === 'finite');
  return hasMain && tokens[verb.head]!.tag === 'VBD' && chunks[at + 3]?.kind === 'noun';
}

/** "US, European and Brazilian forces": names that all belong to one noun make one phrase. */
function shareHeads(chunks: Chunk[], { tokens }: Surroundings): Chunk[] {
  const found: Chunk[] = [];
  const isName = (c: Chunk | undefined): boolean =>
    c?.kind === 'noun' && c.first === c.head && c.end === c.first + 1 && modifies(tokens[c.head]!);
  for (const chunk of chunks) {
    const isHead = chunk.kind === 'noun' && tokens[chunk.head]!.tag === 'NNS' && modifies(tokens[chunk.first]!);
    let first = found.length;
    const isList = tokens.slice(chunk.first, chunk.head).some((t) => t.pos === 'CCONJ');
    if (isHead && (found[first - 1]?.kind === 'and' || (isList && found[first - 1]?.kind === 'comma'))) {
      first -= found[first - 2]?.kind === 'comma' ? 2 : 1;
      while (isName(found[first - 1])) first -= found[first - 2]?.kind === 'comma' && isName(found[first - 3]) ? 2 : 1;
    }
    const opens = found[first];
    if (isHead && opens?.kind === 'noun') found.splice(first, found.length, { ...chunk, first: opens.first });
    else found.push(chunk);
  }
  return found;
}

const attributive = new Set(['us', 'u.s.', 'uk', 'u.k.', 'eu', 'un', 'u.n.']);
const nationalities = /^\p{Lu}.*(?:an|ese|ish|i|ch)$/u;

/** A nationality, or an abbreviation that stands before a noun like one. */
const modifies = ({ pos, text, lower }: Token): boolean =>
  attributive.has(lower) || ((pos === 'ADJ' || pos === 'PROPN') && nationalities.test(text));
