import { fold } from '../../../resources/fold.ts';
import type { Proposal, Reading, Run } from '../reading.ts';
import { matchAt } from './known.ts';

/** Words of sport, by the guards of events, that make a text one about sport: so many, and one in so many tokens. */
const sportWords = 4;
const tokensToSport = 60;
/** What must speak for a team in one article. */
const enough = 1;
/** What a place that is a team outweighs: the gazetteer, the tagger and what the article says of the town. */
const weight = 3;

/** One of the names of a town, and what around it says that its team is meant, or the town. */
interface Sighting {
  readonly run: Run;
  readonly form: string;
  readonly team: number;
  readonly isTown: boolean;
}

/** "Ashgate beat Calder 2-1", "Calder boss Ian Grey": in an article about sport, a town's name is its team's, but not in "in Calder". */
export function* teams(reading: Reading): Generator<Proposal> {
  if (!isSport(reading)) return;
  const byForm = new Map<string, Sighting[]>();
  for (const run of reading.runs) {
    const form = reading.slice(run.first, run.end);
    if (run.headline || !isTown(reading, form) || goesOn(reading, run)) continue;
    const sighting = { run, form, team: teamCue(reading, run), isTown: isInTown(reading, run) };
    const others = byForm.get(form);
    if (others) others.push(sighting);
    else byForm.set(form, [sighting]);
  }
  const persons = personWords(reading);
  for (const [form, sightings] of byForm) {
    if (persons.has(form)) continue;
    const team = sightings.reduce((sum, { team }) => sum + team, 0);
    const town = sightings.filter(({ isTown }) => isTown).length;
    if (team < enough || team < town) continue;
    for (const { run, isTown } of sightings) {
      if (!isTown) yield { first: run.first, end: run.end, type: 'organization', weight, basis: 'team' };
    }
  }
}

function isSport({ tokens, resources: { events } }: Reading): boolean {
  let sum = 0;
  for (const { lower } of tokens) {
    for (const [domain, weight] of events.guards.get(lower) ?? []) if (domain === 'sport') sum += weight;
  }
  return sum >= sportWords && sum * tokensToSport >= tokens.length;
}

/** Towns and parts of towns; countries play under their own names and stay places. */
function isTown({ resources: { gazetteer } }: Reading, form: string): boolean {
  const known = gazetteer.known.get(form);
  if (known !== undefined) return known.type === 'place' && /^(?:city|district)$/.test(known.subtype ?? '');
  return gazetteer.cities.find(form).length > 0;
}

/** "Republic" of Ireland. */
function goesOn(reading: Reading, { first, end }: Run): boolean {
  const match = matchAt(reading, first, Math.min(first + 6, reading.tokens.length));
  return match !== null && match.end > end;
}

/** Last words of runs that begin with a given name: "Burnley" may be Rick Burnley here. */
function personWords({ runs, tokens, resources }: Reading): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { first, end } of runs) {
    if (end - first > 1 && resources.gazetteer.givenNames.has(fold(tokens[first]!.text))) {
      words.add(tokens[end - 1]!.text);
    }
  }
  return words;
}

/** How much the words around a name say that a team is meant, at most 1. */
function teamCue(reading: Reading, { first, end }: Run): number {
  const { tokens, resources } = reading;
  const { names } = resources;
  const { sentence } = tokens[first]!;
  const at = (i: number) => (tokens[i]?.sentence === sentence ? tokens[i] : undefined);
  const isNumber = (i: number): boolean => /^\d{1,3}$/.test(at(i)?.text ?? '');
  const before = at(first - 1);
  const next = at(end);
  const has = next && /^['’]s?$/.test(next.text) ? at(end + 1) : next;
  let sum = 0;
  if (has && names.has('team_role', has.lemma)) sum += 1;
  if (next && names.has('team_verb', next.lemma)) sum += 1;
  if (next && names.has('team_act', next.lemma)) sum += 0.5;
  if (next && isPlural(next.lower)) sum += 1;
  if (before && names.has('team_before', before.lemma)) sum += 1;
  if (isResult(reading, first)) sum += 1;
  const isScored = (isNumber(end) && (isScore(at, end) || isUpper(at(end + 1)))) || isScore(at, first - 3);
  if (isScored) sum += 1;
  return Math.min(1, sum);
}

/** "a 2-1 win over Calder", "lost to Calder". */
function isResult({ tokens, resources: { names } }: Reading, first: number): boolean {
  const link = tokens[first - 1];
  if (!/^(?:over|to|at|with|by)$/.test(link?.lower ?? '')) return false;
  for (let i = first - 2; i > first - 8 && tokens[i]?.sentence === link!.sentence; i--) {
    if (names.has('team_result', tokens[i]!.lemma)) return true;
    if (!/^(?:NUM|ADJ|ADV|DET|SYM|PUNCT)$/.test(tokens[i]!.pos)) return false;
  }
  return false;
}

type At = (token: number) => { readonly text: string } | undefined;

/** "2-1". */
const isScore = (at: At, i: number): boolean =>
  /^\d{1,3}$/.test(at(i)?.text ?? '') &&
  /^[-–]$/.test(at(i + 1)?.text ?? '') &&
  /^\d{1,3}$/.test(at(i + 2)?.text ?? '');

const isUpper = (token: { readonly text: string } | undefined): boolean => /^\p{Lu}/u.test(token?.text ?? '');

/** A town has, a team have. */
const isPlural = (word: string): boolean => /^(?:are|were|have)$/.test(word);

const inside = /^(?:in|near|around|outside|across|throughout|inside)$/;

/** "in Calder", "Calder, Slovenia", the dateline. */
function isInTown({ tokens, document }: Reading, { first, end }: Run): boolean {
  const { sentence, start } = tokens[first]!;
  const place = document.dateline?.place;
  if (place && place.start <= start && start < place.end) return true;
  const before = tokens[first - 1];
  return before?.sentence === sentence && inside.test(before.lower) && tokens[end]?.pos !== 'NOUN';
}
