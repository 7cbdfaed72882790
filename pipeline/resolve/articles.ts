import type { Sketch } from '#schemas/stages/sketch.ts';
import { unpackShingles } from '../extract/shingles.ts';
import type { EntityWords } from '../resources/entity-words.ts';
import { joinEntities } from './entities.ts';
import { type KnownRoll, type Roll, rollOf, rollOn } from './roll.ts';
import type { Room } from './room.ts';
import type { Shelf } from './shelf.ts';
import { type KnownShingles, shinglesOf, shinglesOn } from './shingles.ts';
import { type KnownSightings, type Sightings, sightingsOf, sightingsOn } from './sightings.ts';
import { findStories, type Stories } from './stories.ts';

/** A sketch whose text is published already. */
export type Brief = Omit<Sketch, 'text'>;

/** Articles in their order. */
export interface Sketched {
  /** 32 hexadecimal digits stand for all that an article states. */
  readonly articles: Iterable<readonly [articleId: string, print: string]>;
  /** Articles are counted from 0. */
  sketchOf(article: number): Brief;
}

/** What takes all articles at once: their copies and names. */
export interface Articles {
  readonly roll: Roll;
  readonly stories: Stories;
  readonly sightings: Sightings;
  /** Is something of an article other than before: what it states, its story, an entity? Also of one that is gone. */
  hasMoved(articleId: string): boolean;
  /** Articles of now that moved. */
  readonly moved: readonly number[];
  /** Entities that some article which moved spoke of before. */
  entitiesLeft(): Iterable<string>;
  /** Articles that are gone. */
  readonly gone: readonly string[];
  keep(shelf: Shelf): void;
}

/** Compares articles and joins names. Of an article that stays as it was nothing is read. */
export function joinArticles(stated: Sketched, words: EntityWords, shelf: Shelf, room: Room): Articles {
  const before = { roll: rollOn(shelf), shingles: shinglesOn(shelf), sightings: sightingsOn(shelf) };
  const { roll, shingles, sightings, knownAs } = read(stated, words, before, shelf);
  const nowOf = new Int32Array(before.roll.count).fill(-1);
  for (const [article, known] of knownAs.entries()) if (known !== -1) nowOf[known] = article;
  const stories = findStories({ roll, shingles }, before, nowOf, shelf, room);
  joinEntities(sightings, roll, stories.originalOf, words, {
    ...{ before: before.sightings, nowOf, knownAs },
    hasSameOrigin: (article) => stories.hasSameOrigin(article, knownAs[article]!),
  });
  const isMoved = Uint8Array.from(knownAs, (known, article) =>
    known === -1 ||
    !stories.isAsBefore(article, known) ||
    !areNamedAsBefore(article, sightings, known, before.sightings)
      ? 1
      : 0,
  );
  const notStayed = Array.from(nowOf.keys()).filter((known) => nowOf[known] === -1);
  return {
    ...{ roll, stories, sightings },
    hasMoved(articleId) {
      const article = roll.find(articleId);
      return article === -1 || isMoved[article] === 1;
    },
    moved: Array.from(isMoved.keys()).filter((article) => isMoved[article] === 1),
    *entitiesLeft() {
      const { starts, each, ids } = before.sightings;
      const left = new Set<number>();
      for (const [known, article] of nowOf.entries()) {
        if (article !== -1 && isMoved[article] === 0) continue;
        for (let i = starts[known]!; i < starts[known + 1]!; i++) left.add(each.joined[i]!);
      }
      for (const id of left) yield ids.text(id);
    },
    gone: notStayed.map((known) => before.roll.idOf(known)).filter((id) => roll.find(id) === -1),
    keep(to) {
      for (const each of [roll, shingles, sightings, stories]) each.keep(to);
    },
  };
}

interface Before {
  readonly roll: KnownRoll;
  readonly shingles: KnownShingles;
  readonly sightings: KnownSightings;
}

/** Takes over what is known of articles that stay as they were, reads the others. `knownAs` is the number of before, -1 for none. */
function read({ articles, sketchOf }: Sketched, words: EntityWords, before: Before, shelf: Shelf) {
  const roll = rollOf(before.roll);
  const shingles = shinglesOf(before.shingles, shelf);
  const sightings = sightingsOf(words.roleFields, before.sightings);
  const knownAs: number[] = [];
  // Articles that stay side by side are taken over together.
  let [from, to] = [0, 0];
  const takeOver = (): void => {
    for (const each of [roll, shingles, sightings]) each.copy(from, to);
  };
  for (const [id, print] of articles) {
    // Mostly the next one of before.
    const known = before.roll.isPrint(to, print) ? to : before.roll.find(id);
    if (known !== -1 && before.roll.isPrint(known, print)) {
      if (known !== to) {
        takeOver();
        from = known;
      }
      to = known + 1;
      knownAs.push(known);
    } else {
      takeOver();
      from = to;
      const sketch = sketchOf(knownAs.length);
      roll.add(sketch.article, print);
      shingles.add(unpackShingles(sketch.shingles));
      sightings.add(sketch.entities);
      knownAs.push(-1);
    }
  }
  takeOver();
  return {
    roll: roll.close(),
    shingles: shingles.close(),
    sightings: sightings.close(),
    knownAs: Int32Array.from(knownAs),
  };
}

function areNamedAsBefore(article: number, now: Sightings, known: number, before: KnownSightings): boolean {
  const moved = before.starts[known]! - now.starts[article]!;
  for (let i = now.starts[article]!; i < now.starts[article + 1]!; i++) {
    if (now.joined[i] !== before.each.joined[i + moved]) return false;
  }
  return true;
}
