import fs from 'node:fs';

/** Lines that only one of two files has. */
interface Unlike {
  readonly before: ReadonlySet<string>;
  readonly now: ReadonlySet<string>;
}

/**
 * Compares two files in which most lines are alike and in one order; null is a file without lines. What both have, byte for
 * byte, is passed over without being looked at. `spell` says what of a line counts, null for nothing. A line waits until its
 * like has come: no more wait than differ, or than came before.
 */
export function unlikeLines(before: string | null, now: string | null, spell: (line: string) => string | null): Unlike {
  const [old, fresh] = [new Set<string>(), new Set<string>()];
  const [left, right] = [openLines(before, spell), openLines(now, spell)];
  try {
    for (;;) {
      passAlike(left, right);
      const [one, other] = [left.line(), right.line()];
      if (one === null && other === null) return { before: old, now: fresh };
      // Where one file lags behind by lines that the other lacks, it alone goes on.
      const isLate = other !== null && old.delete(other);
      const isEarly = !isLate && one !== null && fresh.delete(one);
      if (!isEarly) right.next();
      if (!isLate) left.next();
      if (isLate || isEarly || one === other) continue;
      if (one !== null) old.add(one);
      if (other !== null) fresh.add(other);
    }
  } finally {
    left.close();
    right.close();
  }
}

/** Whole lines of a file that were read and not yet passed. */
interface Lines {
  bytes: Buffer;
  at: number;
  end: number;
  /** The line at hand, spelled; those that do not count are passed. null behind the last. */
  line(): string | null;
  /** Passes the line at hand; nothing behind the last. */
  next(): void;
  /** Reads more where all was passed. */
  fill(): void;
  close(): void;
}

const chunkSize = 1 << 18;
/** Bytes compared at a time: a difference near their end costs a second look at all before it. */
const blockSize = 1 << 14;
const lineFeed = 10;

/** Passes the lines that both files have next. */
function passAlike(left: Lines, right: Lines): void {
  for (;;) {
    left.fill();
    right.fill();
    const size = Math.min(left.end - left.at, right.end - right.at, blockSize);
    if (size === 0) return;
    if (left.bytes.compare(right.bytes, right.at, right.at + size, left.at, left.at + size) !== 0) return;
    const passed = left.bytes.lastIndexOf(lineFeed, left.at + size - 1) + 1 - left.at;
    if (passed <= 0) return;
    left.at += passed;
    right.at += passed;
  }
}

function openLines(file: string | null, spell: (line: string) => string | null): Lines {
  const handle = file === null ? null : fs.openSync(file, 'r');
  let isOver = handle === null;
  let read = 0;
  const stop = (): number => {
    const found = lines.bytes.indexOf(lineFeed, lines.at);
    return found < 0 || found >= lines.end ? lines.end : found;
  };
  const lines: Lines = {
    bytes: Buffer.alloc(0),
    at: 0,
    end: 0,
    fill() {
      while (lines.at === lines.end && !isOver) {
        const kept = lines.bytes.subarray(lines.end, read);
        const larger = Buffer.allocUnsafe(kept.length + chunkSize);
        larger.set(kept);
        const more = fs.readSync(handle!, larger, kept.length, chunkSize, null);
        isOver = more === 0;
        lines.bytes = larger;
        read = kept.length + more;
        lines.at = 0;
        lines.end = isOver ? read : larger.lastIndexOf(lineFeed, read - 1) + 1;
      }
    },
    line() {
      for (;;) {
        lines.fill();
        if (lines.at === lines.end) return null;
        const found = spell(lines.bytes.toString('utf8', lines.at, stop()));
        if (found !== null) return found;
        lines.next();
      }
    },
    next() {
      lines.at = Math.min(lines.end, stop() + 1);
    },
    close: () => (handle === null ? undefined : fs.closeSync(handle)),
  };
  return lines;
}
