import type { Reject } from '#schemas/stages/article.ts';

/** Refused for what the disk or the program did, not for what it is: the next run tries it again. */
export const isPassing = ({ reason_code }: Pick<Reject, 'reason_code'>): boolean =>
  reason_code === 'internal_error' || reason_code === 'unreadable';
