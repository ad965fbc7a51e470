import type { ParsedAnswer } from "../parsed-question.ts";
import type { JudgedNature } from "./answer-nature.ts";
import { judgeNature, type JudgedAnswer } from "./judge-nature.ts";

const judged = new WeakMap<JudgedAnswer, JudgedNature | null>();

/** As `judgeNature`; an answer is asked for its nature several times while it is stored, and judged once. */
export function natureOf(answer: JudgedAnswer): JudgedNature | null {
  const known = judged.get(answer);
  if (known !== undefined) return known;
  const nature = judgeNature(answer);
  judged.set(answer, nature);
  return nature;
}

/** Whether an answer promises one and gives none: the question goes on waiting. */
export const isHolding = (answer: JudgedAnswer) => natureOf(answer)?.nature === "holding";

/** Whether a minister sent it; the author's note is none. */
export const isReply = ({ kind }: Pick<ParsedAnswer, "kind">) => kind !== "authorNote";
