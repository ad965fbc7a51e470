import { ParseError } from "../../errors.ts";
import type { PageLine, PageText } from "../shared/page-lines.ts";
import { isBareDate, findDatedHeading } from "./item-heading.ts";
import { findSigner } from "./item-people.ts";
import { findSessionLine, hasFieldNames, isCount, isHeaderLine } from "./page-header.ts";
import { findQuestion } from "./page-items.ts";
import { isOnSite } from "./urls.ts";

/** Kinds of record other than written questions, by the words that open their heading. */
const OTHER_KIND = /^(?:question (?:orale|urgente|d['’]actualité)|interpellation|motion|proposition de)\b/i;
const WRITTEN = /^question écrite\b/i;
const WRITTEN_ON = /^question écrite du\b/i;
const FIELD_NAME = /(?:Session|Année|N\s?[°ºo])\s*:/gi;
/** How the value of a field begins that stands in the line below its name. */
const VALUE = /^(?:se\s?)?\d/i;
/** The document titles of the site: of its print pages, of the others. */
const OWN_TITLE = /^PW Print$|^Parlement (?:de Wallonie|wallon)(?: [-–|]|$)/i;
const SHORTEST_HEADING = "motion".length;
const LONGEST_HEADING = 200;

/**
 * The refusal of a page without a heading `Question écrite du …`: of another kind, cut off, or none of this
 * site.
 */
export function refusalOf(page: PageText, location: string): ParseError {
  const session = findSessionLine(page.lines);
  const hasFields = session !== -1;
  if (!hasFields && !isOfParliament(page, location)) return notOurs();
  // A title above the fields may speak of a motion too.
  const heading = findOtherHeading(page.lines, session + 1);
  if (heading !== null && !WRITTEN.test(heading)) {
    return new ParseError("other_kind", `page d’un autre genre : « ${heading} »`, { heading });
  }
  if (hasFields || page.outline.unclosed.length > 0) {
    const found = heading === null ? "aucun intitulé daté" : `« ${heading} »`;
    const message =
      "question écrite incomplète : il manque la date de la question (tabledOn) ; " +
      `attendu « Question écrite du JJ/MM/AAAA », trouvé ${found} (page tronquée ? À télécharger de nouveau)`;
    return new ParseError("incomplete", message, { fields: ["tabledOn"] });
  }
  const what = hasFieldNames(page.lines)
    ? "page de question vide : le site ne connaît pas cet identifiant, ou pas encore"
    : "page du Parlement, mais sans question écrite";
  const title = page.documentTitle === "" ? "" : ` (« ${page.documentTitle} »)`;
  return new ParseError("other_kind", what + title);
}

/** The refusal of a page that is none of this Parliament's. */
export function notOurs(): ParseError {
  return new ParseError(
    "not_a_question",
    "ce n’est pas une page du Parlement de Wallonie : ni session, ni numéro, ni question écrite",
  );
}

/** Whether a page has a heading `Question écrite du …`: all that `readRecord` gives a record for. */
export function holdsQuestion(page: PageText): boolean {
  return findQuestion(page.lines) !== null;
}

/**
 * Whether a page shows something of a record other than that heading: fields with their values, another
 * heading.
 */
export function holdsOtherRecord({ lines }: PageText): boolean {
  const shown = lines.filter((line) => line.text !== "" && !line.isAside);
  const hasValue = (line: PageLine, i: number) =>
    isFieldLine(line) && (isEmptyField(line) ? VALUE.test(shown[i + 1]?.text ?? "") : /\d/.test(line.text));
  if (shown.some(hasValue)) return true;
  const heading = findOtherHeading(shown, 0);
  return heading !== null && (!WRITTEN.test(heading) || WRITTEN_ON.test(heading));
}

/** Whether a line begins with the name of a field: `Session :`, `Année :`, `N° :`. */
export function isFieldLine(line: PageLine): boolean {
  return line.text !== "" && isHeaderLine(line) && !isCount(line);
}

/** Whether a line holds names of fields, and no value. */
export function isEmptyField(line: PageLine): boolean {
  return isFieldLine(line) && line.text.replace(FIELD_NAME, "").trim() === "";
}

/** The first heading of another kind of record: dated and signed, or in words we know. */
function findOtherHeading(lines: readonly PageLine[], from: number): string | null {
  for (let i = from; i < lines.length; i += 1) {
    const text = lines[i]?.text ?? "";
    if (text.length < SHORTEST_HEADING || text.length > LONGEST_HEADING) continue;
    if (OTHER_KIND.test(text) || WRITTEN.test(text)) return text;
    const heading = findDatedHeading(text);
    if (heading !== null && !isBareDate(heading) && findSigner(lines, i + 1) !== null) return text;
  }
  return null;
}

/**
 * Whether a page says it is one of the Parliament's: by address, by document title, by the breadcrumb of its
 * text.
 */
export function isOfParliament(page: PageText, location: string): boolean {
  if (isOnSite(location) || (page.ownUrl !== null && isOnSite(page.ownUrl))) return true;
  if (OWN_TITLE.test(page.documentTitle)) return true;
  return page.rendering === "text" && page.lines.find(({ text }) => text !== "")?.text === "/";
}
