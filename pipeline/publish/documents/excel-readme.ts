/** README of the spreadsheet set. */
export const excelReadme = `# For spreadsheets

These are the tables of \`csv/\`, written for Excel, LibreOffice and Google Sheets. Two things differ:

- The files begin with a byte order mark, so that Excel reads them as UTF-8.
- A text that begins with \`=\`, \`+\`, \`-\`, \`@\`, a tab or a line break (or a full-width form of these signs) has an apostrophe
  before it. A spreadsheet would run such a text as a formula; a news article is not a place to take formulas from.

Numbers, dates and true/false are untouched. For exact values use \`csv/\`, \`parquet/\`, \`arrow/\` or \`json/\`.
`;
