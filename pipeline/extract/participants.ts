import { eventMentions } from '#schemas/tables/event-mentions.ts';
import { participants } from '#schemas/tables/participants.ts';
import type { Participant } from '../annotate/document.ts';
import { entityIdOf, findEventMentions, nameOf } from './event-mentions.ts';
import { extractor } from './extractor.ts';
import { countryOf } from './participants/country.ts';
import { sectorOf } from './participants/sector.ts';
import { stampFor } from './stamp.ts';

/** Roles in events: one row is one participant of one event mention. */
export const participantsExtractor = extractor({
  name: 'participants',
  version: 7,
  table: participants,
  *find(document, { events, gazetteer }) {
    const stamp = stampFor(document);
    for (const [index, mention] of findEventMentions(document).entries()) {
      const key = stamp.key(eventMentions, mention);
      for (const participant of document.events[index]!.participants) {
        yield {
          span: { start: participant.start, end: participant.end },
          confidence: mention.confidence,
          row: {
            event_mention_id: key,
            role: participant.role,
            participant: nameOf(document, participant),
            entity_id: entityIdOf(document, participant.mention),
            ...(isParty(participant)
              ? { ...sectorOf(document, participant, events), ...countryOf(document, participant, gazetteer) }
              : nobody),
          },
        };
      }
    }
  },
});

/** What an event is about or done with acts for nobody. */
const isParty = ({ role }: Participant): boolean => role !== 'instrument' && role !== 'topic';
const nobody = { sector: null, sector_basis: 'none', country: null, country_basis: 'none' } as const;
