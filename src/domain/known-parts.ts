import { slugOf } from "./folded-text.ts";
import { isCutShort, type Loss } from "./lost-parts.ts";
import { pairAnnexes, type Pairs } from "./paired-answers.ts";
import type { ParsedAnswer } from "./parsed-question.ts";
import type { QuestionContent } from "./question-content.ts";
import { isSameText } from "./same-text.ts";

/** A page with the office it leaves out: some give the addressee's name alone, and the title stays known. */
export function withKnownOffice(stored: QuestionContent, page: QuestionContent): QuestionContent {
  const { name, office } = page.addressedTo;
  if (office !== null || slugOf(name) !== slugOf(stored.addressedTo.name)) return page;
  return { ...page, addressedTo: { name, office: stored.addressedTo.office } };
}

/** The text rendering names annexes without their addresses: an address already known is not forgotten for it. */
export function withKnownAddresses(
  stored: QuestionContent,
  page: QuestionContent,
  pairs: Pairs,
): QuestionContent {
  const answers = mapKept(stored, page, pairs, (known, answer) => {
    const annexes = pairAnnexes(known.attachments, answer.attachments).kept;
    const urls = new Map(annexes.map(({ before, after }) => [after, known.attachments[before]!.url]));
    const attachments = answer.attachments.map(({ label, url }, position) => ({
      label,
      url: url ?? urls.get(position) ?? null,
    }));
    return { ...answer, attachments };
  });
  return { ...page, answers };
}

/**
 * A page with the texts it cuts short and the annexes it drops as they are stored: what it adds is taken, nothing goes.
 */
export function withLostParts(stored: QuestionContent, page: QuestionContent, pairs: Pairs): QuestionContent {
  const uncut = (known: string, text: string) => (isCutShort(known, text) ? known : text);
  const answers = mapKept(stored, page, pairs, (known, answer) => {
    const { added, removed } = pairAnnexes(known.attachments, answer.attachments);
    const annexes = [...known.attachments, ...added.map((position) => answer.attachments[position]!)];
    const attachments = removed.length > 0 ? annexes : answer.attachments;
    return { ...answer, text: uncut(known.text, answer.text), attachments };
  });
  const { name, office } = page.addressedTo;
  const isSameName = slugOf(name) === slugOf(stored.addressedTo.name);
  return {
    ...page,
    title: uncut(stored.title, page.title),
    addressedTo: {
      name,
      office: office && isSameName ? uncut(stored.addressedTo.office ?? "", office) : office,
    },
    questionText: uncut(stored.questionText, page.questionText),
    answers,
  };
}

/** A page with the answers it drops, each in the place where it is stored. */
export function withLostAnswers(
  stored: QuestionContent,
  page: QuestionContent,
  losses: readonly Loss[],
): QuestionContent {
  const lost = new Set(losses.flatMap((loss) => (loss.part === "answer" ? loss.answer : [])));
  const answers = [...page.answers];
  for (const [position, answer] of stored.answers.entries()) {
    if (lost.has(answer)) answers.splice(position, 0, answer);
  }
  return { ...page, answers };
}

/** A page with its texts spaced as they are stored, wherever they say the same. */
export function withKnownSpacing(
  stored: QuestionContent,
  page: QuestionContent,
  pairs: Pairs,
): QuestionContent {
  const { name, office } = page.addressedTo;
  return {
    ...page,
    title: asSpacedIn(stored.title, page.title),
    officialReference: asSpacedIn(stored.officialReference, page.officialReference),
    askedBy: asSpacedIn(stored.askedBy, page.askedBy),
    addressedTo: {
      name: asSpacedIn(stored.addressedTo.name, name),
      office: office && asSpacedIn(stored.addressedTo.office ?? "", office),
    },
    questionText: asSpacedIn(stored.questionText, page.questionText),
    answers: mapKept(stored, page, pairs, (known, answer) => ({
      ...answer,
      answeredBy: asSpacedIn(known.answeredBy, answer.answeredBy),
      text: asSpacedIn(known.text, answer.text),
    })),
  };
}

const asSpacedIn = (known: string, text: string) => (isSameText(known, text) ? known : text);

function mapKept(
  stored: QuestionContent,
  page: QuestionContent,
  { kept }: Pairs,
  complete: (known: ParsedAnswer, answer: ParsedAnswer) => ParsedAnswer,
): ParsedAnswer[] {
  const knownAt = new Map(kept.map(({ before, after }) => [after, stored.answers[before]!]));
  return page.answers.map((answer, position) => {
    const known = knownAt.get(position);
    return known === undefined ? answer : complete(known, answer);
  });
}
