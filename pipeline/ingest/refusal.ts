import { type Reject, reject } from '#schemas/stages/article.ts';
import { rejects } from '#schemas/tables/rejects.ts';
import { contentKey } from '../identity.ts';

/** Code of a reason to refuse an input. */
export type ReasonCode = Reject['reason_code'];

/** Why an input is refused. Thrown inside `ingest` and turned into a `Reject` at its edge. */
export class Refusal extends Error {
  readonly code: ReasonCode;
  constructor(code: ReasonCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** Runs `read` and turns a `Refusal` into what `refused` makes of it. Other errors are programming errors and pass. */
export async function orRefused<T, R>(read: () => Promise<T>, refused: (refusal: Refusal) => R): Promise<T | R> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Refusal) return refused(error);
    throw error;
  }
}

/** The columns of a reject that are not derived. */
export type Refused = Omit<Reject, 'record_type' | 'reject_id'>;

/** A reject with its key. */
export function rejectOf(refused: Refused): Reject {
  const { source_file, record, reason_code } = refused;
  const reject_id = contentKey(rejects.prefix, [rejects.name, source_file, record, reason_code]);
  return reject.parse({ record_type: 'reject', reject_id, ...refused });
}
