import type { PageLine } from "../shared/page-lines.ts";
import { isDocument } from "./attachments.ts";
import { isCount } from "./page-header.ts";

/** Whether a line is a link from end to end, or several. */
export const isLink = (line: PageLine) =>
  line.links.length > 0 && line.links.map(({ label }) => label).join(" ") === line.text;

/**
 * Whether a line that stands outside the items says something about them: it is no furniture, no link to
 * elsewhere, no count. Blank lines do, for they keep paragraphs apart.
 */
export function isStray(line: PageLine): boolean {
  if (line.isAside || line.text === "/" || isCount(line)) return false;
  return !isLink(line) || line.links.some(isDocument);
}

/** A line with the addresses it links to, so that neither is lost. */
export function withAddresses(line: PageLine): PageLine {
  const addresses = line.links.map(({ href }) => ` <${href}>`).join("");
  return addresses === "" ? line : { ...line, text: line.text + addresses };
}
