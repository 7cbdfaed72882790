import type { Joinables } from '#schemas/stages/joinables.ts';
import type { Cell, Row } from '#schemas/table.ts';
import { type Mention, reportPicker } from './event-claims.ts';
import { isHappening } from './event-clusters.ts';
import { tollsOf } from './event-tolls.ts';
import { statisticPicker } from './figure-claims.ts';
import { isJoinable, type Statistic } from './figures/statement.ts';

/** Rows of one article that are looked at. */
interface Rows {
  readonly statistics: readonly Row[];
  readonly participants: readonly Row[];
  readonly event_mentions: readonly Row[];
}

/** What of an article's rows may be joined with those of others. */
export function joinablesOf(article_id: string, { statistics, participants, event_mentions }: Rows): Joinables {
  const tolls = tollsOf(participants, statistics);
  const statements = (statistics as unknown as Statistic[]).filter(isJoinable);
  const reports = (event_mentions as unknown as Mention[]).filter(isHappening);
  return {
    record_type: 'joinables',
    article_id,
    statements: statements.map((row) => statisticPicker.pick(row)),
    reports: reports.map((row) => reportPicker.pick(row, tolls.get(row.event_mention_id) ?? null)),
  };
}

/** The toll of a report, which stands behind its columns. */
export const tollIn = (report: readonly Cell[]): number | null => (report.at(-1) ?? null) as number | null;
