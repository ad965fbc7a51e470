/** Blanks, quotation marks and characters without a form of their own, which spreadsheets look past. */
const LOOKED_PAST = /^[\p{Z}\p{C}'"`«»‘’‚“”„‹›]*/u;

/** What begins a formula; U+2212 is a minus sign that folding leaves as it is. */
const BEGINS_FORMULA = new Set(["=", "+", "-", "@", "\u2212"]);

/** With these in front, some spreadsheets take what follows for a formula of its own. */
const BEGINS_CELL = /^[\t\r\n]/;

/**
 * Text of others for a cell of a spreadsheet, which must not take it for a formula: what might begin one gets an
 * apostrophe in front, whether the sign stands first, behind blanks or quotation marks, or in its full-width form. All
 * other text stays as it is.
 */
export function defuse(text: string): string {
  const first = text.codePointAt(LOOKED_PAST.exec(text)?.[0].length ?? 0);
  const sign = first === undefined ? "" : String.fromCodePoint(first).normalize("NFKC");
  return BEGINS_FORMULA.has(sign) || BEGINS_CELL.test(text) ? `'${text}` : text;
}
