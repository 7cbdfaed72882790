import { type EventModality, type EventType, eventTypes, type Sector, sectors } from '#schemas/vocabulary.ts';
import type { ReadResource } from './index.ts';

export type Role = 'actor' | 'recipient' | 'victim' | 'instrument' | 'topic' | 'any';

/** Where a role stands and what may fill it. A noun's slots are prepositions alone. */
export interface Slot {
  readonly from: string;
  readonly role: Role;
  readonly filter: string;
  /** `required`: no event without it; `fitting`: what stands there must fit; `optional`: what doesn't fit is passed over. */
  readonly need: 'required' | 'fitting' | 'optional';
}

/** A word or phrase that reports an event, with its frame. */
export interface Trigger {
  readonly words: readonly string[];
  readonly type: EventType;
  /** `~` where the topic decides. */
  readonly mode: string | null;
  readonly slots: readonly Slot[];
  readonly flags: ReadonlySet<string>;
  readonly example: string;
}

/** What a word says of the event that depends on it. */
export type Effect = EventModality | 'negative';

/** What the verb makes of its event noun: where the noun stands, and what the verb's subject is in the event. */
export interface LightVerb {
  readonly words: readonly string[];
  readonly noun: string;
  readonly subject: Role;
}

/** What a word says of the walk of life of whom it names. */
export interface SectorEntry {
  readonly sector: Sector | null;
  /** Other words decide before this one does. */
  readonly isOpen: boolean;
}

/** Everything the finder of events knows of words. */
export interface EventLexicon {
  /** By the verb's lemma; longer phrases first. */
  readonly verbs: ReadonlyMap<string, readonly Trigger[]>;
  /** By the head's lemma; longer phrases first. */
  readonly nouns: ReadonlyMap<string, readonly Trigger[]>;
  /** By the verb's lemma. */
  readonly light: ReadonlyMap<string, readonly LightVerb[]>;
  /** By part of speech, a space and the lemma. */
  readonly certainty: ReadonlyMap<string, Effect>;
  readonly kinds: ReadonlyMap<string, ReadonlySet<string>>;
  readonly guards: ReadonlyMap<string, readonly (readonly [domain: string, weight: number])[]>;
  /** By type, a space and the lemma. */
  readonly topics: ReadonlyMap<string, string>;
  readonly contexts: ReadonlyMap<string, string>;
  /** How a verb takes another: `object` (object control), `clause` (a clause without "that"), `past` (past and present look alike). */
  readonly complements: ReadonlyMap<string, string>;
  /** By the last words of a description, role or name. */
  readonly sectors: ReadonlyMap<string, SectorEntry>;
  /** By the kind that the lists of organizations and peoples give. */
  readonly sectorsOfKinds: ReadonlyMap<string, Sector>;
}

const folder = 'lexicons/events/';
const roles = new Set<string>(['actor', 'recipient', 'victim', 'instrument', 'topic', 'any']);
const usual: Readonly<Record<Role, string>> = {
  actor: 'agent',
  recipient: 'agent',
  victim: 'victim',
  instrument: 'any',
  topic: 'any',
  any: 'any',
};

/** Reads the lexicons of events; throws where a line cannot be read. */
export function loadEvents(read: ReadResource): EventLexicon {
  const verbs = new Map<string, Trigger[]>();
  const nouns = new Map<string, Trigger[]>();
  for (const type of eventTypes.options) {
    for (const [place, [phrase = '', pos = '', mode = '', frame = '', example = '']] of lines(read, `${type}.txt`, 5)) {
      const words = phrase.replaceAll('-', ' - ').split(' ');
      const isNoun = pos === 'noun';
      const { slots, flags } = readFrame(frame, place);
      append(isNoun ? nouns : verbs, isNoun ? words.at(-1)! : words[0]!, {
        words,
        type,
        mode: mode === '-' ? null : mode,
        slots,
        flags,
        example,
      });
    }
  }
  for (const list of [...verbs.values(), ...nouns.values()]) list.sort((a, b) => b.words.length - a.words.length);
  return { verbs, nouns, ...readRest(read) };
}

function readRest(read: ReadResource): Omit<EventLexicon, 'verbs' | 'nouns'> {
  const light = new Map<string, LightVerb[]>();
  for (const [, [phrase = '', noun = '', subject = '']] of lines(read, 'light-verbs.txt', 3)) {
    const words = phrase.split(' ');
    append(light, words[0]!, { words, noun, subject: subject as Role });
  }
  const guards = new Map<string, [string, number][]>();
  for (const [, [word = '', domain = '', weight = '']] of lines(read, 'guards.txt', 3)) {
    append(guards, word, [domain, Number(weight)]);
  }
  return {
    ...readSectors(read),
    light,
    guards,
    certainty: new Map(lines(read, 'certainty.txt', 3).map(([, [w, pos, e]]) => [`${pos} ${w}`, e as Effect])),
    kinds: new Map(lines(read, 'kinds.txt', 2).map(([, [w = '', kinds = '']]) => [w, new Set(kinds.split(' '))])),
    topics: new Map(lines(read, 'topics.txt', 3).map(([, [w, type, mode = '']]) => [`${type} ${w}`, mode])),
    contexts: new Map(lines(read, 'contexts.txt', 2).map(([, [w = '', context = '']]) => [w, context])),
    complements: new Map(lines(read, 'complements.txt', 2).map(([, [w = '', how = '']]) => [w, how])),
  };
}

function readSectors(read: ReadResource): Pick<EventLexicon, 'sectors' | 'sectorsOfKinds'> {
  const nouns = new Map<string, SectorEntry>();
  const kinds = new Map<string, Sector>();
  for (const [place, [word = '', what = '', name = '']] of lines(read, 'sectors.txt', 3)) {
    const isOpen = name.startsWith('~');
    const sector = name === '~' ? null : sectors.safeParse(name.replace('~', '')).data;
    const isKind = what === 'kind' && !isOpen;
    if (sector === undefined || (what !== 'noun' && !isKind))
      throw new Error(`${place}: write noun or kind and a sector (${sectors.options.join(', ')}); got ${what} ${name}`);
    if (isKind) kinds.set(word, sector!);
    else nouns.set(word.replaceAll('-', ' '), { sector, isOpen });
  }
  return { sectors: nouns, sectorsOfKinds: kinds };
}

function lines(read: ReadResource, name: string, size: number): [place: string, fields: string[]][] {
  const found: [string, string[]][] = [];
  for (const [index, line] of new TextDecoder()
    .decode(read(folder + name))
    .split('\n')
    .entries()) {
    if (line === '' || line.startsWith('#')) continue;
    const fields = line.split('\t');
    const place = `${folder}${name}:${index + 1}`;
    if (fields.length !== size)
      throw new Error(`${place}: ${size} fields between tabs are needed; got ${fields.length}`);
    found.push([place, fields]);
  }
  return found;
}

/** Reads `subj=actor! obj=recipient:person pp:with=topic plural`; a dash is an empty frame. */
function readFrame(frame: string, place: string): Pick<Trigger, 'slots' | 'flags'> {
  const slots: Slot[] = [];
  const flags = new Set<string>();
  for (const item of frame.split(' ')) {
    const [from = '', filler] = item.split('=');
    if (filler === undefined) {
      if (from !== '-') flags.add(from);
      continue;
    }
    const [role = '', filter] = filler.replace(/[!?]$/, '').split(':');
    if (!roles.has(role)) throw new Error(`${place}: a frame names a role (${[...roles].join(', ')}); got ${item}`);
    slots.push({
      from: from.replace(/^pp:/, ''),
      role: role as Role,
      filter: filter ?? usual[role as Role],
      need: filler.endsWith('!') ? 'required' : filler.endsWith('?') ? 'optional' : 'fitting',
    });
  }
  return { slots, flags };
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
