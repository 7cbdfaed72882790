import type { Table } from '../table.ts';
import { affiliations } from './affiliations.ts';
import { articles } from './articles.ts';
import { changes } from './changes.ts';
import { dates } from './dates.ts';
import { entities } from './entities.ts';
import { eventMentions } from './event-mentions.ts';
import { events } from './events.ts';
import { figures } from './figures.ts';
import { mentions } from './mentions.ts';
import { participants } from './participants.ts';
import { quotations } from './quotations.ts';
import { rejects } from './rejects.ts';
import { statistics } from './statistics.ts';

/** Every published table, in the order of the codebook. */
export const tables: readonly Table[] = [
  articles,
  rejects,
  mentions,
  entities,
  affiliations,
  statistics,
  figures,
  eventMentions,
  participants,
  events,
  dates,
  quotations,
  changes,
];

/** Tables whose rows point at their evidence. */
export const groundedTables = tables.filter((t) => t.grounded);

export { articles, changes, entities, eventMentions, events, figures, mentions, quotations, rejects, statistics };
