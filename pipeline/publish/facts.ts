import type { ReleaseDescription } from '#schemas/stages/release-description.ts';
import type { TableProfile } from './profile.ts';

/** Where articles came from, under which terms, and what of them may be shown. */
export interface SourceFacts {
  readonly title: string;
  /** SPDX name or address of a licence; null where nobody said. */
  readonly license: string | null;
  readonly rights: 'full' | 'snippet' | 'hash_only';
  readonly articles: number;
}

/** A changed cell that a reader should hear of. */
interface ChangedCell {
  readonly column: string;
  readonly oldValue: string | null;
  readonly newValue: string | null;
  readonly cause: string;
}

/** A row with changed cells that a reader should hear of. */
export interface ChangedRow {
  readonly table: string;
  readonly rowId: string;
  /** What the row is about, in its own words. */
  readonly label: string | null;
  readonly cells: readonly ChangedCell[];
}

/** Differences of one kind: rows of `changes`, and how many rows of the table they are about. */
export interface ChangeCount {
  readonly table: string;
  readonly op: string;
  readonly cause: string;
  readonly count: number;
  readonly rows: number;
}

/** A few of many, in their own words, and how many there are. */
export interface Named {
  readonly count: number;
  readonly first: readonly string[];
}

/** What CHANGES.md and the release notes tell of the `changes` table. */
export interface ChangeSummary {
  /** Name of the release before. */
  readonly release: string;
  /** By table, operation and cause, in order of the codebook. */
  readonly counts: readonly ChangeCount[];
  readonly articles: Readonly<Record<'added' | 'removed' | 'changed', Named>>;
  /** Figures whose statements contradict each other now, and did not before. */
  readonly conflicts: Named;
  /** The most important first. */
  readonly rows: readonly ChangedRow[];
}

/** Hash and size of a written file. */
export interface FileFacts {
  readonly sha256: string;
  readonly bytes: number;
}

/** What the input alone decides. Holds no clock and no name of a release. */
export interface ContentFacts {
  /** What those who publish say of it. */
  readonly about: ReleaseDescription;
  /** What every table but `changes` holds. */
  readonly tables: Readonly<Record<string, TableProfile>>;
  readonly sources: readonly SourceFacts[];
  /** The written files of tables and texts, by path. Those of `changes` depend on the release before. */
  readonly files: ReadonlyMap<string, FileFacts>;
}

/** What is known of a release once its content is written: its hash, and what differs from the release before. */
export interface ReleaseFacts extends ContentFacts {
  readonly contentHash: string;
  /** null in a first release. */
  readonly changes: ChangeSummary | null;
}
