import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Cluster, Report } from '#pipeline/resolve/event-clusters.ts';
import { isDated, knownClusters } from '#pipeline/resolve/known-clusters.ts';

const day = fc
  .integer({ min: 0, max: 1500 })
  .map((n) => new Date(Date.UTC(2023, 11, 20) + n * 86_400_000).toISOString().slice(0, 10));
/** A day, some days, some months, some years, half a range, nothing. */
const range = fc.oneof(
  day.map((from) => [from, from] as const),
  fc.tuple(day, fc.constantFrom(3, 31, 32, 90, 700, 900)).map(([from, days]) => {
    const to = new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10);
    return [from, to] as const;
  }),
  day.map((from) => [from, null] as const),
  fc.constant([null, null] as const),
);
const report = fc
  .tuple(range, fc.nat(8))
  .map(([[date_start, date_end], article]) => ({ date_start, date_end, article_id: `a_${article}` }) as Report);

const clusterOf = (one: Report): Cluster => ({
  ...{ reports: [one], actor: 'police', recipient: null, place: null },
  ...{ from: one.date_start, to: one.date_end },
});

/** By what a report may join a cluster at all. */
const mayJoin = (cluster: Cluster, { date_start, date_end, article_id }: Report): boolean =>
  isDated(cluster) && date_start !== null && date_end !== null
    ? cluster.from! <= date_end && date_start <= cluster.to!
    : cluster.reports[0]!.article_id === article_id;

it('finds the first cluster that a look at all would find', () => {
  fc.assert(
    fc.property(fc.array(report, { maxLength: 60 }), fc.nat(3), (reports, pick) => {
      const known = knownClusters();
      for (const [index, one] of reports.entries()) {
        // Some are joined, the others become clusters of their own.
        const fits = (cluster: Cluster): boolean => mayJoin(cluster, one) && (index + pick) % 3 === 0;
        const home = known.find(one, fits);
        expect(home).toBe(known.all.find(fits));
        if (!home) known.add(clusterOf(one));
        else if (home.from === null) {
          Object.assign(home, { from: one.date_start, to: one.date_end });
          known.dated(home);
        }
      }
    }),
    { numRuns: 300 },
  );
});
