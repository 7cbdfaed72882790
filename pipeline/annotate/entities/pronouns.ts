import type { Resources } from '../../resources/index.ts';
import type { Gender, Pronoun, PronounCase } from '../../resources/references.ts';
import type { EntityMention, Sentence, Token } from '../document.ts';
import { type Sex, sexesOf } from './genders.ts';
import { type Grammar, grammarOf, isTensed } from './grammar.ts';
import type { Read } from './index.ts';

/** Whom a pronoun may mean, and what speaks for it. Below nought: somebody without an entity, at token `at`. */
export interface Option {
  readonly entity: number;
  readonly at: number;
  readonly features: readonly string[];
}

/** What a pronoun may mean; `none` speaks for nobody of them. */
export interface Question {
  readonly at: number;
  readonly options: readonly Option[];
  readonly none: readonly string[];
}

/** The last references to a person, as far as pronouns ask for them. */
interface Trace {
  readonly entity: number;
  /** A person; a proper noun that may be one; a noun for one. */
  readonly kind: 'person' | 'proper' | 'noun';
  readonly sex: Sex;
  at: number;
  end: number;
  sentence: number;
  grammar: Grammar;
  form: 'name' | 'pronoun' | 'nominal';
  count: number;
  /** Last sentence in which it was a subject. */
  subject: number;
  /** Sex that a pronoun gave it. */
  shown: Gender | null;
}

/** Sentences that a pronoun looks back. */
const reach = 3;
/** Persons in reach; more and nobody is certain. */
const crowd = 8;
/** Whoever was mentioned last stands in the question, up to this many. */
const longest = 12;

const ownCase: Record<PronounCase, Grammar> = {
  subject: 'subject',
  object: 'object',
  possessive: 'possessor',
  reflexive: 'object',
};

/** What has been said so far, and whom the next pronoun may mean. */
export class Discourse {
  readonly #document: Read;
  readonly #resources: Resources;
  readonly #sexes: ReturnType<typeof sexesOf>;
  readonly #traces = new Map<number, Trace>();
  /** Those who are no entity, below nought, by their words. */
  readonly #unnamed = new Map<string, number>();
  #last: { entity: number; sentence: number } | null = null;

  constructor(document: Read, resources: Resources, mentions: readonly EntityMention[]) {
    this.#document = document;
    this.#resources = resources;
    this.#sexes = sexesOf(document, resources, mentions);
  }

  /** Passes a name or a description. */
  see(entity: number, range: Pick<EntityMention, 'firstToken' | 'endToken' | 'form'>): void {
    const grammar = grammarOf(this.#document.tokens, this.#resources.names, range);
    this.#announce(entity, 'person', this.#sexes.get(entity) ?? unknown);
    this.#note(entity, range.firstToken, range.endToken, grammar, range.form);
  }

  /** Passes words that may mean a person who is no entity: "Salcedo" unknown, "a woman". */
  pass(kind: 'proper' | 'noun', firstToken: number, endToken: number, sex: Sex): number {
    const { tokens } = this.#document;
    const key = `${kind} ${tokens[endToken - 1]!.lower}`;
    const entity = this.#unnamed.get(key) ?? -1 - this.#unnamed.size;
    this.#unnamed.set(key, entity);
    const grammar = grammarOf(tokens, this.#resources.names, { firstToken, endToken });
    this.#announce(entity, kind, sex);
    const trace = this.#traces.get(entity)!;
    if (sex.isSure) this.#traces.set(entity, { ...trace, sex });
    this.#note(entity, firstToken, endToken, grammar, kind === 'noun' ? 'nominal' : 'name');
    return entity;
  }

  /** Nothing is known of somebody's sex that speaks against the pronoun. */
  mayBe(entity: number, gender: Gender): boolean {
    const trace = this.#traces.get(entity);
    return trace !== undefined && fits(trace, gender);
  }

  /** A pronoun is read as that person. */
  take(entity: number, at: number, { gender, case: form }: Pronoun): void {
    this.#note(entity, at, at + 1, ownCase[form], 'pronoun');
    this.#traces.get(entity)!.shown = gender;
    this.#last = { entity, sentence: this.#document.tokens[at]!.sentence };
  }

  /** Whom the pronoun at a token may mean; null where nobody is in reach, or too many are. */
  ask(at: number, pronoun: Pronoun, later: readonly EntityMention[]): Question | null {
    const { tokens } = this.#document;
    const { sentence } = tokens[at]!;
    const form = caseAt(tokens, at, pronoun);
    const near = [...this.#traces.values()]
      .filter((t) => t.at >= 0 && sentence - t.sentence <= reach && fits(t, pronoun.gender))
      .sort((a, b) => b.at - a.at)
      .slice(0, longest);
    const ahead = later.filter(({ entity }) => this.#mayCome(entity!, near, pronoun.gender));
    const persons = near.filter((t) => t.kind === 'person').length + ahead.length;
    if (persons === 0 || persons > crowd) return null;
    const options = near.map((t, rank): Option => {
      const features = [...this.#featuresOf(t, at, form), ...amongOthers(near, rank, sentence, form)];
      return { entity: t.entity, at: t.at, features };
    });
    const size = Math.min(near.length + ahead.length, 4);
    for (const { entity, firstToken } of ahead)
      options.push({ entity: entity!, at: firstToken, features: ['ahead', `ahead:${form}`, `ahead:of:${size}`] });
    return { at, options, none: [`none:${form}`, `none:of:${size}`] };
  }

  #mayCome(entity: number, near: readonly Trace[], gender: Gender): boolean {
    if (near.some((t) => t.entity === entity)) return false;
    this.#announce(entity, 'person', this.#sexes.get(entity) ?? unknown);
    return fits(this.#traces.get(entity)!, gender);
  }

  #announce(entity: number, kind: Trace['kind'], sex: Sex): void {
    if (this.#traces.has(entity)) return;
    const far = -1 - reach;
    this.#traces.set(entity, {
      ...{ entity, kind, sex, at: -1, end: 0, sentence: far, grammar: 'other', form: 'name', count: 0 },
      ...{ subject: far, shown: null },
    });
  }

  #note(entity: number, at: number, end: number, grammar: Grammar, form: Trace['form']): void {
    const trace = this.#traces.get(entity)!;
    const { sentence } = this.#document.tokens[at]!;
    Object.assign(trace, { at, end, sentence, grammar, form, count: trace.count + 1 });
    if (grammar === 'subject') trace.subject = sentence;
  }

  #featuresOf(trace: Trace, at: number, form: string): string[] {
    const { tokens, sentences } = this.#document;
    const { sentence } = tokens[at]!;
    const far = Math.min(sentence - trace.sentence, reach);
    const { grammar, kind } = trace;
    const out = [
      kind,
      `${kind}:${Math.min(far, 2)}`,
      `${kind}:${grammar}`,
      `${kind}:count:${Math.min(trace.count, 3)}`,
      `${kind}:known:${genderOf(trace) !== null}`,
      `${kind}:${form}`,
      `${kind}:${this.#determinerOf(trace)}`,
      `far:${far}`,
      `far:${far}:${form}`,
      `${Math.min(far, 2)}:${grammar}`,
      `${Math.min(far, 2)}:${grammar}:${form}`,
      `form:${trace.form}:${Math.min(far, 2)}`,
      `count:${Math.min(trace.count, 4)}`,
      `subject:${Math.min(sentence - trace.subject, reach)}:${form}`,
    ];
    if (sentences[sentence]!.block !== sentences[trace.sentence]!.block) out.push('block');
    if (this.#last !== null) {
      const since = Math.min(2, sentence - this.#last.sentence);
      out.push(`${this.#last.entity === trace.entity ? 'chain' : 'other-chain'}:${since}`);
    }
    if (far === 0) out.push(...this.#between(trace, at, form));
    return out;
  }

  /** How a description is brought in: "a woman", "the woman", "his mother". */
  #determinerOf({ kind, at }: Trace): string {
    if (kind !== 'noun') return '';
    const { tokens } = this.#document;
    for (let i = at - 1; i > at - 4 && i >= 0; i--) {
      if (/^(?:DT|PRP\$|POS)$/.test(tokens[i]!.tag)) return tokens[i]!.tag === 'DT' ? tokens[i]!.lower : 'owned';
    }
    return 'none';
  }

  /** What stands between a name and a pronoun of one sentence. */
  #between(trace: Trace, at: number, form: string): string[] {
    const { tokens } = this.#document;
    const { grammar, end } = trace;
    let verbs = 0;
    let edges = 0;
    let speech = false;
    for (let i = end; i < at; i++) {
      const token = tokens[i]!;
      if (isTensed(token)) {
        if (verbs === 0) speech = this.#resources.names.has('speech', token.lemma);
        verbs++;
      } else if (/^(?:CCONJ|SCONJ)$/.test(token.pos) || /^W/.test(token.tag) || /^[,;:]$/.test(token.text)) edges++;
    }
    const [v, e] = [Math.min(verbs, 2), Math.min(edges, 1)];
    const out = [`verbs:${v}:${form}`, `verbs:${v}:${e}:${form}`, `verbs:${v}:${e}:${grammar}:${form}`];
    if (speech && grammar === 'subject') out.push(`said:${form}:${v}`);
    if (tokens[at - 1]?.pos === 'CCONJ') out.push(`and:${grammar}:${form}`);
    return out;
  }
}

const unknown: Sex = { gender: null, isSure: false };

const genderOf = ({ sex, shown }: Trace): Gender | null => (sex.isSure ? sex.gender : (shown ?? sex.gender));

function fits(trace: Trace, gender: Gender): boolean {
  const own = genderOf(trace);
  return own === null || own === gender;
}

/** How one of those in reach stands among them; `near` begins with the last mentioned. */
function amongOthers(near: readonly Trace[], rank: number, sentence: number, form: string): string[] {
  const trace = near[rank]!;
  const size = Math.min(near.length, 4);
  const far = Math.min(2, sentence - trace.sentence);
  const known = genderOf(trace) !== null;
  const place = Math.min(rank, 3);
  const out = [`rank:${place}`, `rank:${place}:of:${size}`, `known:${known}`, `of:${size}`];
  if (near.length === 1) out.push(`alone:${known}`, `alone:${far}:${form}`);
  if (!known && near.some((t) => genderOf(t) !== null)) out.push('other-known');
  if (!near.some((t) => t.sentence === trace.sentence && t.at < trace.at)) out.push('first', `first:${far}:${form}`);
  if (near.every((t) => t.count <= trace.count)) out.push('most');
  return out;
}

/** "her" is either; "him" after a preposition is neither subject nor object. */
function caseAt(tokens: readonly Token[], at: number, pronoun: Pronoun): string {
  if (tokens[at]!.tag === 'PRP$') return 'possessive';
  return pronoun.case === 'object' && tokens[at - 1]?.pos === 'ADP' ? 'oblique' : pronoun.case;
}

/** First token after an opening like "In addition to courting Trump,". */
export function frontedEnd({ tokens }: Read, { firstToken, endToken }: Sentence): number {
  const head = tokens[firstToken];
  if (head === undefined || !(head.pos === 'ADP' || head.pos === 'SCONJ' || head.tag === 'VBG')) return firstToken;
  for (let i = firstToken + 1; i < endToken; i++) if (tokens[i]!.text === ',') return i;
  return firstToken;
}
