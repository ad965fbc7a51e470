import { slugOf } from "../../domain/folded-text.ts";
import { htmlLines } from "./html-lines.ts";
import { mainMarkup } from "./main-markup.ts";
import type { PageLine, PageText } from "./page-lines.ts";

/** What a page shows that has little to say, without its furniture. */
export interface PageFace {
  /** The markup outside furniture; empty in text. */
  readonly markup: string;
  /** The title of the document, then the lines of the page that are no mere links, as `slugOf` folds them. */
  readonly phrases: readonly string[];
}

/** A page that only says why it shows nothing has fewer letters, links and furniture apart. */
const MOST_LETTERS = 2000;
const LONGEST_TITLE = 300;

/**
 * The face of a page, from its text and the lines it was cut into; null for one that breaks off, and for
 * one that says too much to have nothing to show.
 * @throws {ParseError} `unreadable`: elements inside each other without end
 */
export function findPageFace(text: string, page: PageText): PageFace | null {
  if (page.outline.unclosed.length > 0) return null;
  const markup = page.rendering === "html" ? mainMarkup(text) : "";
  const lines = page.rendering === "html" ? htmlLines(markup).lines : page.lines;
  const spoken = lines.filter((line) => !line.isAside && lettersOf(line) > 0);
  if (spoken.reduce((sum, line) => sum + lettersOf(line), 0) > MOST_LETTERS) return null;
  const said = [page.documentTitle.slice(0, LONGEST_TITLE), ...spoken.map((line) => line.text)];
  return { markup, phrases: said.map(slugOf).filter((phrase) => phrase !== "") };
}

/** Letters of a line that belong to no link. */
function lettersOf({ text, links }: PageLine): number {
  const linked = links.map(({ label }) => label.length).reduce((sum, length) => sum + length, 0);
  const between = Math.max(0, links.length - 1);
  return Math.max(0, text.length - linked - between);
}
