import { z } from 'zod';
import { column } from '../column.ts';
import { table } from '../table.ts';
import { keyOf, sha256, text } from '../vocabulary.ts';

/** Why an input was refused. The codebook and the README list them. */
export const rejectCodes = z.enum([
  'empty',
  'binary',
  'undecodable',
  'too_large',
  'unknown_format',
  'invalid_json',
  'invalid_metadata',
  'unsupported_language',
  'no_article',
  'not_html',
  'http_status',
  'broken_record',
  'path_outside',
  'symlink_loop',
  'gzip_bomb',
  'corrupt_gzip',
  'unreadable',
  'same_text',
  'same_url',
  'internal_error',
]);

/** Inputs that were refused. */
export const rejects = table({
  name: 'rejects',
  title: 'Rejects',
  description: 'One row is an input that was refused, and why: nothing disappears.',
  key: 'reject_id',
  prefix: 'r',
  identity: ['source_file', 'record', 'reason_code'],
  columns: {
    reject_id: column(keyOf('r'), { title: 'Reject', description: 'Key.', example: 'r_q3v5k2w7c4mz6xta' }),
    source_file: column(text, {
      title: 'Source file',
      description: 'Path below the raw folder.',
      example: 'inbox/scan.txt',
    }),
    record: column(z.int32().min(1).nullable(), {
      title: 'Record',
      description: 'Line of the file, or record of the archive, where a file holds many articles.',
      unit: 'lines or records',
      example: 12,
    }),
    stage: column(z.enum(['ingest', 'annotate', 'extract', 'resolve']), {
      title: 'Stage',
      description: 'The stage that refused it.',
      example: 'ingest',
    }),
    reason_code: column(rejectCodes, { title: 'Reason', description: 'Code of the reason.', example: 'empty' }),
    message: column(text, {
      title: 'Message',
      description: 'File, place, value and remedy, in a sentence.',
      example: 'inbox/scan.txt: not UTF-8 at byte 132; re-save it as UTF-8 or name its encoding in scan.meta.json',
    }),
    source_sha256: column(sha256.nullable(), {
      title: 'Source SHA-256',
      description: 'SHA-256 of the bytes received, where they could be read.',
      example: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    }),
  },
});
