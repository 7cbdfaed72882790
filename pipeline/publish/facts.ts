/** Where articles came from and under which terms. */
export interface SourceFacts {
  readonly title: string;
  readonly path: string | null;
  /** SPDX name or address of a licence; null where nobody said. */
  readonly license: string | null;
  readonly articles: number;
}

/** A changed cell that a reader should hear of. */
export interface ChangedCell {
  readonly table: string;
  readonly rowId: string;
  /** What the row is about: its measure, name, title or quote. */
  readonly label: string | null;
  readonly column: string;
  readonly oldValue: string | null;
  readonly newValue: string | null;
  readonly cause: string;
}

/** What CHANGES.md tells of the `changes` table. */
export interface ChangeSummary {
  /** Name of the release before. */
  readonly release: string;
  /** Rows of `changes` by table, operation and cause, in order of the codebook. */
  readonly counts: readonly { table: string; op: string; cause: string; count: number }[];
  readonly cells: readonly ChangedCell[];
}

/** All that the documents of a release are made from. Holds no clock and no name of the release itself. */
export interface ReleaseFacts {
  /** Rows of every table. */
  readonly counts: Readonly<Record<string, number>>;
  readonly sources: readonly SourceFacts[];
  /** null in a first release. */
  readonly changes: ChangeSummary | null;
}
