import { tooLarge } from '../bytes.ts';
import { Refusal } from '../refusal.ts';
import type { Segment } from './members.ts';
import { Window } from './window.ts';

/** The bytes of a record, or why they could not be had. */
export interface Frame {
  /** Head and block without the empty lines behind them; of a refused record what is known of it. */
  readonly bytes: Uint8Array;
  readonly refusal: Refusal | null;
}

/** Longest head of a record, in bytes. */
export const headLimit = 1 << 16;

const headEnd = Buffer.from('\r\n\r\n');
const start = Buffer.from('WARC/');
/** How a record begins behind another one. */
const boundary = Buffer.from('\r\n\r\nWARC/1.');

/**
 * The records of a segment, one in memory at a time. One that is not as long as it says is refused, and so is what begins
 * like none; reading goes on with the next that begins as a record does. `place` names the record in messages.
 */
export async function* framesOf(segment: Segment, limit: number, place: () => string): AsyncGenerator<Frame> {
  const input = new Window(segment);
  const framer = new Framer(input, limit, place);
  while (await hasMore(input)) yield await framer.next();
  if (input.failure !== undefined && !framer.hasTold) yield { bytes: Buffer.alloc(0), refusal: framer.failure()! };
}

/** Passes over empty lines. */
async function hasMore(input: Window): Promise<boolean> {
  for (let held = await input.look(1); held.length > 0; held = await input.look(1)) {
    const at = held.findIndex((byte) => byte !== 13 && byte !== 10);
    if (at >= 0) {
      input.take(at);
      return true;
    }
    input.take(held.length);
  }
  return false;
}

class Framer {
  /** Has a record been refused because the segment broke off? */
  hasTold = false;
  /** The head of the record that is read. */
  #head: Uint8Array = Buffer.alloc(0);

  readonly input: Window;
  readonly limit: number;
  readonly place: () => string;

  constructor(input: Window, limit: number, place: () => string) {
    this.input = input;
    this.limit = limit;
    this.place = place;
  }

  async next(): Promise<Frame> {
    this.#head = Buffer.alloc(0);
    const held = await this.input.look(headLimit);
    const end = held.subarray(0, headLimit).indexOf(headEnd);
    if (!held.subarray(0, start.length).equals(start)) return this.#refused('begins with no "WARC/"', 1);
    if (end === -1) return this.#refused(`has no empty line in its first ${headLimit} bytes`, start.length);
    const headLength = end + headEnd.length;
    this.#head = Buffer.from(held.subarray(0, headLength));
    const length = lengthIn(this.#head);
    if (length === null) return this.#refused('says not in "Content-Length" how long it is', headLength);
    const total = headLength + length;
    return total > this.limit ? this.#passOver(total) : this.#whole(total, length, headLength);
  }

  /** Why the segment broke off, where it did. What is no `Refusal` is a mistake of the program. */
  failure(): Refusal | null {
    const { failure } = this.input;
    if (failure === undefined || failure instanceof Refusal) return failure ?? null;
    throw failure;
  }

  async #whole(total: number, length: number, headLength: number): Promise<Frame> {
    const held = await this.input.look(total + headEnd.length + start.length);
    const follows = held.subarray(total);
    if (held.length >= total && isAtEnd(follows) && !(isEmpty(follows) && this.failure())) {
      return { bytes: Buffer.from(this.input.take(total)), refusal: null };
    }
    const is = held.length < total ? `breaks off after ${held.length - headLength}` : 'no record ends there';
    return this.#refused(`says "Content-Length: ${length}", but ${is}`, headLength - headEnd.length);
  }

  async #passOver(total: number): Promise<Frame> {
    const passed = await this.input.skip(total);
    const follows = await this.input.look(headEnd.length + start.length);
    const isTrue = passed === total && isAtEnd(follows);
    const what = `says that it has ${total} bytes, which is not so`;
    return this.#told(isTrue ? tooLarge(this.place(), this.limit) : broken(this.place(), what), isEmpty(follows));
  }

  /** Refuses what lies here and passes over it, up to what begins like a record at least so many bytes on. */
  async #refused(what: string, from: number): Promise<Frame> {
    let isOver = false;
    for (let at = from; !isOver; at = 0) {
      const held = await this.input.look(at + (1 << 16));
      const found = held.indexOf(boundary, at);
      if (found !== -1) {
        this.input.take(found);
        break;
      }
      isOver = held.length < at + (1 << 16);
      this.input.take(isOver ? held.length : held.length - boundary.length);
    }
    return this.#told(broken(this.place(), what), isOver);
  }

  /** A refused record; where the segment broke off in it, that is why. */
  #told(refusal: Refusal, isLast: boolean): Frame {
    const failure = isLast ? this.failure() : null;
    if (failure) this.hasTold = true;
    return { bytes: this.#head, refusal: failure ?? refusal };
  }
}

const broken = (place: string, what: string): Refusal =>
  new Refusal('broken_record', `${place}: ${what}; fetch the archive again, or write it anew with another program`);

const isEmpty = (bytes: Buffer): boolean => bytes.every((byte) => byte === 13 || byte === 10);

/** May a record end before these bytes? Empty lines and the next record follow, or nothing. */
function isAtEnd(bytes: Buffer): boolean {
  const at = bytes.findIndex((byte) => byte !== 13 && byte !== 10);
  if (at === -1) return true;
  return at > 0 && bytes.subarray(at, at + start.length).equals(start.subarray(0, bytes.length - at));
}

function lengthIn(head: Uint8Array): number | null {
  const stated = /^content-length:[ \t]*([0-9]{1,15})[ \t]*\r?$/im.exec(Buffer.from(head).toString('latin1'))?.[1];
  return stated === undefined ? null : Number(stated);
}
