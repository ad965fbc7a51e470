import { ParseError } from "../../errors.ts";
import { decodePage } from "../shared/decode-page.ts";
import { htmlLines } from "../shared/html-lines.ts";
import type { PageText } from "../shared/page-lines.ts";
import type { Source } from "../shared/source.ts";
import { textLines } from "../shared/text-lines.ts";
import { findSign } from "./page-sign.ts";
import { parseQuestionPage } from "./question-page.ts";
import { ADDRESS_FORMS, findIddoc, HOSTS, questionUrl } from "./urls.ts";

/** Longer than any page that only says why it shows nothing, its scripts among it. */
const LONGEST_SIGN_BYTES = 512 * 1024;

/** The Parlement de Wallonie. See the README beside this file for what is known of its site. */
export const wallonia: Source = {
  parliament: "wallonia",
  name: "Parlement de Wallonie",
  country: "be",
  parserVersion: "1",
  addressForms: ADDRESS_FORMS,
  hosts: HOSTS,
  // Answered, without an oddity, the newest first: from 2024 back to 2014.
  knownSourceIds: ["128343", "122627", "113851", "107208", "94265", "88362", "82043", "65209", "57595"],
  // Cited in August 2026.
  newestKnownNumber: 139_347,
  parse({ bytes, contentType, location, sourceId }) {
    const page = linesOf(decodePage(bytes, contentType));
    const iddoc = sourceId ?? findIddoc(page.ownUrl ?? "") ?? findIddoc(location);
    return parseQuestionPage(page, page.ownUrl ?? location, iddoc);
  },
  findPageSign({ bytes, contentType, location }) {
    if (bytes.length > LONGEST_SIGN_BYTES) return null;
    try {
      const text = decodePage(bytes, contentType);
      return findSign(text, linesOf(text), location);
    } catch (error) {
      if (error instanceof ParseError) return null;
      throw error;
    }
  },
  findSourceId: findIddoc,
  urlOf: questionUrl,
};

function linesOf(text: string): PageText {
  return isHtml(text) ? htmlLines(text) : textLines(text);
}

const MARKUP = /^\s*<[!?a-z]/i;
const SOME_TAG = /<\/?(?:html|body|div|table|ul|li|p|h[1-6])[\s>]/i;
const OPENS_AS_TEXT = /^[ \t\xa0]*(?:\/[ \t\xa0]*$|[•*][ \t\xa0]*Session\b)/m;

/**
 * Text renderings open with the breadcrumb or the title, pages of HTML with markup; a few saved ones do
 * neither.
 */
function isHtml(text: string): boolean {
  return MARKUP.test(text) || (SOME_TAG.test(text) && !OPENS_AS_TEXT.test(text));
}
