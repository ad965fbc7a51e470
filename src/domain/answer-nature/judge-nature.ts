import type { ParsedAnswer } from "../parsed-question.ts";
import type { JudgedNature } from "./answer-nature.ts";

/** What is judged of an answer. */
export type JudgedAnswer = Pick<ParsedAnswer, "kind" | "text">;

/** What an answer is; null for what is no minister's answer (the author's note). */
export function judgeNature({ kind }: JudgedAnswer): JudgedNature | null {
  if (kind === "authorNote") return null;
  if (kind === "holdingAnswer") return { nature: "holding", evidence: ["Réponse provisoire"] };
  return { nature: "substantive", evidence: [] };
}
