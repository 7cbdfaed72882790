import type { View } from './view.ts';

/** “long-term”, not “wealth - spending”. */
export const isTouching = (view: View, at: number): boolean =>
  /^[-‑–]$/.test(view.lower(at)) &&
  (view.token(at)?.start === view.token(at - 1)?.end || view.token(at)?.end === view.token(at + 1)?.start);

/** “HIV[/]Aids”, “Iran[–]Iraq”, “Life [&] Annuity”: two words are one. */
export const isGlue = (view: View, at: number): boolean =>
  (/^[–/]$/.test(view.lower(at)) && isJoined(view, at + 1)) ||
  (view.lower(at) === '&' && isCapital(view, at - 1) && isCapital(view, at + 1));

/** A hyphen, dash or stroke without white space joins the token to the one before it. */
export const isJoined = (view: View, at: number): boolean =>
  /^[-‑–/]$/.test(view.lower(at - 1)) &&
  view.token(at)?.start === view.token(at - 1)?.end &&
  view.token(at - 1)?.start === view.token(at - 2)?.end;

export const isCapital = (view: View, at: number): boolean => /^\p{Lu}/u.test(view.token(at)?.text ?? '');
