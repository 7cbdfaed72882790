import fc from 'fast-check';

const pieces = [
  'U.S.',
  'Mr. ',
  '. ',
  '? ',
  '" ',
  '“',
  '”',
  "'s",
  ' (AP) — ',
  '\n',
  '\r\n',
  '\n\n',
  '- ',
  '# ',
  '• ',
  '3.5',
  '$',
  'e-',
  '\ud83d',
  'א',
  '👍🏽',
  '@',
  '\u200b',
];

/** Any string at all, and strings made of what articles are made of. */
export const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit))).map((units) => units.join('')),
  fc.array(fc.oneof(fc.constantFrom(...pieces), fc.lorem({ maxCount: 4 }))).map((parts) => parts.join('')),
);
