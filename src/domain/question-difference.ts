import { isDeepStrictEqual } from "node:util";
import { slugOf } from "./folded-text.ts";
import type { Attachment, ParsedAnswer, ParsedQuestion } from "./parsed-question.ts";

/** What a version of a question says; how the page announced or warned of it is no part of the version. */
export type QuestionContent = Omit<ParsedQuestion, "sourceId" | "announcedItems" | "warnings">;

/** One difference between two versions, `path` as in the JSON: `title`, `answers[0].text`. */
export interface Change {
  readonly kind: "edited" | "answerAdded" | "answerRemoved";
  readonly path: string;
  /** Null where there was nothing. */
  readonly before: unknown;
  /** Null where there is nothing any more. */
  readonly after: unknown;
}

/** What a page means for the version stored: the same, less, or something new. */
export type Comparison =
  | { readonly verdict: "same" }
  | { readonly verdict: "poorer"; readonly losses: readonly string[] }
  | {
      readonly verdict: "changed";
      /** What to store: the page, with the annex addresses that it does not repeat but are known. */
      readonly content: QuestionContent;
      readonly changes: readonly Change[];
      readonly newAnswers: readonly ParsedAnswer[];
    };

/** The part of a parsed page that makes its version. */
export function contentOf(question: ParsedQuestion): QuestionContent {
  const { sourceId: _id, announcedItems: _count, warnings: _warnings, ...content } = question;
  return content;
}

/**
 * Compares a page with the version stored. A page that lost something (an answer, the end of a text, an annex, the
 * office) without bringing a new answer is poorer and must not replace what is stored: pages arrive truncated. A
 * holding answer that gave way to an answer is no loss.
 */
export function compareVersions(stored: QuestionContent, page: QuestionContent): Comparison {
  const incoming = { ...page, answers: withKnownUrls(stored.answers, page.answers) };
  const paired = pairAnswers(stored.answers, incoming.answers);
  const losses = lossesBetween(stored, incoming, paired);
  const gainedAnswer = paired.added.some(({ answer }) => answer.kind === "answer");
  if (losses.length > 0 && !gainedAnswer) return { verdict: "poorer", losses };

  const changes = [...editsOfQuestion(stored, incoming), ...changesOfAnswers(paired)];
  if (changes.length === 0) return { verdict: "same" };
  return { verdict: "changed", content: incoming, changes, newAnswers: paired.added.map(({ answer }) => answer) };
}

interface PlacedAnswer {
  readonly answer: ParsedAnswer;
  readonly position: number;
}

interface PairedAnswers {
  readonly kept: readonly { readonly before: PlacedAnswer; readonly after: PlacedAnswer }[];
  readonly added: readonly PlacedAnswer[];
  readonly removed: readonly PlacedAnswer[];
}

/** Which answer of one version is which of the other: same kind, date and signature first, then same kind in order. */
function pairAnswers(stored: readonly ParsedAnswer[], incoming: readonly ParsedAnswer[]): PairedAnswers {
  const place = (answer: ParsedAnswer, position: number): PlacedAnswer => ({ answer, position });
  const removed = stored.map(place);
  const added = incoming.map(place);
  const kept: { before: PlacedAnswer; after: PlacedAnswer }[] = [];
  for (const isSame of [isSameLetter, isSameKind]) {
    for (const before of [...removed]) {
      const after = added.find((candidate) => isSame(before.answer, candidate.answer));
      if (after === undefined) continue;
      kept.push({ before, after });
      removed.splice(removed.indexOf(before), 1);
      added.splice(added.indexOf(after), 1);
    }
  }
  return { kept, added, removed };
}

const isSameKind = (one: ParsedAnswer, other: ParsedAnswer) => one.kind === other.kind;

const isSameLetter = (one: ParsedAnswer, other: ParsedAnswer) =>
  isSameKind(one, other) &&
  one.answeredOn === other.answeredOn &&
  slugOf(one.answeredBy) === slugOf(other.answeredBy);

/** The text rendering names annexes without their addresses: an address already known is not forgotten for it. */
function withKnownUrls(stored: readonly ParsedAnswer[], incoming: readonly ParsedAnswer[]): ParsedAnswer[] {
  const pairs = pairAnswers(stored, incoming).kept;
  const known = new Map(pairs.map(({ before, after }) => [after.answer, before.answer.attachments]));
  return incoming.map((answer) => {
    const attachments = answer.attachments.map((annex) => {
      const same = known.get(answer)?.find((other) => other.label === annex.label);
      return annex.url === null && same !== undefined ? same : annex;
    });
    return { ...answer, attachments };
  });
}

function lossesBetween(stored: QuestionContent, incoming: QuestionContent, paired: PairedAnswers): string[] {
  const losses: string[] = [];
  if (isCutShort(stored.questionText, incoming.questionText)) losses.push("questionText");
  if (stored.addressedTo.office !== null && incoming.addressedTo.office === null) losses.push("addressedTo.office");
  const hasAnswer = incoming.answers.some((answer) => answer.kind === "answer");
  for (const { answer, position } of paired.removed) {
    if (!(answer.kind === "holdingAnswer" && hasAnswer)) losses.push(`answers[${position}]`);
  }
  for (const { before, after } of paired.kept) {
    const path = `answers[${before.position}]`;
    if (isCutShort(before.answer.text, after.answer.text)) losses.push(`${path}.text`);
    const isMissing = (one: Attachment) => !after.answer.attachments.some((other) => isSameAnnex(one, other));
    if (before.answer.attachments.some(isMissing)) losses.push(`${path}.attachments`);
  }
  return losses;
}

const isSameAnnex = (one: Attachment, other: Attachment) =>
  one.label === other.label || (one.url !== null && one.url === other.url);

const wordsOf = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** Whether `after` is the beginning of `before` and stops at least a word earlier; its last word may be cut too. */
function isCutShort(before: string, after: string): boolean {
  const wordsBefore = wordsOf(before);
  const wordsAfter = wordsOf(after);
  if (wordsAfter.length >= wordsBefore.length) {
    const last = wordsAfter.at(-1);
    const same = wordsAfter.length === wordsBefore.length && last !== undefined;
    return same && isPrefix(wordsAfter, wordsBefore) && last.length < (wordsBefore.at(-1)?.length ?? 0);
  }
  return isPrefix(wordsAfter, wordsBefore);
}

function isPrefix(words: readonly string[], whole: readonly string[]): boolean {
  const last = words.length - 1;
  return words.every((word, i) => (i === last ? whole[i]?.startsWith(word) : whole[i] === word));
}

const EDITABLE = [
  "title",
  "session",
  "year",
  "officialReference",
  "officialNumber",
  "tabledOn",
  "askedBy",
  "addressedTo",
  "questionText",
] as const satisfies readonly (keyof QuestionContent)[];

function editsOfQuestion(stored: QuestionContent, incoming: QuestionContent): Change[] {
  return EDITABLE.flatMap((field) => edit(field, stored[field], incoming[field]));
}

function changesOfAnswers({ kept, added, removed }: PairedAnswers): Change[] {
  return [
    ...kept.flatMap(({ before, after }) => editsOfAnswer(before, after)),
    ...removed.map(({ answer, position }): Change => {
      return { kind: "answerRemoved", path: `answers[${position}]`, before: answer, after: null };
    }),
    ...added.map(({ answer, position }): Change => {
      return { kind: "answerAdded", path: `answers[${position}]`, before: null, after: answer };
    }),
  ];
}

function editsOfAnswer(before: PlacedAnswer, after: PlacedAnswer): Change[] {
  const path = `answers[${after.position}]`;
  const fields = ["answeredOn", "answeredBy", "text", "attachments"] as const;
  return fields.flatMap((field) => edit(`${path}.${field}`, before.answer[field], after.answer[field]));
}

function edit(path: string, before: unknown, after: unknown): Change[] {
  return isDeepStrictEqual(before, after) ? [] : [{ kind: "edited", path, before, after }];
}
