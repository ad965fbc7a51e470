import { isDeepStrictEqual } from "node:util";
import { isHolding } from "./answer-nature/nature-of.ts";
import {
  withKnownAddresses,
  withKnownOffice,
  withKnownSpacing,
  withLostAnswers,
  withLostParts,
} from "./known-parts.ts";
import { isCutShort, type Loss, lossesBetween } from "./lost-parts.ts";
import { pairAnswers, type Pairs } from "./paired-answers.ts";
import type { Attachment, ParsedAnswer } from "./parsed-question.ts";
import type { QuestionContent } from "./question-content.ts";

/**
 * One difference between two versions. `path` as in the JSON, with the positions of the later version: `title`,
 * `answers[0].text`. Null where there was nothing.
 */
export type Change =
  | {
      /** `completed`: told for the first time (an office, the address of an annex); it contradicts nothing. */
      readonly kind: "edited" | "completed";
      readonly path: string;
      readonly before: unknown;
      readonly after: unknown;
    }
  | {
      readonly kind: "answerAdded";
      readonly path: string;
      readonly before: null;
      readonly after: ParsedAnswer;
    }
  | {
      readonly kind: "answerRemoved";
      /** With the position of the earlier version. */
      readonly path: string;
      readonly before: ParsedAnswer;
      readonly after: null;
    };

/** What two versions have between them: nothing, or what to store and what it changes. */
export type Difference =
  | { readonly verdict: "same" }
  | {
      readonly verdict: "changed";
      /** The page, with what it does not repeat but is known. */
      readonly content: QuestionContent;
      readonly changes: readonly Change[];
    };

/** What a page means for the version stored: the same, less, or something new. */
export type Comparison = Difference | { readonly verdict: "poorer"; readonly losses: readonly Loss[] };

/**
 * Compares a page with the version stored. A page that lost something (an answer, the end of a text, an annex) without
 * bringing a new answer is poorer and must not replace what is stored: pages arrive truncated. Of one that brings a new
 * answer, the answer is taken and what it cut short is kept as it was. No loss is a holding
 * answer that gave way to the answer, nor what some renderings leave out and is kept (the office of the addressee, the
 * addresses of annexes). White space alone is no difference.
 */
export function compareVersions(stored: QuestionContent, page: QuestionContent): Comparison {
  if (isDeepStrictEqual(stored, page)) return { verdict: "same" };
  const pairs = pairsOf(stored, page);
  const losses = lossesBetween(stored, page, pairs);
  if (losses.length > 0 && !gainsAnswer(page, pairs)) return { verdict: "poorer", losses };

  return differenceOf(stored, mergedWith(stored, page, pairs, losses), pairs);
}

/**
 * What is known once a page was taken over: as `compareVersions` merges it, also where it would now be poorer. A page
 * that was taken over when it came may read as less by a later parser; what it says still counts, and nothing goes.
 */
export function takeOver(known: QuestionContent, page: QuestionContent): QuestionContent {
  const pairs = pairsOf(known, page);
  const losses = lossesBetween(known, page, pairs);
  const merged = mergedWith(known, page, pairs, losses);
  return losses.length > 0 && !gainsAnswer(page, pairs) ? withLostAnswers(known, merged, losses) : merged;
}

/**
 * Compares two readings of the same bytes. The later parser is right, also where it reads less than the earlier one
 * did or spaces it otherwise, so that a mended parser mends what is stored. `before` is the version that other bytes
 * left: what was known by it and the page leaves out is known still. Null where these bytes are all there is.
 */
export function compareReadings(
  stored: QuestionContent,
  page: QuestionContent,
  before: QuestionContent | null = null,
): Difference {
  const known = before === null ? page : withKnownParts(before, page, pairsOf(before, page));
  const pairs = pairsOf(stored, known);
  return differenceOf(stored, withKnownAddresses(stored, known, pairs), pairs);
}

/** What is between two contents as they stand, white space included; nothing is merged. */
export function differenceBetween(stored: QuestionContent, content: QuestionContent): Difference {
  if (isDeepStrictEqual(stored, content)) return { verdict: "same" };
  return differenceOf(stored, content, pairsOf(stored, content));
}

/**
 * The answers of two versions in pairs. A promise that was written over by the answer it promised, under the same
 * heading, is no pair: for a reader these are two answers. One that only lost its end is the promise still.
 */
function pairsOf(stored: QuestionContent, page: QuestionContent): Pairs {
  const pairs = pairAnswers(stored.answers, page.answers);
  const gaveWay = pairs.kept.filter(({ before: known, after }) => {
    const [promise, answer] = [stored.answers[known]!, page.answers[after]!];
    return isHolding(promise) && isSettling(answer) && !isCutShort(promise.text, answer.text);
  });
  return {
    kept: pairs.kept.filter((pair) => !gaveWay.includes(pair)),
    removed: [...pairs.removed, ...gaveWay.map(({ before }) => before)],
    added: [...pairs.added, ...gaveWay.map(({ after }) => after)],
  };
}

const gainsAnswer = (page: QuestionContent, pairs: Pairs) =>
  pairs.added.some((position) => isSettling(page.answers[position]!));

const isSettling = (answer: ParsedAnswer) => answer.kind === "answer" && !isHolding(answer);

function mergedWith(
  stored: QuestionContent,
  page: QuestionContent,
  pairs: Pairs,
  losses: readonly Loss[],
): QuestionContent {
  return withKnownParts(stored, losses.length > 0 ? withLostParts(stored, page, pairs) : page, pairs);
}

/** A page with what some renderings leave out or space otherwise. */
function withKnownParts(stored: QuestionContent, page: QuestionContent, pairs: Pairs): QuestionContent {
  const completed = withKnownAddresses(stored, withKnownOffice(stored, page), pairs);
  return withKnownSpacing(stored, completed, pairs);
}

function differenceOf(stored: QuestionContent, content: QuestionContent, pairs: Pairs): Difference {
  const changes = [...editsOfQuestion(stored, content), ...changesOfAnswers(stored, content, pairs)];
  return changes.length === 0 ? { verdict: "same" } : { verdict: "changed", content, changes };
}

const EDITABLE = [
  "title",
  "session",
  "year",
  "officialReference",
  "officialNumber",
  "tabledOn",
  "askedBy",
  "questionText",
] as const satisfies readonly (keyof QuestionContent)[];

function editsOfQuestion(stored: QuestionContent, content: QuestionContent): Change[] {
  const [before, after] = [stored.addressedTo, content.addressedTo];
  return [
    ...EDITABLE.flatMap((field) => edit(field, stored[field], content[field])),
    ...edit("addressedTo.name", before.name, after.name),
    ...edit("addressedTo.office", before.office, after.office, before.office === null),
  ];
}

function changesOfAnswers(stored: QuestionContent, content: QuestionContent, pairs: Pairs): Change[] {
  const changes: Change[] = pairs.kept.flatMap(({ before, after }) =>
    editsOfAnswer(`answers[${after}]`, stored.answers[before]!, content.answers[after]!),
  );
  const isReordered = pairs.kept.some(({ before }, i) => before < (pairs.kept[i - 1]?.before ?? 0));
  if (isReordered) changes.push(...edit("answers", stored.answers, content.answers));
  for (const position of pairs.removed) {
    const before = stored.answers[position]!;
    changes.push({ kind: "answerRemoved", path: `answers[${position}]`, before, after: null });
  }
  for (const position of pairs.added) {
    const after = content.answers[position]!;
    changes.push({ kind: "answerAdded", path: `answers[${position}]`, before: null, after });
  }
  return changes;
}

function editsOfAnswer(path: string, before: ParsedAnswer, after: ParsedAnswer): Change[] {
  const fields = ["answeredOn", "answeredBy", "text"] as const;
  const annexes = [before.attachments, after.attachments] as const;
  return [
    ...fields.flatMap((field) => edit(`${path}.${field}`, before[field], after[field])),
    ...edit(`${path}.attachments`, ...annexes, onlyAddressesAreNew(...annexes)),
  ];
}

const onlyAddressesAreNew = (before: readonly Attachment[], after: readonly Attachment[]) =>
  before.length === after.length &&
  before.every(({ label, url }, i) => label === after[i]?.label && (url === null || url === after[i]?.url));

function edit(path: string, before: unknown, after: unknown, isCompletion = false): Change[] {
  if (isDeepStrictEqual(before, after)) return [];
  return [{ kind: isCompletion ? "completed" : "edited", path, before, after }];
}
