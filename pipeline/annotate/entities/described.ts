import type { Resources } from '../../resources/index.ts';
import type { Draft } from './draft.ts';
import type { Read } from './index.ts';

/** Entities named so far by the noun that may stand for them: a role's last word, an organization's last word. */
export class Described {
  private readonly byNoun = new Map<string, Set<number>>();
  private readonly seen = new Set<number>();
  private readonly drafts: readonly Draft[];

  private readonly resources: Resources;

  constructor(drafts: readonly Draft[], resources: Resources) {
    this.drafts = drafts;
    this.resources = resources;
  }

  see(entity: number): void {
    if (this.seen.has(entity)) return;
    this.seen.add(entity);
    const { type, name, roles, subtype } = this.drafts[entity]!;
    if (type === 'person')
      for (const role of roles) if (!this.isOther(role)) this.add(`person ${lastWord(role)}`, entity);
    if (type === 'organization') this.add(`kind ${subtype ?? ''}`, entity);
    if (type === 'organization' && name.includes(' ')) this.add(`organization ${lastWord(name)}`, entity);
  }

  /** The only one that the noun may stand for; "the company" is none where another organization's kind is unknown. */
  only(type: 'person' | 'organization', noun: string): number | null {
    const kind = type === 'organization' ? this.resources.references.kinds.get(noun) : undefined;
    if (kind === undefined) return this.one(`${type} ${noun}`);
    return this.byNoun.has('kind ') ? null : this.one(`kind ${kind}`);
  }

  /** "shadow chancellor": not the chancellor. */
  private isOther(role: string): boolean {
    return role.split(' ').some((word) => this.resources.names.has('role_other', word.toLowerCase()));
  }

  private one(key: string): number | null {
    const entities = this.byNoun.get(key);
    return entities?.size === 1 ? [...entities][0]! : null;
  }

  private add(key: string, entity: number): void {
    this.byNoun.set(key, (this.byNoun.get(key) ?? new Set()).add(entity));
  }
}

/** "the minister", "the league": the only entity so far whose role or name ends in that word. */
export function describedAt(
  { tokens }: Read,
  { names }: Resources,
  described: Described,
  at: number,
  limit: number,
): number | null {
  const noun = tokens[at + 1];
  if (tokens[at]!.lower !== 'the' || at + 1 >= limit || noun?.tag !== 'NN') return null;
  const after = at + 2 < limit ? tokens[at + 2]! : null;
  if (after && /^(?:NOUN|PROPN|ADJ|NUM)$/.test(after.pos)) return null;
  if (after && /^(?:of|for|who|that|which|in|-)$/.test(after.lower)) return null;
  return described.only(names.roles.has(noun.lower) ? 'person' : 'organization', noun.lower);
}

const lastWord = (text: string): string => text.slice(text.lastIndexOf(' ') + 1).toLowerCase();
