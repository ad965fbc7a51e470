import { foldWords } from "./folded-words.ts";
import type { Stretch } from "./sentences.ts";

/** A part of a sentence that is judged by itself. */
export interface Clause {
  /** See `FoldedText`. */
  readonly folded: string;
  /** The words as printed that stand at these places of `folded`. */
  printed(from: number, to: number): string;
}

/** Who or what starts anew after a comma: « …, je l'invite … ». */
const SUBJECT = [
  "[jc](?=')|je|il|elle|ils|elles|nous|vous|on|cela|ceci|ce",
  "celle-ci|celui-ci|celles-ci|ceux-ci",
  "mes services|mon administration|mon cabinet|une reponse|la reponse|ma reponse|l'honorable membre",
  "toutefois|cependant|neanmoins|pourtant",
].join("|");

/** Where one sentence says two things. Each alternative starts at a mark or at a blank. */
const CUTS = new RegExp(
  [
    "[;:](?= |$)",
    " [–—-](?= )",
    ",? (?=(?:or|car)[ ,])",
    // Not « le maïs ».
    ",? (?<!(?:le|du|de|au|en) )(?=mais[ ,])",
    `,(?= (?:${SUBJECT})(?![a-z]))`,
    `,? (?=et (?:${SUBJECT})(?![a-z]))`,
  ].join("|"),
  "g",
);

/** The clauses of a sentence in their order. */
export function listClauses(text: string, { start, end }: Stretch): Clause[] {
  const { folded, origins } = foldWords(text, start, end);
  const clauses: Clause[] = [];
  let from = 0;
  for (const cut of [...folded.matchAll(CUTS), { index: folded.length, 0: "" }]) {
    const base = from;
    const words = folded.slice(base, cut.index);
    from = cut.index + cut[0].length;
    if (!/[a-z0-9]/.test(words)) continue;
    clauses.push({
      folded: words,
      printed: (first, last) => text.slice(origins[base + first], origins[base + last]).trim(),
    });
  }
  return clauses;
}
