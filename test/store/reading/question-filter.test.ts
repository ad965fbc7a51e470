import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { AnswerRule } from "../../../src/domain/deadline/answer-rule.ts";
import type { ParsedQuestion } from "../../../src/domain/parsed-question.ts";
import type { Database } from "../../../src/store/database.ts";
import { createPageStore } from "../../../src/store/page-store.ts";
import type { QuestionFilter } from "../../../src/store/question-filter.ts";
import { createReferenceData } from "../../../src/store/reference/reference-data.ts";
import { databaseEngines } from "../../helpers/databases.ts";
import { NOW, PARLIAMENT } from "../../helpers/page-stores.ts";
import { aHoldingAnswer, anAnswer, aQuestion, day } from "../../helpers/questions.ts";
import { FIRST_PAGE, readersOf } from "../../helpers/registers.ts";
import { aPageOf } from "../../helpers/taken-pages.ts";

/** Answers are due on the tenth day. */
const TEN_DAYS: AnswerRule = {
  id: "ten-days",
  label: "10 jours",
  periodDays: 10,
  countedIn: "calendarDays",
  dayZero: "tabledOn",
  closedOn: [],
  inForceFrom: day("2010-01-01"),
  inForceTo: null,
  citation: "Une règle pour ces essais.",
  verified: false,
};

const reference = createReferenceData({
  rules: [TEN_DAYS],
  recesses: [],
  partyLists: [
    {
      asOf: day("2014-01-01"),
      sessions: ["2013-2014"],
      source: "https://example.org/liste",
      parties: { "vermeil-odette": "SAULES", "preval-patrick": "Saules", "genet-anne": "Peupliers" },
    },
  ],
  corrections: { merges: [], splits: [] },
});

async function storeWithReference(db: Database, all: readonly ParsedQuestion[]): Promise<void> {
  const pages = createPageStore(db, { parliament: PARLIAMENT, now: () => NOW, reference });
  await pages.savePages(all.map((question) => aPageOf(question)));
}

const note = anAnswer({ kind: "authorNote", answeredBy: "VERMEIL Odette" });

/** The key is the source id; all but the last two are due on 14 February. */
const QUESTIONS: Readonly<Record<string, Partial<ParsedQuestion>>> = {
  open: {},
  holding: { answers: [aHoldingAnswer()] },
  answered: { answers: [anAnswer()] },
  converted: { answers: [note] },
  later: { tabledOn: day("2014-02-05"), askedBy: "PREVAL Patrick" },
  beforeTheRule: { tabledOn: day("2009-02-05"), session: "2008-2009" },
  otherParty: { tabledOn: day("2014-02-20"), askedBy: "GENÊT Anne" },
};

const all = Object.entries(QUESTIONS).map(([sourceId, question], i) =>
  aQuestion({ sourceId, officialNumber: i + 1, ...question }),
);

async function find(db: Database, filter: QuestionFilter): Promise<string[]> {
  const { items, total } = await readersOf(db).questions.listQuestions(filter, FIRST_PAGE);
  assert.equal(total, items.length);
  return items.map(({ sourceId }) => sourceId);
}

const FILTERS: readonly { rule: string; filter: QuestionFilter; found: readonly string[] }[] = [
  { rule: "nothing is overdue on the day it is due", filter: { overdueOn: day("2014-02-14") }, found: [] },
  {
    rule: "what is open or held is overdue from the day after",
    filter: { overdueOn: day("2014-02-15") },
    found: ["open", "holding"],
  },
  {
    rule: "what has no deadline is never overdue",
    filter: { overdueOn: day("2050-01-01") },
    found: ["open", "holding", "later", "otherParty"],
  },
  {
    rule: "overdue adds up with states",
    filter: { overdueOn: day("2050-01-01"), states: ["holding", "answered"] },
    found: ["holding"],
  },
  {
    rule: "a party is found in all its spellings, and in the session of its list alone",
    filter: { parties: ["SAULES", "Saules"] },
    found: ["open", "holding", "answered", "converted", "later"],
  },
  { rule: "one spelling is enough", filter: { parties: ["Saules"] }, found: ["later"] },
  { rule: "no spelling finds nothing", filter: { parties: [] }, found: [] },
  {
    rule: "parties, lateness and days add up",
    filter: { parties: ["SAULES", "Saules"], overdueOn: day("2014-02-16"), tabledFrom: day("2014-02-05") },
    found: ["later"],
  },
  {
    rule: "a portfolio nobody held finds nothing",
    filter: { portfolio: { officeIds: [], terms: [] } },
    found: [],
  },
];

for (const { engine, fresh } of databaseEngines) {
  suite(`filters on what is derived (${engine})`, async () => {
    const db = await fresh({ after });
    before(() => storeWithReference(db, all));

    for (const { rule, filter, found } of FILTERS) {
      test(rule, async () => assert.deepEqual(await find(db, filter), found));
    }

    test("parties are listed in all their spellings", async () => {
      assert.deepEqual(await readersOf(db).persons.listParties(), [
        { slug: "peupliers", name: "Peupliers" },
        { slug: "saules", name: "SAULES" },
        { slug: "saules", name: "Saules" },
      ]);
      assert.deepEqual(await readersOf(db, "elsewhere").persons.listParties(), []);
    });
  });
}
