import type { ParsedAnswer } from "../parsed-question.ts";
import type { AnswerNature, JudgedNature } from "./answer-nature.ts";
import { listClauses } from "./clauses.ts";
import { speaksOfAnswer } from "./promises.ts";
import { type Meaning, type ReadClause, readClause } from "./read-clause.ts";
import { listSentences } from "./sentences.ts";

/** What is judged of an answer. */
export type JudgedAnswer = Pick<ParsedAnswer, "kind" | "text">;

const SUBSTANTIVE: JudgedNature = { nature: "substantive", evidence: [] };

/** The heading that makes an item a `holdingAnswer`. */
const HOLDING_HEADING = "Réponse provisoire";

/**
 * So many sentences may explain why a question is another's to answer. More of them, and the minister
 * answers.
 */
const MOST_EXPLANATIONS = 3;

/** What no explanation of competence says: what the minister does or thinks, a turn, an amount. */
const MORE_THAN_EXPLANATION = new RegExp(
  [
    "\\b(?:je|j'|nous|mes|mon|ma|notre|nos)\\b",
    "\\b(?:toutefois|cependant|neanmoins|pourtant|cela etant|cela dit|ceci dit|a titre|par ailleurs)\\b",
    "[0-9]",
  ].join("|"),
);

/** What the minister did all the same; read in the clauses after one that says whose the question is. */
const ACTION = /\bj'ai\b|\bnous avons\b/;

/**
 * What an answer is, by the rules of note 12; null for what is no minister's answer (the author's note) and
 * for an answer without words. Whatever the rules do not know is substantive.
 */
export function judgeNature({ kind, text }: JudgedAnswer): JudgedNature | null {
  if (kind === "authorNote") return null;
  if (kind === "holdingAnswer") return { nature: "holding", evidence: [HOLDING_HEADING] };
  if (!/[\p{L}\p{N}]/u.test(text)) return null;
  return judgeText(text);
}

/** Stops at the first clause that settles it: in most answers the first of all. */
function judgeText(text: string): JudgedNature {
  const met = new Set<Meaning>();
  const said: ReadClause[] = [];
  let explanations = 0;
  let earlier = "";
  for (const sentence of listSentences(text)) {
    let isExplanation = false;
    for (const clause of listClauses(text, sentence)) {
      const read = readClause(clause, earlier);
      if (answers(read.meaning, clause.folded, met)) return SUBSTANTIVE;
      if (speaksOfAnswer(clause.folded)) earlier = clause.folded;
      if (read.evidence !== null) said.push(read);
      met.add(read.meaning);
      if (read.meaning === "substance") isExplanation = true;
    }
    if (isExplanation) explanations += 1;
    if (explanations > MOST_EXPLANATIONS) return SUBSTANTIVE;
  }
  return decide(met, said);
}

/** Whether a clause makes a real answer of all, after clauses of these meanings. */
function answers(meaning: Meaning, folded: string, met: ReadonlySet<Meaning>): boolean {
  if (meaning === "substance") return !met.has("question") || MORE_THAN_EXPLANATION.test(folded);
  const isAnothers = met.has("question") || met.has("matter") || met.has("topic");
  return meaning === "neutral" && isAnothers && ACTION.test(folded);
}

/**
 * What an answer is that says no more. That a topic is another's counts only where the author is sent
 * there.
 */
function decide(met: ReadonlySet<Meaning>, said: readonly ReadClause[]): JudgedNature {
  if (met.has("question") || met.has("matter") || met.has("redirection")) {
    return judged("notCompetent", said, ["question", "matter", "topic", "redirection"]);
  }
  if (met.has("topic")) return SUBSTANTIVE;
  if (met.has("referral")) return judged("referral", said, ["referral"]);
  if (met.has("promise") && !met.has("unchanged")) return judged("holding", said, ["promise"]);
  return SUBSTANTIVE;
}

function judged(
  nature: AnswerNature,
  said: readonly ReadClause[],
  meanings: readonly Meaning[],
): JudgedNature {
  const words = said.filter(({ meaning }) => meanings.includes(meaning)).map(({ evidence }) => evidence);
  return { nature, evidence: [...new Set(words)].filter((evidence) => evidence !== null) };
}
