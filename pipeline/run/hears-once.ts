/** Tells what has not been said of a file before. */
export function hearsOnce(): (file: string, what: string) => boolean {
  const said = new Set<string>();
  return (file, what) => said.size < said.add(`${file}\n${what}`).size;
}
