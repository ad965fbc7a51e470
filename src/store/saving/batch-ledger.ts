import { answerTimes } from "../../domain/answer-times.ts";
import { judgePage, type PageVerdict } from "../../domain/page-verdict.ts";
import { contentOf } from "../../domain/question-content.ts";
import { eventsOfFirstVersion } from "../../domain/question-events.ts";
import { questionIdOf } from "../../domain/question-identity.ts";
import { anotherMessage, earlierMessage, poorerMessage } from "./poorer-message.ts";
import type { QuestionDirectory } from "./question-directory.ts";
import type { ReadPage } from "./read-page.ts";
import { later } from "./snapshots.ts";
import type { Outcome } from "./taken-page.ts";
import { type NewRevision, trackNew, type TrackedQuestion } from "./tracked-question.ts";

/**
 * Takes the pages of a batch over one after the other, in memory: each meets the questions as the pages before it left
 * them, as if they came one by one, and the database is written once at the end.
 */
export class BatchLedger {
  /** The versions the batch brought, in its order. */
  readonly revisions: NewRevision[] = [];
  readonly #parliament: string;
  readonly #directory: QuestionDirectory;

  constructor(parliament: string, directory: QuestionDirectory) {
    this.#parliament = parliament;
    this.#directory = directory;
  }

  /** The questions the pages may concern, those of the database first. */
  get questions(): readonly TrackedQuestion[] {
    return this.#directory.questions;
  }

  /** What comes of a page. */
  take(page: ReadPage): Outcome {
    const known = this.#directory.find(page);
    const question = known ?? trackNew(this.#directory.newSourceId(page), page);
    const outcome = known === null ? this.#takeFirst(question, page) : this.#takeLater(question, page);
    this.#directory.note(question);
    return outcome;
  }

  #takeFirst(question: TrackedQuestion, page: ReadPage): Outcome {
    const content = contentOf(page.question);
    this.#store(question, page, {
      content,
      changes: [],
      events: eventsOfFirstVersion(content),
      carriedOn: null,
    });
    return { outcome: "new", questionId: this.#idOf(question) };
  }

  #takeLater(question: TrackedQuestion, page: ReadPage): Outcome {
    const content = contentOf(page.question);
    const verdict = judgePage(question, { ...page, content });
    const questionId = this.#idOf(question);
    switch (verdict.verdict) {
      case "poorer":
        return { outcome: "poorer", questionId, message: poorerMessage(verdict.losses) };
      case "another":
        return { outcome: "poorer", questionId, message: anotherMessage(contentOf(page.question)) };
      case "earlier":
        return { outcome: "poorer", questionId, message: earlierMessage(verdict.revision) };
      case "same":
        noteSameContent(question, page);
        return { outcome: "unchanged", questionId };
      case "changed":
        this.#store(question, page, verdict);
        return { outcome: "changed", questionId };
    }
  }

  #store(question: TrackedQuestion, page: ReadPage, version: NewVersion): void {
    const { content, changes, events, carriedOn } = version;
    question.versions.push({ sha256: page.sha256, content });
    question.firstReplyOn = answerTimes(content.answers, carriedOn).firstReplyOn;
    question.announcedItems = page.question.announcedItems;
    question.warnings = page.question.warnings;
    question.snapshotId = page.snapshotId;
    noteLook(question, page);
    const revision = question.versions.length;
    this.revisions.push({ question, revision, page, content, changes, events });
  }

  #idOf({ sourceId }: TrackedQuestion): string {
    return questionIdOf(this.#parliament, sourceId);
  }
}

type NewVersion = Omit<Extract<PageVerdict, { verdict: "changed" }>, "verdict">;

/**
 * How a page announced its items and what the parser remarked belong to the page of the present version. Another page
 * of the same content only fills in what was not there; the same bytes, read again, have the last word.
 */
function noteSameContent(question: TrackedQuestion, page: ReadPage): void {
  const { announcedItems, warnings } = page.question;
  const isSamePage = question.versions.at(-1)?.sha256 === page.sha256;
  if (isSamePage || question.announcedItems === null) question.announcedItems = announcedItems;
  if (isSamePage || question.warnings.length === 0) question.warnings = warnings;
  noteLook(question, page);
}

function noteLook(question: TrackedQuestion, page: ReadPage): void {
  question.fetchedAt = later(question.fetchedAt, page.fetchedAt);
  question.isSeen = true;
}
