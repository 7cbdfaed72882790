import { readFileSync, writeFileSync } from 'node:fs';
import { assembleKernel } from './kernel-assembly.ts';

const folder = new URL('../../annotate/linear/', import.meta.url);
const bytes = await assembleKernel(readFileSync(new URL('kernel.wat', folder), 'utf8'));
writeFileSync(
  new URL('kernel-bytes.ts', folder),
  `/** kernel.wat, assembled by \`npm run kernel\`. */\nexport const kernelBytes =\n  '${Buffer.from(bytes).toString('base64')}';\n`,
);
