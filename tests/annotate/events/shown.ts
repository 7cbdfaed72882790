import type { Document, EventMention, Participant } from '#pipeline/annotate/document.ts';

/** An event as one line of a test's table. */
export function shown(document: Document, event: EventMention): Record<string, string> {
  const { text, times, mentions } = document;
  const words = (span: { start: number; end: number } | null | undefined) =>
    span ? text.slice(span.start, span.end) : '';
  const of = (role: Participant['role']) =>
    event.participants
      .filter((p) => p.role === role)
      .map(words)
      .join(' | ');
  const parts: Record<string, string> = {
    type: event.mode === null ? event.type : `${event.type} ${event.mode}`,
    quote: words(event),
    actor: of('actor'),
    recipient: of('recipient'),
    victim: of('victim'),
    topic: of('topic'),
    held: event.polarity === 'negative' ? `not ${event.modality}` : event.modality,
    tense: event.tense,
    time: words(event.time === null ? null : times[event.time]),
    place: words(event.place === null ? null : mentions[event.place]),
    says: words(event.attributedTo),
  };
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== ''));
}
