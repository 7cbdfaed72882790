import type { View } from './view.ts';

/** “said Petra Novak, director of Open Door, which has opened [three] shelters”: what is told of who speaks is not what is said. */
export function isToldOfSpeaker(view: View): boolean {
  const relative = relativeBefore(view);
  return relative !== null && isSpeaker(view, relative);
}

/** The “who”, “which” or “whose” behind a comma that opens the clause of the number. */
function relativeBefore(view: View): number | null {
  for (let at = view.first - 1; at > view.head; at--) {
    if (/^[;:"“”—–]$/.test(view.lower(at)) || view.is(at, 'say')) return null;
    if (/^W(?:P\$?|DT)$/.test(view.token(at)!.tag)) return view.lower(at - 1) === ',' ? at : null;
  }
  return null;
}

/** No more than a name and what he is stands between a verb of saying, or “according to”, and the clause. */
function isSpeaker(view: View, relative: number): boolean {
  for (let at = relative - 2; at >= view.head; at--) {
    const isSaying = view.is(at, 'say') && /^VB[DZ]$/.test(view.token(at)!.tag);
    if (isSaying) return isInverted(view, at);
    if (view.lower(at) === 'to' && view.lower(at - 1) === 'according') return true;
    if (!/^(?:NOUN|PROPN|ADJ|DET|ADP|PART|CCONJ|NUM)$/.test(view.pos(at)) && view.lower(at) !== ',') return false;
  }
  return false;
}

/** “…,” said Novak: nothing but what was said stands before the verb. */
const isInverted = (view: View, verb: number): boolean => /^[,"”’]$/.test(view.lower(verb - 1));
