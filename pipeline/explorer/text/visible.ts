/**
 * A text with its invisible signs made visible: what turns the direction of writing, or hides between letters, could show
 * a reader something else than what is there.
 */
export const visible = (text: string): string =>
  text.replace(hidden, (sign) => `[U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`);

const hidden = /\p{Bidi_Control}|(?![\t\n\r])\p{Cc}|[\u{e0000}-\u{e007f}]/gu;
