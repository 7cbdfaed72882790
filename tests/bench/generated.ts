import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';

const places = ['Lisbon', 'Tuzla', 'Ghent', 'Cork', 'Malmö', 'Porto', 'Trieste', 'Leeds', 'Nice', 'Bergen'];
const firstNames = ['Ana', 'Marko', 'Lena', 'Piet', 'Sean', 'Ingrid', 'Tiago', 'Carla', 'Ruth', 'Omar'];
const lastNames = ['Kovač', 'Ruiz', 'Lindgren', 'Peeters', 'Byrne', 'Novak', 'Santos', 'Weber', 'Okafor', 'Haddad'];
const firms = ['Northline Steel', 'Harbour Foods', 'Alpine Rail', 'Delta Paper', 'Meridian Bank'];
const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];
const causes = ['a flood', 'a fire', 'a train crash', 'a storm', 'a landslide'];

type Draw = (most: number) => number;

const pick = (draw: Draw, list: readonly string[]): string => list[draw(list.length)]!;

const sentences: readonly ((draw: Draw) => string)[] = [
  (d) =>
    `${capital(pick(d, causes))} killed ${2 + d(90)} people in ${pick(d, places)} on ${pick(d, days)}, the mayor, ${person(d)}, said.`,
  (d) => `“We lost ${3 + d(40)} houses and the bridge,” ${person(d)} told reporters in ${pick(d, places)}.`,
  (d) =>
    `${pick(d, firms)} said its sales rose ${1 + d(30)}.${d(10)} percent to $${1 + d(900)} million in the third quarter.`,
  (d) =>
    `About ${100 * (1 + d(80))} residents were evacuated after ${pick(d, causes)}, according to the council of ${pick(d, places)}.`,
  (d) =>
    `${person(d)}, the chief executive of ${pick(d, firms)}, resigned on ${pick(d, days)} after ${2 + d(12)} years.`,
  (d) =>
    `Police in ${pick(d, places)} arrested ${1 + d(15)} men on ${pick(d, days)} over the theft of ${1 + d(60)} cars.`,
  (d) => `Unemployment in ${pick(d, places)} fell to ${3 + d(9)}.${d(10)} percent in May, the statistics office said.`,
  (d) =>
    `${pick(d, firms)} will close its plant in ${pick(d, places)}, where ${50 + d(900)} people work, by the end of the year.`,
];

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
const person = (draw: Draw): string => `${pick(draw, firstNames)} ${pick(draw, lastNames)}`;

/** Numbers that look drawn at random and are the same in every run. */
function drawing(seed: number): Draw {
  let state = seed;
  return (most) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
}

/** Sentences of an article: some hundred words. */
const sentencesEach = 7;

/** Writes a raw folder with one file of so many articles, a line each. */
export function writeGenerated(folder: string, articles: number): void {
  mkdirSync(folder, { recursive: true });
  const file = openSync(path.join(folder, 'generated.jsonl'), 'w');
  const draw = drawing(7);
  for (let i = 0; i < articles; i++) {
    const text = Array.from({ length: sentencesEach }, () => sentences[draw(sentences.length)]!(draw)).join(' ');
    const day = String(1 + (i % 28)).padStart(2, '0');
    const url = `https://bench.example/generated/${i}`;
    writeSync(file, `${JSON.stringify({ text, url, published_on: `2026-05-${day}`, language: 'en' })}\n`);
  }
  closeSync(file);
}
