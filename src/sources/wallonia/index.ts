import { decodePage } from "../shared/decode-page.ts";
import { htmlLines } from "../shared/html-lines.ts";
import type { Source } from "../shared/source.ts";
import { textLines } from "../shared/text-lines.ts";
import { parseQuestionPage } from "./question-page.ts";
import { findIddoc, questionUrl } from "./urls.ts";

/** The Parlement de Wallonie. See the README beside this file for what is known of its site. */
export const wallonia: Source = {
  parliament: "wallonia",
  parserVersion: "1",
  addressForms: [],
  hosts: [],
  knownSourceIds: [],
  newestKnownNumber: 139_347,
  findPageSign: () => null,
  parse({ bytes, contentType, location, sourceId }) {
    const text = decodePage(bytes, contentType);
    const page = isHtml(text) ? htmlLines(text) : textLines(text);
    const iddoc = sourceId ?? findIddoc(page.ownUrl ?? "") ?? findIddoc(location);
    return parseQuestionPage(page, page.ownUrl ?? location, iddoc);
  },
  findSourceId: findIddoc,
  urlOf: questionUrl,
};

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
