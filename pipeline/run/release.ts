import path from 'node:path';
import type { ReleaseDescription } from '#schemas/stages/release-description.ts';
import type { Row } from '#schemas/table.ts';
import { changes, tables } from '#schemas/tables/index.ts';
import { latestRelease, listReleases, removeRelease, swapIn } from '../files/releases.ts';
import { listFiles } from '../files/tree.ts';
import { digestFile, readIfPresent, readResource, writeFile } from '../files.ts';
import { parseReleaseDescription, releaseDescriptionName } from '../ingest/release-description.ts';
import { summarize } from '../publish/change-summary.ts';
import { changesBetween } from '../publish/changes.ts';
import { checksums, checksumsPath, contentHash, type Digests, readChecksums } from '../publish/checksums.ts';
import { contentDocuments, releaseDocuments, schemaDocuments } from '../publish/documents.ts';
import { explorerAssets } from '../publish/explorer/documents.ts';
import type { ChangeSummary, ContentFacts, FileFacts, SourceFacts } from '../publish/facts.ts';
import type { TableProfile } from '../publish/profile.ts';
import { type BuildOptions, type Run, releaseFolder, stagedFolder } from './context.ts';
import { publishInto } from './publish-part.ts';
import { publishedRows, unlikeRows } from './unlike-rows.ts';

/** A release that is written, but not yet checked. */
export interface Staged {
  /** SHA-256 of what the input alone decides. */
  readonly contentHash: string;
  readonly counts: Readonly<Record<string, number>>;
  /** Name of the release before, or null. */
  readonly previous: string | null;
  readonly changes: ChangeSummary | null;
}

/** Compares with the release before, then writes `changes`, the documents, `build.json` and the checksums. */
export function stageDocuments(
  run: Run,
  profiles: Readonly<Record<string, TableProfile>>,
  sources: readonly SourceFacts[],
  about: (contentHash: string) => Row | object,
): Staged {
  const folder = stagedFolder(run);
  const previous = wholeLatest(run);
  const { count, summary } = stageChanges(run, previous);
  const files = new Map(listFiles(folder).map((file) => [file, digestFile(path.join(folder, file))]));
  const put = (file: string, text: string | Uint8Array): void => {
    writeFile(path.join(folder, file), text);
    files.set(file, digestFile(path.join(folder, file)));
  };

  const content: ContentFacts = { about: describedIn(run), tables: profiles, sources, files: new Map(files) };
  for (const document of schemaDocuments) put(document.path, document.text());
  for (const name of explorerAssets) put(`explorer/${name}`, readResource(`explorer/${name}`));
  for (const document of contentDocuments) put(document.path, document.text(content));
  const hash = contentHash(digestsOf(files));
  const release = { ...content, contentHash: hash, changes: summary };
  for (const document of releaseDocuments) put(document.path, document.text(release));
  put('build.json', `${JSON.stringify(about(hash), null, 2)}\n`);
  writeFile(path.join(folder, checksumsPath), checksums(digestsOf(files)));
  const rows = (name: string): number => (name === changes.name ? count : (profiles[name]?.rows ?? 0));
  const counts = Object.fromEntries(tables.map(({ name }) => [name, rows(name)]));
  return { contentHash: hash, counts, previous, changes: summary };
}

const digestsOf = (files: ReadonlyMap<string, FileFacts>): Digests =>
  new Map([...files].map(([file, { sha256 }]) => [file, sha256]));

/** What `release.json` of the raw folder says; nothing where there is none, or where it is wrong. */
function describedIn({ raw, onWarning }: Run): ReleaseDescription {
  const bytes = readIfPresent(path.join(raw, releaseDescriptionName));
  if (bytes === null) return {};
  const { about, problem } = parseReleaseDescription(bytes);
  if (problem !== null) onWarning(`${problem}; nothing of it is used`);
  return about;
}

/**
 * Moves a staged release into place where its content is new, or where the one in place has lost or changed a file; gives
 * the name of the release that is then the latest.
 */
export async function putInPlace(
  run: BuildOptions,
  { previous, contentHash }: Staged,
): Promise<{ release: string; isNew: boolean }> {
  const hash = contentHash.slice(0, 8);
  if (previous?.slice(-8) === hash) return { release: previous, isNew: false };
  const release = `${run.startedAt.toISOString().slice(0, 10)}-${hash}`;
  await swapIn(run.output, stagedFolder(run), release);
  return { release, isNew: true };
}

/** The release before, unless it has lost or changed a file since: nothing is compared with that. */
function wholeLatest(run: Run): string | null {
  const latest = latestRelease(run.output);
  if (latest === null || isWhole(releaseFolder(run, latest))) return latest;
  run.onWarning(
    `releases/${latest}: a file is missing or differs from ${checksumsPath}; it is replaced, and not compared with`,
  );
  return null;
}

/** Removes all but the newest releases, so many that with the latest `keep` are left; gives the names of those removed. */
export function prune({ output, keep }: BuildOptions): string[] {
  const latest = latestRelease(output);
  if (keep === null || latest === null) return [];
  const others = listReleases(output).filter((release) => release !== latest);
  const byAge = others
    .map((release) => [writtenAt(output, release), release] as const)
    .sort()
    .reverse();
  const old = byAge.slice(keep - 1).map(([, release]) => release);
  for (const release of old) removeRelease(output, release);
  return old;
}

/** When a release was written, as its `build.json` says; what is no release of ours is the oldest. */
function writtenAt(output: string, release: string): string {
  const bytes = readIfPresent(path.join(releaseFolder({ output }, release), 'build.json'));
  try {
    return String((JSON.parse(Buffer.from(bytes ?? '').toString()) as { written_at: unknown }).written_at);
  } catch {
    return '';
  }
}

/** Does every file have the bytes that the checksums say? */
function isWhole(folder: string): boolean {
  const sums = readIfPresent(path.join(folder, checksumsPath));
  if (sums === null) return false;
  const { digests } = readChecksums(Buffer.from(sums).toString());
  const files = new Set(listFiles(folder));
  return [...digests].every(([file, sum]) => files.has(file) && digestFile(path.join(folder, file)).sha256 === sum);
}

function stageChanges(run: Run, previous: string | null): { count: number; summary: ChangeSummary | null } {
  const now = stagedFolder(run);
  if (previous === null) return { count: publishInto(now, changes, []).rows, summary: null };
  const before = releaseFolder(run, previous);
  const summary = summarize(previous);
  const rowsOf = function* (): Generator<Row[]> {
    for (const change of changesBetween(previous, publishedRows(before), publishedRows(now), unlikeRows(before, now))) {
      summary.add(change);
      yield [change.row];
    }
  };
  const { rows: count } = publishInto(now, changes, rowsOf());
  return { count, summary: summary.summary() };
}
