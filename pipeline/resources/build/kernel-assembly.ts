import openWabt from 'wabt';

/** WebAssembly text → module; throws with line and column where the text is wrong. */
export async function assembleKernel(text: string): Promise<Uint8Array> {
  const wabt = await openWabt();
  const parsed = wabt.parseWat('kernel.wat', text, { simd: true, sign_extension: true });
  try {
    parsed.validate();
    return parsed.toBinary({}).buffer;
  } finally {
    parsed.destroy();
  }
}
