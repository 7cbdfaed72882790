import type { DocumentEntity } from '#schemas/stages/extraction.ts';
import { affiliations } from '#schemas/tables/affiliations.ts';
import type { Document } from '../annotate/document.ts';
import { extractor } from './extractor.ts';

/** "Ecuadorian President Daniel Noboa" → Daniel Noboa, President, Ecuador. */
export const affiliationsExtractor = extractor({
  name: 'affiliations',
  version: 4,
  table: affiliations,
  *find(document) {
    for (const { start, end, person, role, organization, isFormer, confidence } of document.affiliations) {
      const holder = entityOf(document, person);
      if (holder === null) continue;
      const owner = organization === null ? null : countryOf(document, entityOf(document, organization));
      const row = {
        person_entity_id: holder.entity_id,
        person: holder.name,
        role,
        organization_entity_id: owner?.entity_id ?? null,
        organization: owner?.name ?? null,
        is_former: isFormer,
      };
      yield { span: { start, end }, confidence, row };
    }
  },
});

function entityOf({ mentions, entities }: Document, mention: number): DocumentEntity | null {
  const { entity } = mentions[mention]!;
  return entity === null ? null : entities[entity]!;
}

/** A nationality stands for its country; another people is no organization. */
function countryOf({ entities }: Document, entity: DocumentEntity | null): DocumentEntity | null {
  if (entity?.type !== 'group') return entity;
  if (entity.subtype !== 'nationality') return null;
  return entities.find((e) => e.subtype === 'country' && e.country === entity.country) ?? null;
}
