import type { Cluster, Report } from './event-clusters.ts';

/** Clusters of one block, found by the days and articles by which a report may join them. */
export interface KnownClusters {
  /** The first of those that a report may join and that `fits`. */
  find(report: Report, fits: (cluster: Cluster) => boolean): Cluster | undefined;
  add(cluster: Cluster): void;
  /** Says that a cluster which had no days may have some now. */
  dated(cluster: Cluster): void;
  readonly all: readonly Cluster[];
}

/** A range of so many days is looked up day by day, one of so many months month by month. */
const mostDays = 31;
const mostMonths = 24;

/**
 * A report joins a cluster with days in common, or one of its own article. Ranges of days only narrow, so that a cluster is
 * noted once, when its days are first known.
 */
export function knownClusters(): KnownClusters {
  const all: Cluster[] = [];
  const [byDay, byMonth, longByMonth] = [listing<number>(), listing<number>(), listing<number>()];
  const byArticle = listing<string>();
  const longest: number[] = [];
  const noted = new Map<Cluster, number>();

  const note = ({ from, to }: Cluster, index: number): void => {
    const span = spanOf(from!, to!);
    if (span.months === null) longest.push(index);
    else {
      for (const month of span.months) byMonth.add(month, index);
      if (span.days === null) for (const month of span.months) longByMonth.add(month, index);
      else for (const day of span.days) byDay.add(day, index);
    }
  };
  /** Indices of the clusters that a report may join, ascending; null for all. */
  const near = ({ article_id, date_start, date_end }: Report): number[] | null => {
    const own = byArticle.of(article_id);
    if (date_start === null || date_end === null) return [...own];
    const { days, months } = spanOf(date_start, date_end);
    if (months === null) return null;
    const found = new Set([...own, ...longest]);
    if (days === null) for (const month of months) for (const index of byMonth.of(month)) found.add(index);
    else {
      for (const day of days) for (const index of byDay.of(day)) found.add(index);
      for (const month of months) for (const index of longByMonth.of(month)) found.add(index);
    }
    return [...found].sort((a, b) => a - b);
  };
  return {
    all,
    find(report, fits) {
      const indices = near(report);
      if (indices === null) return all.find(fits);
      const found = indices.find((index) => fits(all[index]!));
      return found === undefined ? undefined : all[found];
    },
    add(cluster) {
      const index = all.push(cluster) - 1;
      byArticle.add(cluster.reports[0]!.article_id, index);
      if (isDated(cluster)) note(cluster, index);
      else noted.set(cluster, index);
    },
    dated(cluster) {
      const index = noted.get(cluster);
      if (index === undefined || !isDated(cluster)) return;
      noted.delete(cluster);
      note(cluster, index);
    },
  };
}

export const isDated = ({ from, to }: Cluster): boolean => from !== null && to !== null;

/** Lists of numbers by a key. */
function listing<Key>() {
  const lists = new Map<Key, number[]>();
  return {
    of: (key: Key): readonly number[] => lists.get(key) ?? [],
    add(key: Key, value: number): void {
      const list = lists.get(key);
      if (list) list.push(value);
      else lists.set(key, [value]);
    },
  };
}

/** Days and months of a range, counted; null for too many. */
function spanOf(from: string, to: string): { days: number[] | null; months: number[] | null } {
  const monthOf = (day: string): number => 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7));
  const dayOf = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
  const range = (first: number, last: number): number[] =>
    Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const months = monthOf(to) - monthOf(from);
  // Where the ends are the wrong way round, or too far apart, all are asked.
  if (!(months >= 0 && months <= mostMonths) || to < from) return { days: null, months: null };
  const days = dayOf(to) - dayOf(from);
  return { days: days <= mostDays ? range(dayOf(from), dayOf(to)) : null, months: range(monthOf(from), monthOf(to)) };
}
