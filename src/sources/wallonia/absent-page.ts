import type { PageFace } from "../shared/page-face.ts";
import type { PageLine, PageText } from "../shared/page-lines.ts";
import { isEmptyField, isFieldLine } from "./other-pages.ts";

const PRINT_PAGE = /<title>\s*PW Print\s*<|\bid\s*=\s*["']?print_container\b/i;
/** What may show, or bring, a record without a word. */
const WORDLESS = /<(?:script|img|iframe|object|embed|canvas|video|audio)\b/i;
/** `Session :` with a list to choose from: a search form. */
const CHOICE =
  /(?:session|année)\s*:\s*(?:<(?!input|select|textarea)[^<>]*>\s*){0,20}<(?:input|select|textarea)\b/i;
/** A program that failed, and with it perhaps the look-up of a record that exists. */
const FAILURE = /^(?:php-)?(?:fatal-error|parse-error|warning|notice|deprecated|uncaught)\b.*-line-\d+$/;

const RECORD =
  "(?:element|document|enregistrement|resultat|question|page|fiche|interpellation|record|result)s?";
/** What the site may be talking of when it has not got it. */
const THING = `(?:${RECORD}|(?:identifiant|iddoc|numero|adresse|url|ressource|contenu|fichier|file)s?)`;
const FOUND =
  "(?:-s)?(?:-(?:n-a-ete-|n-est-)?(?:trouvee?s?(?:-s)?|found|disponible|a-afficher))?(?:-pour-.*)?";

/** The words, folded by `slugOf`, in which a site says that it does not have what was asked for. */
const ABSENT_WORDS = [
  new RegExp(`^(?:aucune?|pas-de|0|no)-${RECORD}${FOUND}$`),
  new RegExp(`^aucune?-${RECORD}-(?:ne-correspond|n-a-pu-etre-trouve)`),
  new RegExp(`\\b${THING}-(?:\\w+-){0,8}n-existe(?:nt)?-(?:pas|plus)\\b`),
  new RegExp(`\\b${THING}-(?:\\w+-){0,8}(?:introuvables?|inexistante?s?)\\b`),
  new RegExp(`\\b${THING}-(?:\\w+-){0,3}inconnue?s?\\b`),
  new RegExp(`\\b${THING}-(?:\\w+-){0,8}(?:n-a|n-ont|pas|non)-(?:pas-|pu-|ete-|etre-){0,3}trouvee?s?\\b`),
  new RegExp(`\\b${THING}-(?:\\w+-){0,8}(?:not-found|not-be-found|does-not-exist|no-longer-exists?)\\b`),
  /^(?:introuvable|inexistante?|not-found|object-not-found)$/,
  /^404(?:-(?:not-found|error|erreur|introuvable))?$|^(?:http-)?(?:error|erreur)-404\b/,
  /\bnot-found-on-this-server\b/,
];

/** Whether a page says, in the manner of this site or in words, that there is nothing under an id. */
export function isAbsentPage(text: string, page: PageText, { phrases }: PageFace): boolean {
  if (phrases.some((phrase) => FAILURE.test(phrase))) return false;
  return isEmptyPage(text, page) || phrases.some((phrase) => ABSENT_WORDS.some((said) => said.test(phrase)));
}

/** Whether nothing stands in the places of a whole page where a record would. */
function isEmptyPage(text: string, { rendering, lines }: PageText): boolean {
  const shown = lines.filter((line) => line.text !== "" && !line.isAside);
  if (PRINT_PAGE.test(text)) return shown.every(isEmptyField) && !WORDLESS.test(text);
  return hasEmptyFields(shown) && !(rendering === "html" && CHOICE.test(text));
}

/** Whether the names of the fields stand one below the other, and nothing of theirs beside or below. */
function hasEmptyFields(shown: readonly PageLine[]): boolean {
  const first = shown.findIndex(isFieldLine);
  if (first === -1) return false;
  const end = shown.findIndex((line, i) => i > first && !isFieldLine(line));
  const names = shown.slice(first, end === -1 ? undefined : end);
  const count = names.map(({ text }) => text.split(":").length - 1).reduce((sum, colons) => sum + colons, 0);
  return count >= 3 && names.every(isEmptyField);
}
