import {
  identityOf,
  isReferenceSourceId,
  type QuestionIdentity,
  referenceSourceId,
} from "../../domain/question-identity.ts";
import { isSameText } from "../../domain/same-text.ts";
import type { ReadPage } from "./read-page.ts";
import { presentContent, type TrackedQuestion } from "./tracked-question.ts";

/** Finds the question a page is of, among those of the database and those of the batch so far. */
export class QuestionDirectory {
  readonly #questions = new Set<TrackedQuestion>();
  readonly #bySourceId = new Map<string, TrackedQuestion>();
  readonly #byIdentity = new Map<string, Set<TrackedQuestion>>();
  readonly #identityOf = new Map<TrackedQuestion, string>();
  readonly #byHash = new Map<string, TrackedQuestion>();
  readonly #takenReferences: Set<string>;

  /** `takenReferences`: the ids of our own making that belong, or belonged, to some question of the database. */
  constructor(questions: readonly TrackedQuestion[], takenReferences: ReadonlySet<string>) {
    this.#takenReferences = new Set(takenReferences);
    for (const question of questions) this.note(question);
  }

  /** All questions of the directory, those of the database first. */
  get questions(): readonly TrackedQuestion[] {
    return [...this.#questions];
  }

  /** Takes a new question in, or brings up to date by what a known one may be found. */
  note(question: TrackedQuestion): void {
    this.#questions.add(question);
    this.#bySourceId.set(question.sourceId, question);
    for (const { sha256 } of question.versions) this.#byHash.set(sha256, question);
    const former = this.#identityOf.get(question);
    if (former !== undefined) this.#byIdentity.get(former)?.delete(question);
    const identity = keyOf(identityOf(presentContent(question)));
    this.#identityOf.set(question, identity);
    this.#byIdentity.set(identity, (this.#byIdentity.get(identity) ?? new Set()).add(question));
  }

  /**
   * The question a page is of, or null where nobody knows it. Numbers are not unique, so two `iddoc` are two questions;
   * but a page that does not tell its `iddoc` is taken for the question that agrees with it otherwise, and one that
   * tells it gives it to the question that lacked it.
   */
  find(page: ReadPage): TrackedQuestion | null {
    if (page.sourceId === null) return this.#byHash.get(page.sha256) ?? choose(this.#alike(page), page);
    const known = this.#bySourceId.get(page.sourceId);
    if (known !== undefined) return known;
    const lacking = this.#alike(page).filter((question) => isReferenceSourceId(question.sourceId));
    const found = choose(lacking, page);
    if (found !== null) this.#rename(found, page.sourceId);
    return found;
  }

  /** The source id for a question that was not found. */
  newSourceId(page: ReadPage): string {
    if (page.sourceId !== null) return page.sourceId;
    const name = referenceSourceId(identityOf(page.question));
    let sourceId = name;
    for (let nth = 2; this.#takenReferences.has(sourceId); nth += 1) sourceId = nthReference(name, nth);
    this.#takenReferences.add(sourceId);
    return sourceId;
  }

  #alike(page: ReadPage): TrackedQuestion[] {
    return [...(this.#byIdentity.get(keyOf(identityOf(page.question))) ?? [])];
  }

  #rename(question: TrackedQuestion, sourceId: string): void {
    this.#bySourceId.delete(question.sourceId);
    question.formerIds.push(question.sourceId);
    question.sourceId = sourceId;
    this.#bySourceId.set(sourceId, question);
  }
}

/** `ref-…`, `ref-…-2`, `ref-…-3`: the names of questions that share session, minister and number. */
export const nthReference = (name: string, nth: number) => (nth === 1 ? name : `${name}-${nth}`);

/** Where several agree in everything else, the title decides, or the page is none of them. */
function choose(candidates: readonly TrackedQuestion[], { question }: ReadPage): TrackedQuestion | null {
  if (candidates.length <= 1) return candidates[0] ?? null;
  return candidates.find((candidate) => isSameText(presentContent(candidate).title, question.title)) ?? null;
}

const keyOf = (identity: QuestionIdentity) => JSON.stringify(Object.values(identity));
