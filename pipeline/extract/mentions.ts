import { mentions } from '#schemas/tables/mentions.ts';
import { extractor } from './extractor.ts';

/** References that are not names are published only from this confidence on. */
const sure = 0.7;

/** "Noboa said" → a mention of the person Daniel Noboa. */
export const mentionsExtractor = extractor({
  name: 'mentions',
  version: 4,
  table: mentions,
  *find(document) {
    for (const { start, end, type, form, entity, role, confidence } of document.mentions) {
      if (form !== 'name' && (entity === null || confidence < sure)) continue;
      const entity_id = entity === null ? null : document.entities[entity]!.entity_id;
      yield { span: { start, end }, confidence, row: { entity_id, type, form, role } };
    }
  },
});
