import type { Option, Question } from '#pipeline/annotate/entities/pronouns.ts';
import { readPronouns } from '#pipeline/annotate/entities/references.ts';
import type { Span } from '#pipeline/span.ts';
import { resources } from './documents.ts';
import { type Clustered, goldMatcher } from './ontogum.ts';

/** A pronoun with the entities that the annotation says it means; none where it is nobody of the options. */
export interface Answered {
  readonly question: Question;
  readonly right: ReadonlySet<number>;
}

/**
 * What the reader asks in annotated documents, with the answers; earlier pronouns are read as the annotation says.
 * Persons of whom `hides` is true are kept from it, as in texts whose names are not all found.
 */
export function* questionsOf(documents: Iterable<Clustered>, hides: () => boolean): Generator<Answered> {
  for (const { document, clusters } of documents) {
    const clusterAt = clusterFinder(document, clusters);
    const hidden = new Set(document.entities.flatMap(({ type }, e) => (type === 'person' && hides() ? [e] : [])));
    const names = document.mentions.filter((m) => m.form === 'name' && (m.entity === null || !hidden.has(m.entity)));
    const entities = new Map<number, Set<number>>();
    for (const name of names) {
      const cluster = clusterAt(name);
      if (cluster === null || name.entity === null) continue;
      entities.set(cluster, (entities.get(cluster) ?? new Set()).add(name.entity));
    }
    const answered: Answered[] = [];
    readPronouns(document, resources, names, {
      name: () => {},
      describe: () => null,
      decide: (question) => {
        const { start, end } = document.tokens[question.at]!;
        const cluster = clusterAt({ start, end });
        const meant = cluster === null ? undefined : entities.get(cluster);
        const isMeant = (option: Option): boolean =>
          option.entity < 0
            ? cluster !== null && clusterAt(document.tokens[option.at]!) === cluster
            : !!meant?.has(option.entity);
        const right = new Set(question.options.filter(isMeant).map((o) => o.entity));
        answered.push({ question, right });
        return [...right].find((e) => e >= 0) ?? [...right][0] ?? null;
      },
    });
    yield* answered;
  }
}

/** Finds the cluster that a phrase is annotated with. */
function clusterFinder(
  document: Clustered['document'],
  clusters: Clustered['clusters'],
): (span: Span) => number | null {
  const match = goldMatcher(document, clusters.flat());
  const at = new Map(clusters.flatMap((cluster, index) => cluster.map((s) => [`${s.start}-${s.end}`, index] as const)));
  return (span) => {
    const gold = match(span);
    return gold === null ? null : (at.get(`${gold.start}-${gold.end}`) ?? null);
  };
}
