const plainNumber = /^-?\d+(\.\d+)?$/;
// Spreadsheets take these for the start of a formula; Chinese and Japanese ones the full-width forms too.
const formulaLike = /^'*[=+\-@＝＋－＠]/;

/** A leading apostrophe keeps a spreadsheet from calculating the cell of a csv. `bareText` takes it away again. */
export function harmlessText(value: string): string {
  const text = value.trim();
  return formulaLike.test(text) && !plainNumber.test(text) ? `'${text}` : text;
}

export function bareText(cell: string): string {
  const text = cell.trim();
  return text.startsWith("'") && formulaLike.test(text) ? text.slice(1) : text;
}
