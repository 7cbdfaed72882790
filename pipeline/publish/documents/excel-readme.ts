/** README of the spreadsheet set. */
export const excelReadme = `# For spreadsheets

These are the tables of \`csv/\`, written for Excel, LibreOffice and Google Sheets. Two things differ:

- The files begin with a byte order mark, so that Excel reads them as UTF-8.
- A text that begins with \`=\`, \`+\`, \`-\`, \`@\`, a tab or a line break (or a full-width form of these signs) has an apostrophe
  before it. A spreadsheet would run such a text as a formula; a news article is not a place to take formulas from.

Columns of numbers, dates and true/false are as they should be. A *text* that looks like a number or a day, such as a \`value_text\` of
\`2,300\` or a \`quote\` of \`2026-05-13\`, a spreadsheet turns into one when it opens the file by double-click, in the way of its own
language; it also cuts a cell after 32,767 characters. Import the file with these columns as text where that matters, or trust \`value\`
rather than \`value_text\`. For exact values use \`csv/\`, \`parquet/\`, \`arrow/\` or \`json/\`.
`;
