// Tasks of the compiled pipeline, but for texts that do to their thread what a pathological article might.

const real = await import(process.env.TEARSHEET_WORKER);

/** @param {string} input */
export const ingestSources = async (input) => {
  if (input.includes('ending-page')) process.exit(1);
  return real.ingestSources(input);
};

/** @param {string} lines */
export const extractArticles = async (lines) => {
  // First, so that the batch of all of them is lost without waiting.
  if (lines.includes('EXIT')) process.exit(1);
  if (lines.includes('HANG')) for (;;);
  if (lines.includes('HEAP')) {
    const heap = [];
    for (;;) heap.push(new Array(1_000_000).fill(heap));
  }
  return real.extractArticles(lines);
};

export const { prepare, publishRows, verifyRows } = real;
