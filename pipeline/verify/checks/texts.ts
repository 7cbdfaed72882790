import { articles } from '#schemas/tables/index.ts';
import { sha256 } from '../../identity.ts';
import { textPath } from '../../publish/documents.ts';
import { textScript } from '../../publish/explorer/documents.ts';
import { textScriptPath } from '../../publish/explorer/paths.ts';
import type { ReleaseCheck } from '../check.ts';
import { fileProblem, type Problem } from '../problem.ts';
import type { ReleaseIndex } from '../release-index.ts';

/** Texts are shipped of the articles whose rights are full, of no other, and are those that were read. */
export const textsHold: ReleaseCheck = {
  name: 'texts',
  *run(release) {
    const ids = release.column(articles, articles.key);
    const allowed = new Set<string>();
    for (const id of ids) {
      const path = textPath(String(id));
      const facts = release.article(String(id))!;
      const script = textScriptPath(String(id));
      if (facts.rights === 'full') allowed.add(path).add(script);
      if (!release.paths.has(path)) {
        if (facts.rights === 'full')
          yield fileProblem('missing_file', path, 'this text is missing; build the release again');
      } else if (sha256(release.reader.read(path)) !== facts.text_sha256) {
        yield fileProblem('text', path, `its SHA-256 is not ${facts.text_sha256} of articles; build the release again`);
      } else if (facts.rights === 'full') yield* scriptProblems(release, String(id), script);
    }
    for (const path of [...release.paths].sort()) {
      if (!(path.startsWith('texts/') || path.startsWith('explorer/texts/')) || allowed.has(path)) continue;
      yield fileProblem('rights', path, 'no article with full rights has this text; remove the file');
    }
  },
};

/** The explorer's script says the same text. */
function* scriptProblems({ paths, reader, text }: ReleaseIndex, id: string, path: string): Generator<Problem> {
  if (!paths.has(path)) yield fileProblem('missing_file', path, 'this text is missing; build the release again');
  else if (Buffer.from(reader.read(path)).toString() !== textScript(id, text(id)!)) {
    yield fileProblem('text', path, `is not the text of ${textPath(id)}; build the release again`);
  }
}
