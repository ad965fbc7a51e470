import assert from "node:assert/strict";
import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import type { AddressInfo } from "node:net";
import { suite, test, type TestContext } from "node:test";
import type { ParsedQuestion } from "../../../src/domain/parsed-question.ts";
import { createPageStore } from "../../../src/store/page-store.ts";
import { questions } from "../../../src/store/schema/index.ts";
import { aCalendar } from "../../helpers/answer-rules.ts";
import { openApp } from "../../helpers/apps.ts";
import { NOW, PARLIAMENT } from "../../helpers/page-stores.ts";
import { aHoldingAnswer, anAnswer, aPromise, aQuestion, day } from "../../helpers/questions.ts";
import { store } from "../../helpers/registers.ts";
import { aPageOf } from "../../helpers/taken-pages.ts";
import type { ProblemJson } from "../../../src/http/api/schemas/problem.ts";
import type { QuestionJson, QuestionSummaryJson } from "../../../src/http/api/schemas/question.ts";

interface QuestionListJson {
  readonly items: readonly QuestionSummaryJson[];
  readonly page: {
    readonly nextCursor: string | null;
    readonly total: number;
    readonly totalIsExact: boolean;
  };
}

const attachments = [{ label: "Plan [PDF]", url: "http://annexes.example/plan.pdf" }];
const warning = { code: "unknown_heading", message: "Un titre inconnu", text: "Précision" } as const;
const answered = aQuestion({
  answers: [aHoldingAnswer(), anAnswer({ attachments })],
  warnings: [warning],
});
const open = aQuestion({ sourceId: "900002", officialNumber: 2, tabledOn: day("2014-02-05") });
const unnumbered = aQuestion({ sourceId: null, officialNumber: 3, tabledOn: day("2014-02-06") });

const FACTS = {
  id: "wallonia-900001",
  url: "https://vigie.example/questions/wallonia-900001",
  sourceUrl: "https://source.example/900001",
  title: answered.title,
  session: "2013-2014",
  year: 2014,
  officialReference: "217 (2013-2014) 1",
  officialNumber: 217,
  tabledOn: "2014-02-04",
  askedBy: { name: "VERMEIL Odette", slug: "vermeil-odette", party: null },
  addressedTo: {
    name: "LAMBRECHT Aurore",
    slug: "lambrecht-aurore",
    office: "Ministre des Passerelles et des Écluses",
  },
  state: "answered",
  firstReplyOn: "2014-02-18",
  answeredOn: "2014-02-24",
  delayDoubt: null,
  daysToFirstReply: 14,
  daysToAnswer: 20,
  workingDaysToAnswer: 14,
  answerDueOn: "2014-02-25",
  daysOverdue: null,
  answerRule: { id: "wallonia-indicative-15-working-days", verified: false },
  fetchedAt: "2014-03-01T08:00:00.000Z",
  revision: 1,
};
const answeredBy = { name: "LAMBRECHT Aurore", slug: "lambrecht-aurore" };
const holding = { nature: "holding", natureEvidence: ["Réponse provisoire"] };
const substantive = { nature: "substantive", natureEvidence: [] };

suite("one question", () => {
  test("dated in a time to come has no days, and is in no figure", async (t) => {
    const question = aQuestion({ answers: [anAnswer({ answeredOn: day("2030-01-01") })] });
    const { json, db } = await openApp(t);
    await createPageStore(db, { parliament: PARLIAMENT, now: () => NOW }).savePages([
      aPageOf(question, { fetchedAt: NOW }),
    ]);
    const shown = await json<QuestionJson>("/api/v1/questions/wallonia-900001");
    assert.deepEqual(
      [
        shown.answeredOn,
        shown.daysToAnswer,
        shown.daysToFirstReply,
        shown.workingDaysToAnswer,
        shown.delayDoubt,
      ],
      ["2030-01-01", null, null, null, "impossibleDates"],
    );
  });

  test("is given whole, in the form of the contract", async (t) => {
    const { json } = await openApp(t, [answered]);
    assert.deepEqual(await json<QuestionJson>("/api/v1/questions/wallonia-900001"), {
      ...FACTS,
      questionText: answered.questionText,
      answers: [
        { ...answered.answers[0], answeredBy, ...holding },
        { ...answered.answers[1], answeredBy, ...substantive },
      ],
      warnings: [warning],
    });
  });

  test("has null for what nobody knows: days of an open question, a page without its number", async (t) => {
    const { json } = await openApp(t, [unnumbered]);
    const question = await json<QuestionJson>("/api/v1/questions/wallonia-ref-2013-2014-lambrecht-aurore-3");
    const { sourceUrl, state, firstReplyOn, answeredOn, daysToFirstReply, daysToAnswer } = question;
    assert.equal(question.workingDaysToAnswer, null);
    assert.deepEqual(
      { sourceUrl, state, firstReplyOn, answeredOn, daysToFirstReply, daysToAnswer },
      {
        sourceUrl: null,
        state: "open",
        firstReplyOn: null,
        answeredOn: null,
        daysToFirstReply: null,
        daysToAnswer: null,
      },
    );
  });

  test("with an answer before its own day keeps the dates, and has no days", async (t) => {
    const { json } = await openApp(t, [
      aQuestion({ answers: [anAnswer({ answeredOn: day("2014-02-03") })] }),
    ]);
    const question = await json<QuestionJson>("/api/v1/questions/wallonia-900001");
    assert.deepEqual(
      [question.answeredOn, question.daysToAnswer, question.workingDaysToAnswer, question.state],
      ["2014-02-03", null, null, "answered"],
    );
  });

  const overdueAt = async (t: TestContext, now: string, question: ParsedQuestion = open) => {
    const { json } = await openApp(t, [question], { now: () => new Date(now) });
    const one = await json<QuestionJson>(`/api/v1/questions/wallonia-${question.sourceId}`);
    const { items } = await json<QuestionListJson>("/api/v1/questions");
    assert.equal(items[0]?.daysOverdue, one.daysOverdue);
    return [one.answerDueOn, one.daysOverdue];
  };

  test("is late from midnight in Brussels after its last day, whatever day it is elsewhere", async (t) => {
    assert.deepEqual(await overdueAt(t, "2014-02-26T22:59:59Z"), ["2014-02-26", null]);
    assert.deepEqual(await overdueAt(t, "2014-02-26T23:00:00Z"), ["2014-02-26", 1]);
    assert.deepEqual(await overdueAt(t, "2014-07-01T22:00:00Z"), ["2014-02-26", 126]);
  });

  test("is no less late for a holding answer, under whatever heading", async (t) => {
    for (const answer of [aHoldingAnswer(), aPromise()]) {
      const held = { ...open, answers: [answer] };
      assert.deepEqual(await overdueAt(t, "2014-03-05T12:00:00Z", held), ["2014-02-26", 7]);
    }
  });

  test("is not late any more when it was answered, however late, or given up", async (t) => {
    for (const answer of [
      anAnswer({ answeredOn: day("2014-04-01") }),
      anAnswer({ kind: "authorNote", answeredBy: "VERMEIL Odette", answeredOn: day("2014-04-01") }),
    ]) {
      const settled = { ...open, answers: [answer] };
      assert.deepEqual(await overdueAt(t, "2014-05-05T12:00:00Z", settled), ["2014-02-26", null]);
    }
  });

  test("has no deadline and no rule where none was in force", async (t) => {
    const { db, json } = await openApp(t, [open]);
    await db.update(questions).set({ answerDueOn: null, answerRuleId: null });
    const question = await json<QuestionJson>("/api/v1/questions/wallonia-900002");
    const { answerDueOn, daysOverdue, answerRule } = question;
    assert.deepEqual([answerDueOn, daysOverdue, answerRule], [null, null, null]);
  });

  test("says whether its rule was verified, which a rule we know no longer was not", async (t) => {
    const { db, json } = await openApp(t, [open], {
      answerCalendar: aCalendar({ id: "known", verified: true }),
    });
    for (const [answerRuleId, verified] of [["known", true] as const, ["former", false] as const]) {
      await db.update(questions).set({ answerRuleId });
      const { answerRule } = await json<QuestionJson>("/api/v1/questions/wallonia-900002");
      assert.deepEqual(answerRule, { id: answerRuleId, verified });
    }
  });

  test("names the party of its author where a list of the time tells it", async (t) => {
    const { db, json } = await openApp(t, [open]);
    await db.update(questions).set({ askedByParty: "XYZ" });
    const { askedBy } = await json<QuestionJson>("/api/v1/questions/wallonia-900002");
    assert.deepEqual(askedBy, { name: "VERMEIL Odette", slug: "vermeil-odette", party: "XYZ" });
  });

  test("asked for by its former id redirects for good to the present one", async (t) => {
    const { db, get } = await openApp(t, [unnumbered]);
    await store(db, [{ ...unnumbered, sourceId: "900003" }]);
    const response = await get("/api/v1/questions/wallonia-ref-2013-2014-lambrecht-aurore-3");
    assert.equal(response.statusCode, 308);
    assert.equal(response.headers.location, "/api/v1/questions/wallonia-900003");
    assert.equal((await get(response.headers.location)).statusCode, 200);
  });

  test("that nobody stored is not found", async (t) => {
    const { get } = await openApp(t, [answered]);
    for (const id of ["wallonia-1", "elsewhere-900001", "900001", "wallonia-", "wallonia-%3Cscript%3E"]) {
      const response = await get(`/api/v1/questions/${id}`);
      assert.equal(response.statusCode, 404, id);
      assert.equal(response.json<{ code: string }>().code, "unknown_question");
    }
  });

  test("is not looked for under an id with a byte that no database text can hold", async (t) => {
    const { get } = await openApp(t);
    const response = await get("/api/v1/questions/wallonia-%00");
    assert.equal(response.statusCode, 400);
    assert.equal(response.json<{ parameter: string }>().parameter, "id");
  });
});

suite("a list of questions", () => {
  test("gives questions without texts, the newest first", async (t) => {
    const { json } = await openApp(t, [answered, open]);
    const { items, page } = await json<QuestionListJson>("/api/v1/questions");
    assert.deepEqual(
      items.map(({ id }) => id),
      ["wallonia-900002", "wallonia-900001"],
    );
    assert.deepEqual(items[1], {
      ...FACTS,
      highlight: null,
      answers: [
        { kind: "holdingAnswer", answeredOn: "2014-02-18", answeredBy, attachments: [], ...holding },
        { kind: "answer", answeredOn: "2014-02-24", answeredBy, attachments, ...substantive },
      ],
      warnings: [{ code: warning.code, message: warning.message }],
    });
    assert.deepEqual(page, { nextCursor: null, total: 2, totalIsExact: true });
  });

  const FOUND: Readonly<Record<string, readonly string[]>> = {
    "minister=lambrecht-aurore": ["900002", "900001"],
    "minister=Lambrecht%20AURORE": ["900002", "900001"],
    "author=V%C3%89RMEIL+Odette": ["900002", "900001"],
    "session=2013-2014": ["900002", "900001"],
    "state=open": ["900002"],
    "state=answered,open": ["900002", "900001"],
    "state=converted": [],
    "tabledFrom=2014-02-05": ["900002"],
    "tabledTo=2014-02-04": ["900001"],
    "tabledFrom=2014-02-04&tabledTo=2014-02-04": ["900001"],
    "answeredFrom=2014-02-24": ["900001"],
    "answeredTo=2014-02-23": [],
    "modifiedSince=2014-03-02": ["900002", "900001"],
    "modifiedSince=2014-03-03": [],
    "modifiedSince=2014-03-02T09:30:00Z": ["900002", "900001"],
    "modifiedSince=2014-03-02T10:30:00+01:00": ["900002", "900001"],
    "modifiedSince=2014-03-02T09:30:00.001Z": [],
    "sort=tabledOn": ["900001", "900002"],
    "sort=answeredOn": ["900001", "900002"],
    "sort=-answeredOn": ["900001", "900002"],
    "limit=1": ["900002"],
    "minister=lambrecht-aurore&state=answered&sort=tabledOn&limit=100": ["900001"],
  };

  test("is narrowed down and put in order by each parameter", async (t) => {
    const { json } = await openApp(t, [answered, open]);
    for (const [query, found] of Object.entries(FOUND)) {
      const { items } = await json<QuestionListJson>(`/api/v1/questions?${query}`);
      assert.deepEqual(
        items.map(({ id }) => id.replace("wallonia-", "")),
        found,
        query,
      );
    }
  });

  test("is given with a slash at the end of its address as well", async (t) => {
    const { app } = await openApp(t, [answered]);
    const [one, other] = await Promise.all(
      ["", "/"].map((end) => app.inject({ url: `/api/v1/questions${end}` })),
    );
    assert.deepEqual([other?.statusCode, other?.body], [200, one?.body]);
  });

  test("a search for nothing is none: the last tabled come first", async (t) => {
    const { json } = await openApp(t, [answered, open]);
    const [blank, none] = await Promise.all(
      ["?q=%20", ""].map((query) => json<QuestionListJson>(`/api/v1/questions${query}`)),
    );
    assert.deepEqual(blank, none);
  });

  test("a session nobody asked a question in is refused as every unknown name is, by a list as by a file", async (t) => {
    const { get } = await openApp(t, [aQuestion({ session: "2013-2014" })]);
    for (const url of [
      "/api/v1/questions",
      "/api/v1/stats/delays",
      "/feeds/questions.atom",
      "/feeds/questions.csv",
    ]) {
      const response = await get(`${url}?session=2013-2041`);
      const { code, parameter, suggestions } = response.json<ProblemJson>();
      assert.deepEqual(
        [response.statusCode, code, parameter, suggestions],
        [404, "unknown_session", "session", [{ slug: "2013-2014", name: "2013-2014" }]],
        url,
      );
    }
  });

  test("a session is found whatever the case it is typed in", async (t) => {
    const { json } = await openApp(t, [aQuestion({ session: "se2014" })]);
    assert.equal((await json<QuestionListJson>("/api/v1/questions?session=SE2014")).page.total, 1);
  });
});

suite("pages", () => {
  const many = Array.from({ length: 7 }, (_, i) =>
    aQuestion({ sourceId: String(i + 1), officialNumber: i + 1 }),
  );

  test("lead on by cursor and by Link, which keeps the filters and the address of the site", async (t) => {
    const { get } = await openApp(t, many);
    const seen: string[] = [];
    let url: string | undefined = "/api/v1/questions?state=open&limit=3";
    while (url !== undefined) {
      const response = await get(url);
      const { items, page } = response.json<QuestionListJson>();
      seen.push(...items.map(({ id }) => id));
      const next: string | undefined = /^<(.+)>; rel="next"$/.exec(String(response.headers.link))?.[1];
      assert.equal(next === undefined, page.nextCursor === null);
      url = next?.replace(/^https:\/\/vigie\.example/, "");
      if (next !== undefined) {
        const { origin, searchParams } = new URL(next);
        assert.equal(origin, "https://vigie.example");
        assert.deepEqual(
          [searchParams.get("state"), searchParams.get("limit"), searchParams.get("cursor")],
          ["open", "3", page.nextCursor],
        );
      }
    }
    assert.deepEqual(seen, many.map(({ sourceId }) => `wallonia-${sourceId}`).reverse());
  });

  test("lead to the address of the site, whatever host the request names", async (t) => {
    const { app } = await openApp(t, many);
    await app.listen({ port: 0 });
    const { port } = app.server.address() as AddressInfo;
    const path = "http://elsewhere.example/api/v1/questions?limit=1&state=open";
    const [response] = (await once(request({ port, path }).end(), "response")) as [IncomingMessage];
    response.resume();
    assert.equal(response.statusCode, 200);
    assert.match(
      String(response.headers.link),
      /^<https:\/\/vigie\.example\/api\/v1\/questions\?limit=1&state=open&cursor=\w+>; rel="next"$/,
    );
  });

  test("hold twenty questions where nothing else is asked", async (t) => {
    const { json } = await openApp(
      t,
      Array.from({ length: 21 }, (_, i) => aQuestion({ sourceId: String(i + 1), officialNumber: i + 1 })),
    );
    const { items, page } = await json<QuestionListJson>("/api/v1/questions");
    assert.deepEqual([items.length, page.total], [20, 21]);
  });
});
