/** What XML 1.0 has no way to write, halves of characters among it, and DEL, for which no reader has a use. */
const UNWRITABLE = /[^\t\n\r\u{20}-\u{7E}\u{80}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** A text without control characters and halves of characters; tabs and ends of lines stay. */
export function printable(text: string): string {
  return text.replace(UNWRITABLE, "");
}
