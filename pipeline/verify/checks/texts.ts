import { articles } from '#schemas/tables/index.ts';
import { textPath } from '../../publish/documents.ts';
import { textScript } from '../../publish/explorer/documents.ts';
import { textScriptPath } from '../../publish/explorer/paths.ts';
import type { ReleaseCheck } from '../check.ts';
import { fileProblem, type Problem } from '../problem.ts';
import type { ReleaseIndex } from '../release-index.ts';

/** Texts are shipped of the articles whose rights are full, of no other, and are those that were read. */
export const textsHold: ReleaseCheck = {
  name: 'texts',
  async *run(release) {
    const allowed = new Set<string>();
    for await (const ids of release.column(articles, articles.key)) {
      for (const id of ids) yield* textProblems(release, String(id), allowed);
    }
    for (const path of [...release.paths].sort()) {
      if (!(path.startsWith('texts/') || path.startsWith('explorer/texts/')) || allowed.has(path)) continue;
      yield fileProblem('rights', path, 'no article with full rights has this text; remove the file');
    }
  },
};

async function* textProblems(release: ReleaseIndex, id: string, allowed: Set<string>): AsyncGenerator<Problem> {
  const [path, script] = [textPath(id), textScriptPath(id)];
  const { rights, text_sha256 } = (await release.article(id))!;
  if (rights === 'full') allowed.add(path).add(script);
  if (!release.paths.has(path)) {
    if (rights === 'full') yield fileProblem('missing_file', path, 'this text is missing; build the release again');
  } else if (release.reader.sha256(path) !== text_sha256) {
    yield fileProblem('text', path, `its SHA-256 is not ${text_sha256} of articles; build the release again`);
  } else if (rights === 'full') yield* scriptProblems(release, id, script);
}

/** The explorer's script says the same text. */
function* scriptProblems({ paths, reader, text }: ReleaseIndex, id: string, path: string): Generator<Problem> {
  if (!paths.has(path)) yield fileProblem('missing_file', path, 'this text is missing; build the release again');
  else if (Buffer.from(reader.read(path)).toString() !== textScript(id, text(id)!)) {
    yield fileProblem('text', path, `is not the text of ${textPath(id)}; build the release again`);
  }
}
