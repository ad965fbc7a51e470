import { isHolding } from "./answer-nature/nature-of.ts";
import { slugOf } from "./folded-text.ts";
import { likeLetter, pairAnnexes, type Pairs } from "./paired-answers.ts";
import type { ParsedAnswer } from "./parsed-question.ts";
import type { QuestionContent } from "./question-content.ts";

/** Something the stored version holds and a page does not. `answer` is the stored one. */
export type Loss =
  | { readonly part: "title" | "office" | "questionText" }
  | { readonly part: "answer" | "answerText" | "attachment"; readonly answer: ParsedAnswer };

type Addressee = QuestionContent["addressedTo"];

/** What a page lacks of the stored version, with their answers paired; empty where it lacks nothing. */
export function lossesBetween(stored: QuestionContent, page: QuestionContent, pairs: Pairs): readonly Loss[] {
  const losses: Loss[] = [];
  if (isCutShort(stored.title, page.title)) losses.push({ part: "title" });
  if (isOfficeCut(stored.addressedTo, page.addressedTo)) losses.push({ part: "office" });
  if (isCutShort(stored.questionText, page.questionText)) losses.push({ part: "questionText" });

  const fresh = pairs.added.map((position) => page.answers[position]!);
  const added = new Set(fresh.map(likeLetter));
  for (const position of pairs.removed) {
    const answer = stored.answers[position]!;
    const isCalledOtherwise = added.has(likeLetter(answer));
    if (!isCalledOtherwise && !gaveWay(answer, page.answers, fresh)) losses.push({ part: "answer", answer });
  }
  for (const { before, after } of pairs.kept) {
    const answer = stored.answers[before]!;
    const shown = page.answers[after]!;
    if (isCutShort(answer.text, shown.text)) losses.push({ part: "answerText", answer });
    const annexes = pairAnnexes(answer.attachments, shown.attachments);
    if (annexes.removed.length > 0) losses.push({ part: "attachment", answer });
  }
  return losses;
}

/** A holding answer goes when the answer comes, the author gives the written answer up, or another takes its place. */
const gaveWay = (answer: ParsedAnswer, shown: readonly ParsedAnswer[], fresh: readonly ParsedAnswer[]) =>
  isHolding(answer) && (fresh.length > 0 || !shown.every(isHolding));

/** An office left out altogether is known all the same; only one cut in the middle is a loss. */
const isOfficeCut = (known: Addressee, shown: Addressee) =>
  known.office !== null &&
  shown.office !== null &&
  slugOf(known.name) === slugOf(shown.name) &&
  isCutShort(known.office, shown.office);

const wordsOf = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** Whether `after` is the beginning of `before` and stops at least a letter earlier; its last word may be cut too. */
export function isCutShort(before: string, after: string): boolean {
  if (before === after) return false;
  const whole = wordsOf(before);
  const words = wordsOf(after);
  const last = words.length - 1;
  const isBeginning = words.every((word, i) => (i === last ? whole[i]?.startsWith(word) : whole[i] === word));
  return isBeginning && (words.length < whole.length || words.at(-1) !== whole.at(-1));
}
