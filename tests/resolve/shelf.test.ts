import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { linesAt } from '#pipeline/files/kept-lines.ts';
import { type OpenShelf, openShelf } from '#pipeline/files/shelf.ts';
import { Damaged } from '#pipeline/resolve/shelf.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'tearsheet-shelf-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function using<T>(use: (shelf: OpenShelf) => T, version = '1'): T {
  const shelf = openShelf(folder, version);
  try {
    return use(shelf);
  } finally {
    shelf.close();
  }
}

/** Fills `name` with lines of these keys, so long that a few fill a block. */
const filled = (shelf: OpenShelf, name: string, keys: readonly number[], long = 20_000): void => {
  for (const key of keys) shelf.lines(name).change(`${key}\t`, () => [`${key}\t${'x'.repeat(long)}`]);
};

describe('kept lines', () => {
  const key = fc.constantFrom('a', 'ab', 'b', 'ba', 'c', 'é', '\u{1f600}', '￮', 'a longer one, '.repeat(12));
  const value = fc
    .oneof(fc.string({ maxLength: 6 }), fc.constant('y'.repeat(70_000)))
    .map((text) => text.replaceAll(/[\n\t]/g, ' '));
  const step = fc.array(fc.tuple(key, fc.array(value, { maxLength: 3 })), { maxLength: 5 });
  const byUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

  it('are what a map of lists would hold, from run to run', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 5 }), (steps) => {
        rmSync(folder, { recursive: true, force: true });
        const model = new Map<string, string[]>();
        for (const changes of steps) {
          using((shelf) => {
            const kept = shelf.lines('some');
            const all = new Map(
              changes.map(([of, values]) => [`${of}\t`, values.map((one) => `${of}\t${one}`).sort(byUnits)]),
            );
            for (const [prefix, lines] of [...all].sort(([a], [b]) => byUnits(a, b))) {
              expect(kept.under(prefix)).toEqual(model.get(prefix) ?? []);
              kept.change(prefix, (before) => {
                expect(before).toEqual(model.get(prefix) ?? []);
                return lines;
              });
              model.set(prefix, lines);
            }
            const expected = [...model].sort(([a], [b]) => byUnits(a, b)).flatMap(([, lines]) => lines);
            expect([...kept.lines()]).toEqual(expected);
            for (const [prefix, lines] of model) expect(kept.find(prefix)).toEqual(lines);
            shelf.commit();
            expect([...linesAt(shelf.placeOf('some'))]).toEqual(expected);
          });
        }
      }),
      { numRuns: 60 },
    );
  });

  it('that do not change stay where they lie', () => {
    const keys = Array.from({ length: 60 }, (_, i) => 100 + i);
    using((shelf) => {
      filled(shelf, 'some', keys);
      shelf.commit();
    });
    const size = (): number =>
      readFileSync(path.join(folder, readdirSync(folder).find((name) => name.startsWith('some.'))!)).length;
    const before = size();
    using((shelf) => {
      shelf.lines('some').change('130\t', () => ['130\tother']);
      shelf.commit();
    });
    expect(size() - before).toBeLessThan(100_000);
  });

  it('are moved together where most of their file is of lines that are gone', () => {
    for (let run = 0; run < 5; run++) {
      using((shelf) => {
        filled(
          shelf,
          'some',
          Array.from({ length: 60 }, (_, i) => 100 + i),
        );
        shelf.commit();
        expect([...shelf.lines('some').lines()].length).toBe(60);
        expect([...linesAt(shelf.placeOf('some'))].length).toBe(60);
      });
    }
    const files = readdirSync(folder).filter((name) => name.startsWith('some.'));
    expect(files.length).toBe(1);
    expect(readFileSync(path.join(folder, files[0]!)).length).toBeLessThan(3_000_000);
  });
});

describe('a shelf', () => {
  const fill = (version: string): void =>
    using((shelf) => {
      filled(shelf, 'some', [1, 2]);
      shelf.keep('numbers', Uint32Array.of(1, 2, 3));
      shelf.bytes('bytes').append(Uint8Array.of(7));
      shelf.commit();
    }, version);

  it('has what was committed, for the same version alone', () => {
    fill('1');
    using((shelf) => {
      expect(shelf.isFilled).toBe(true);
      expect(shelf.numbers('numbers')).toEqual(Uint32Array.of(1, 2, 3));
      expect([...shelf.bytes('bytes').read(0, 9)]).toEqual([7]);
    });
    using((shelf) => {
      expect([shelf.isFilled, shelf.numbers('numbers'), [...shelf.lines('some').lines()]]).toEqual([false, null, []]);
    }, '2');
  });

  it('has nothing of a run that was cut off', () => {
    fill('1');
    using((shelf) => {
      filled(shelf, 'some', [1, 3]);
      shelf.keep('numbers', Uint32Array.of(9));
    });
    using((shelf) => {
      expect([...shelf.lines('some').lines()].map((line) => line[0])).toEqual(['1', '2']);
      expect(shelf.numbers('numbers')).toEqual(Uint32Array.of(1, 2, 3));
    });
  });

  it('holds no files that nobody needs', () => {
    fill('1');
    fill('2');
    expect(readdirSync(folder).length).toBe(4);
  });

  it('is empty where its list is damaged or a file is missing, and says so where a file is short', () => {
    fill('1');
    const list = path.join(folder, 'inventory.json');
    const whole = readFileSync(list);
    writeFileSync(list, whole.subarray(0, 40));
    using((shelf) => expect(shelf.isFilled).toBe(false));
    writeFileSync(list, whole);
    const lines = path.join(folder, readdirSync(folder).find((name) => name.startsWith('some.'))!);
    truncateSync(lines, 10);
    expect(() => using((shelf) => shelf.lines('some'))).toThrow(Damaged);
    rmSync(lines);
    using((shelf) => expect(shelf.isFilled).toBe(false));
  });
});
