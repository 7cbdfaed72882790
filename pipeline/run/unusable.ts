/** What a task was given cannot be used: said in a line, as it is no mistake of the program. */
export class Unusable extends Error {
  override readonly name = 'Unusable';
}
