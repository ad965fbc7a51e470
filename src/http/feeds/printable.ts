/** What XML 1.0 has no way of writing, and no reader has a use for. */
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g;

/** A text without control characters and halves of characters; tabs and ends of lines stay. */
export function printable(text: string): string {
  return text.toWellFormed().replace(UNWRITABLE, "");
}
