import { z } from 'zod';

/** A line of a scorer: precision, recall and F1, a share, or a bare number; fractions of one. */
const line = z.object({
  label: z.string(),
  gold: z.number().nullable(),
  p: z.number().nullable(),
  r: z.number().nullable(),
  value: z.number(),
});

const scored = z.object({ documents: z.number(), lines: z.array(line) });

const counted = z.object({
  set: z.string(),
  words: z.string(),
  tokens: z.number(),
  figures: z.record(z.string(), z.number()),
});

const speed = z.object({
  date: z.string(),
  command: z.string(),
  machine: z.string(),
  loadBefore: z.number(),
  corpus: z.string(),
  articles: z.number(),
  words: z.number(),
  rows: z.array(
    z.object({
      what: z.string(),
      seconds: z.number().nullable(),
      cpuSeconds: z.number().nullable(),
      wordsPerSecond: z.number().nullable(),
      peakMegabytes: z.number().nullable(),
    }),
  ),
  loads: z.array(z.object({ what: z.string(), milliseconds: z.number() })),
});

const operations = z.object({
  date: z.string(),
  machine: z.string(),
  loadBefore: z.number(),
  corpus: z.string(),
  articles: z.number(),
  words: z.number(),
  changed: z.number(),
  builds: z.array(
    z.object({
      what: z.enum(['clean', 'unchanged', 'changed', 'generated']),
      jobs: z.number(),
      seconds: z.number(),
      cpuSeconds: z.number(),
      peakMegabytes: z.number(),
    }),
  ),
  firstArticleSeconds: z.number(),
  /** Articles that were generated; null where none were. */
  generated: z.number().nullable(),
  /** What `make soak` counted, with the day. */
  soak: z.record(z.string(), z.object({ date: z.string(), count: z.number() })),
});

const resolving = z.object({
  machine: z.string(),
  runs: z.array(
    z.object({
      articles: z.number(),
      /** Statistics and reports that were joined. */
      rows: z.number(),
      date: z.string(),
      loadBefore: z.number(),
      seconds: z.number(),
      cpuSeconds: z.number(),
      peakMegabytes: z.number(),
      /** One article more, where the run before is there to go on from: the mean of several. */
      added: z.object({ seconds: z.number(), cpuSeconds: z.number() }).optional(),
    }),
  ),
});

const explorer = z.object({
  date: z.string(),
  machine: z.string(),
  loadBefore: z.number(),
  articles: z.number(),
  /** Of the page itself, without data and texts. */
  bytes: z.number(),
  /** Milliseconds. */
  rows: z.array(z.object({ what: z.string(), median: z.number(), most: z.number(), times: z.number() })),
});

/** Everything that was measured, by part, each with the day on which it was: `docs/measured.json`. */
export const measured = z.object({
  scores: z.record(z.string(), z.object({ date: z.string(), ours: scored, peers: z.record(z.string(), scored) })),
  treebanks: z.object({ date: z.string(), peer: z.string().nullable(), rows: z.array(counted) }).nullable(),
  coreference: z
    .object({
      date: z.string(),
      /** Precision, recall and F1 in percent. */
      gap: z.record(z.string(), z.tuple([z.number(), z.number(), z.number()])),
      ontogum: z.object({ muc: z.number(), b3: z.number(), ceafe: z.number(), conll: z.number() }),
    })
    .nullable()
    .default(null),
  chains: z
    .object({
      date: z.string(),
      articles: z.number(),
      mentions: z.number(),
      chains: z.number(),
      /** B³ in percent. */
      precision: z.number(),
      recall: z.number(),
      f1: z.number(),
    })
    .nullable()
    .default(null),
  models: z
    .object({
      date: z.string(),
      files: z.array(
        z.object({
          file: z.string(),
          name: z.string(),
          bytes: z.number(),
          features: z.number(),
          milliseconds: z.number(),
          learned: z.record(z.string(), z.string()),
        }),
      ),
    })
    .nullable(),
  curve: z
    .object({
      date: z.string(),
      points: z.array(z.object({ part: z.number(), tokens: z.number(), f1: z.record(z.string(), z.number()) })),
    })
    .nullable(),
  speed: speed.nullable(),
  operations: operations.nullable().default(null),
  resolving: resolving.nullable().default(null),
  explorer: explorer.nullable().default(null),
  specs: z
    .object({
      date: z.string(),
      rows: z.array(
        z.object({
          file: z.string(),
          cases: z.number(),
          passed: z.number(),
          reasons: z.record(z.string(), z.number()),
        }),
      ),
    })
    .nullable()
    .default(null),
});

export type Measured = z.infer<typeof measured>;
export type Scored = z.infer<typeof scored>;
export type ScoreLine = z.infer<typeof line>;
export type Speed = z.infer<typeof speed>;
export type Resolving = z.infer<typeof resolving>;
export type Operations = z.infer<typeof operations>;
export type Explorer = z.infer<typeof explorer>;
export type TreebankRow = z.infer<typeof counted>;

/** Before anything was measured. */
export const nothing: Measured = {
  scores: {},
  treebanks: null,
  coreference: null,
  chains: null,
  models: null,
  curve: null,
  speed: null,
  operations: null,
  resolving: null,
  explorer: null,
  specs: null,
};
