import type { PageSign } from "../../domain/page-sign.ts";
import { findPageFace, type PageFace } from "../shared/page-face.ts";
import type { PageText } from "../shared/page-lines.ts";
import { findSignInFields, findSignInMarks, findSignInWords } from "../shared/page-signs.ts";
import { isAbsentPage } from "./absent-page.ts";
import { holdsOtherRecord, holdsQuestion, isOfParliament } from "./other-pages.ts";
import { isFrontPage } from "./urls.ts";

/** A front page leads on to many others; a page of maintenance at the same address does not. */
const LINKS_OF_FRONT_PAGE = 10;

/**
 * What a page shows in the place of a record; null where it shows one, and where nothing tells. `text` is
 * what `page` was cut from.
 * @throws {ParseError} `unreadable`: elements inside each other without end
 */
export function findSign(text: string, page: PageText, location: string): PageSign | null {
  if (holdsQuestion(page)) return null;
  // Text does not show where it was cut; and nobody but a reader of records makes text of this site.
  if (page.rendering === "text" && isOfParliament(page, "")) return null;
  const isFront = isFrontPage(location);
  // A front page may well announce motions and interpellations.
  if (!isFront && holdsOtherRecord(page)) return null;
  const marked = page.rendering === "html" ? findSignInMarks(text) : null;
  if (marked !== null) return marked;

  const face = findPageFace(text, page);
  const shown = face === null ? null : findSignOfFace(text, page, face);
  return shown ?? (isFront && isFull(page) ? "absent" : null);
}

/**
 * Words before fields: a page that says there is nothing may have a place to log in, or a letter box with a
 * captcha.
 */
function findSignOfFace(text: string, page: PageText, face: PageFace): PageSign | null {
  return findSignInWords(face) ?? (isAbsentPage(text, page, face) ? "absent" : findSignInFields(face));
}

function isFull({ lines, outline }: PageText): boolean {
  const links = lines.reduce((sum, line) => sum + line.links.length, 0);
  return outline.unclosed.length === 0 && links >= LINKS_OF_FRONT_PAGE;
}
