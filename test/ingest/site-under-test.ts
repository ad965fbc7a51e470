import type { ParsedQuestion } from "../../src/domain/parsed-question.ts";
import { contentOf, type QuestionContent } from "../../src/domain/question-content.ts";
import type { IngestOptions } from "../../src/ingest/ingest-round.ts";
import type { RoundReport } from "../../src/ingest/round.ts";
import { wallonia } from "../../src/sources/wallonia/index.ts";
import type { Database } from "../../src/store/database.ts";
import { type DatabaseEngine, databaseEngines, type Owner } from "../helpers/databases.ts";
import { dumpOf } from "../helpers/dump.ts";
import { anAnswer, aQuestion, day } from "../helpers/questions.ts";
import type { AddressForm } from "../helpers/replica/addresses.ts";
import { noRecords, type Records, records } from "../helpers/replica/records.ts";
import { type Replica, type ReplicaOptions, startReplica } from "../helpers/replica/start-replica.ts";
import { type FakeClock, fakeClock, type RoundOptions, roundsOn } from "../helpers/rounds.ts";

/** The first id that a round on an empty database looks at. */
export const FIRST = wallonia.newestKnownNumber;

const DAY_MS = 24 * 3_600_000;

/** So many ids without a record end the walk of a round: enough for the gaps of these records. */
const ABSENT_RUN = 5;

/** A site on loopback, a database, and rounds that bring the one into the other, all by the same clock. */
export interface SiteUnderTest {
  readonly replica: Replica;
  readonly db: Database;
  readonly clock: FakeClock;
  /** Rounds as another process would make them, which remembers nothing. */
  rounds(wishes?: Partial<RoundOptions>): ReturnType<typeof roundsOn>;
  /** One round by a process of its own. */
  round(wishes?: Partial<RoundOptions>): Promise<RoundReport>;
  passDays(days: number): void;
}

interface SiteOptions extends ReplicaOptions {
  readonly engine?: DatabaseEngine;
}

/** A site of some records in January 2014, at a time when most were answered in the last weeks. */
export async function openSite(
  t: Owner,
  { engine = databaseEngines[0]!, records: held = someRecords(12), ...manners }: SiteOptions = {},
): Promise<SiteUnderTest> {
  const clock = fakeClock("2014-02-20T08:00:00Z");
  const db = await engine.fresh(t);
  const replica = await startReplica(t, { records: held, now: clock.now, ...manners });
  const rounds = (wishes: Partial<RoundOptions> = {}) => roundsOn(db, { url: replica.url, clock, ...wishes });
  return {
    ...{ replica, db, clock, rounds },
    round: (wishes) => oneRound(rounds(wishes)),
    passDays: (days) => clock.pass(days * DAY_MS),
  };
}

export const OPEN = FIRST + 1;
export const ANSWERED = FIRST + 2;

/** A site of three questions, of which `OPEN` waits for its answer. */
export async function openSmallSite(t: Owner, options: SiteOptions = {}): Promise<SiteUnderTest> {
  const site = await openSite(t, { records: noRecords, ...options });
  const answers = [anAnswer()];
  site.replica.add(FIRST, questionNumber(1, { answers }));
  site.replica.add(OPEN, questionNumber(2));
  site.replica.add(ANSWERED, questionNumber(3, { answers }));
  return site;
}

/** A question like no other of its minister. */
export function questionNumber(officialNumber: number, about: Partial<ParsedQuestion> = {}): ParsedQuestion {
  return aQuestion({ officialNumber, officialReference: `${officialNumber} (2013-2014) 1`, ...about });
}

/** Records from `FIRST` on, nearly all of them written questions that were answered. */
export function someRecords(count: number, wishes: Partial<Parameters<typeof records>[0]> = {}): Records {
  return records({
    ...{ from: FIRST, to: FIRST + count - 1, seed: 5, firstOn: day("2014-01-13") },
    ...{ gaps: 0.05, otherKinds: 0.05, answered: 0.9, holdingAnswers: 0, authorNotes: 0 },
    ...wishes,
  });
}

/** @throws where the round was left out */
export async function oneRound(
  rounds: Pick<ReturnType<typeof roundsOn>, "round">,
  wishes: Partial<IngestOptions> = {},
): Promise<RoundReport> {
  const report = await rounds.round({ absentRun: ABSENT_RUN, ...wishes });
  if (report.outcome === "skipped") throw new Error(`the round was left out: ${report.reason}`);
  return report;
}

/** What is stored of each question, by its id, with the words of its page. */
export async function storedQuestions(db: Database): Promise<Map<number, QuestionContent>> {
  const { questions = [], question_revisions: revisions = [] } = await dumpOf(db);
  return new Map(
    questions
      .map(({ id, sourceId, revision }): [number, QuestionContent] => {
        const version = revisions.find((one) => one.questionId === id && one.revision === revision);
        return [Number(sourceId), version?.content as QuestionContent];
      })
      .toSorted(([one], [other]) => one - other),
  );
}

/** What should be stored of each question that the site shows. */
export function trueQuestions(replica: Replica, form?: AddressForm): Map<number, QuestionContent> {
  return new Map([...replica.truth(form)].map(([id, question]) => [id, contentOf(question)]));
}

/** All that readers are shown, save when pages were last looked at. */
export async function shownToReaders(db: Database): Promise<Readonly<Record<string, unknown>>> {
  const { questions = [], answers, attachments, ...others } = await dumpOf(db);
  const { question_revisions: revisions, question_events: events, question_aliases: aliases } = others;
  const { persons, person_names: names, offices } = others;
  const shown = questions.map(({ fetchedAt: _lookedAt, ...question }) => question);
  return { questions: shown, answers, attachments, revisions, events, aliases, persons, names, offices };
}

/** What happened to a question, in the order in which it became known. */
export async function eventsOf(db: Database, sourceNumber: number): Promise<unknown[]> {
  const { questions = [], question_events: events = [] } = await dumpOf(db);
  const id = questions.find(({ sourceId }) => sourceId === String(sourceNumber))?.id;
  return events.filter(({ questionId }) => questionId === id).map(({ kind }) => kind);
}

/** What the ledger knows of an id. */
export async function entryOf(db: Database, sourceNumber: number) {
  const { source_pages: pages = [] } = await dumpOf(db);
  return pages.find((page) => page.sourceNumber === sourceNumber);
}

/** The requests for one record. */
export function requestsFor({ requests }: Replica, sourceNumber: number) {
  return requests.filter((request) => request.sourceNumber === sourceNumber);
}
