import { near } from './sheet.ts';
import type { Run, View } from './view.ts';

/** Words for a subject in a row: those of the text, or for a pronoun the name of whom it means. */
export interface Named {
  readonly text: string;
  readonly entity: number | null;
}

/** Names a subject; null for a pronoun of which nobody knows whom it means. */
export function nameOf(view: View, named: Run): Named | null {
  const run = withoutAside(view, named);
  const { tokens, entities } = view.document;
  const [start, end] = [tokens[run[0]]!.start, tokens[run[1] - 1]!.end];
  const mentions = near(view.sheet.mentions.get(view.sentence.index), view.quantity.firstToken);
  if (run[1] - run[0] === 1 && view.pos(run[0]) === 'PRON') {
    const entity =
      mentions.find((m) => m.form === 'pronoun' && m.firstToken === run[0])?.entity ?? speakerOf(view, run[0]);
    return entity === null ? null : { text: entities[entity]!.name, entity };
  }
  // “((Novak)) In 2016, the party won …”: who speaks is no subject.
  if (view.lower(run[0] - 1) === '(' && view.lower(run[1]) === ')') return null;
  const mention = mentions.find((m) => m.start >= start && m.end === end && m.form !== 'pronoun');
  return { text: view.text(run), entity: mention?.entity ?? null };
}

/** “[the boxes], which are small”, “[the council], last week,”: a clause or a time behind a comma names nobody. */
function withoutAside(view: View, [first, end]: Run): Run {
  for (let at = first + 1; at < end; at++)
    if (view.lower(at) === ',' && (/^W/.test(view.token(at + 1)?.tag ?? '') || view.isTime(at + 1))) return [first, at];
  return [first, end];
}

/** Whom “I” means: the speaker of the quotation that it stands in. */
function speakerOf(view: View, at: number): number | null {
  if (view.lower(at) !== 'i') return null;
  const quote = view.sheet.quoteAround(view.quantity);
  const { mentions } = view.document;
  return quote?.form !== 'direct' || quote.speakerMention === null
    ? null
    : (mentions[quote.speakerMention]?.entity ?? null);
}
