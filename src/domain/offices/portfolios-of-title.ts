import { slugOf } from "../folded-text.ts";

/** To be changed with the rules below: the titles stored are then split again at the next start. */
export const PORTFOLIO_RULES = "1";

/** What stands before a field, on pages and in lists: « de l’Economie », « la Santé ». */
const ARTICLE = String.raw`(?:(?:de\s+)?l['’]|d['’]|(?:de\s+la|du|des|de|la|les|le)\s+)`;

/** What may stand before that: « en charge des allocations familiales », « délégué à la Grande Région ». */
const CHARGE = String.raw`(?:(?:chargée?s?|en\s+charge)\s+|déléguée?s?\s+(?=à|aux?\s)|compétente?s?\s+pour\s+)`;

/** After « délégué ». Elsewhere « à » belongs to the field: « Aide à la jeunesse et aux familles ». */
const TO = String.raw`(?:à\s+l['’]|(?:à\s+la|à|aux?)\s+)`;

/** What a minister is called, with the government it is said of: no field of competence. */
const RANK = String.raw`(?:(?:vice[-‐‑–\s])?(?:ministre[-‐‑–\s])?pr[ée]sidente?(?:\s+du\s+gouvernement)?|ministre)`;
const OF_WALLONIA = String.raw`(?:\s+(?:wallon(?:ne)?|de\s+(?:la\s+)?(?:wallonie|région\s+wallonne)))?(?!\p{L})`;

/**
 * Where one part of a title ends and the next begins; what is in parentheses is passed over. A bare « et » joins words
 * of one field (« Recherche et Innovation »): pages repeat the article before each field, and in lists without articles
 * nothing tells the « et » between two fields from the one inside a field.
 */
const BETWEEN = new RegExp(
  String.raw`\([^()]*\)|\s*[,;]\s*(?:(?:et|ainsi\s+que)\s+)?|` +
    String.raw`\s+(?:et|ainsi\s+que)\s+(?=${RANK}${OF_WALLONIA}|${CHARGE}|${ARTICLE})`,
  "giu",
);

const LEADING_RANK = new RegExp(String.raw`^${RANK}${OF_WALLONIA}\s*`, "iu");
const LEADING_CHARGE = new RegExp(String.raw`^${CHARGE}${TO}?`, "iu");
const LEADING_ARTICLE = new RegExp(String.raw`^${ARTICLE}`, "iu");

/** The point of a sentence, not that of « P.M.E. ». */
const FINAL_POINT = /(?<=\p{L}{2})\.$/u;

/**
 * The portfolios in the title of a minister, as it spells them but for the article, in its order and each once; none
 * for a minister-president alone. What no rule splits stays together, so that no word is lost.
 */
export function portfoliosOfTitle(title: string): string[] {
  const fields = partsOf(title.normalize("NFC").replace(/\s+/gu, " ").trim().replace(FINAL_POINT, ""))
    .map((part) => part.replace(LEADING_RANK, "").replace(LEADING_CHARGE, "").replace(LEADING_ARTICLE, ""))
    .filter((field) => field !== "");
  const same = Map.groupBy(fields, (field) => portfolioSlugOf(field) || field);
  return [...same.values()].map(([first]) => first!);
}

/**
 * The form in which portfolios are compared: as names are (`slugOf`), but without an article, and abbreviations without
 * their points, so that « des P.M.E. » and « PME » are one. Empty where the name holds no letter and no digit.
 */
export function portfolioSlugOf(name: string): string {
  const bare = name
    .normalize("NFC")
    .trim()
    .replace(LEADING_ARTICLE, "")
    .replace(/(?<!\p{L})(?:\p{L}\.){2,}/gu, (initials) => initials.replaceAll(".", ""));
  return slugOf(bare);
}

function partsOf(title: string): string[] {
  const parts: string[] = [];
  let start = 0;
  for (const { 0: found, index } of title.matchAll(BETWEEN)) {
    if (found.startsWith("(")) continue;
    parts.push(title.slice(start, index));
    start = index + found.length;
  }
  return [...parts, title.slice(start)];
}
