import assert from "node:assert/strict";
import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import type { AddressInfo } from "node:net";
import { after, suite, test } from "node:test";
import { gunzipSync } from "node:zlib";
import { QUESTION_COLUMNS } from "../../../src/http/exports/question-columns.ts";
import type { WalkQuestions } from "../../../src/store/question-walk.ts";
import type { StoredQuestion } from "../../../src/store/stored-question.ts";
import { openApp } from "../../helpers/apps.ts";
import { csvRecords, parseCsv } from "../../helpers/csv.ts";
import { aHoldingAnswer, anAnswer, aQuestion, day } from "../../helpers/questions.ts";
import { readersOf, store } from "../../helpers/registers.ts";

const hostile = aQuestion({
  sourceId: "900003",
  officialNumber: 3,
  tabledOn: day("2014-02-06"),
  title: '=HYPERLINK("http://evil.example";"ici")',
  questionText: 'Un "mot",\n\n-deux\nlignes\r\n\r\n@fin',
  askedBy: "+VERMEIL Odette",
});
const answered = aQuestion({
  answers: [
    aHoldingAnswer(),
    anAnswer({ attachments: [{ label: "Plan [PDF]", url: "http://annexes.example/plan.pdf" }] }),
  ],
  warnings: [{ code: "unknown_heading", message: "Un titre inconnu", text: "Précision" }],
});
const open = aQuestion({ sourceId: "900002", officialNumber: 2, tabledOn: day("2014-02-05") });

const CSV = "/feeds/questions.csv";
const JSONL = "/feeds/questions.jsonl";

suite("all questions in one file", async () => {
  const { app, get, json } = await openApp({ after }, [answered, open, hostile]);

  test("as CSV have the names of the JSON, one line each, the newest first", async () => {
    const { body, headers } = await get(CSV);
    const [header] = parseCsv(body);
    assert.deepEqual(
      header,
      QUESTION_COLUMNS.map(({ name }) => name),
    );
    assert.ok(body.startsWith("id,url,"), "a mark of order stands before the first name");
    const records = csvRecords(body);
    assert.deepEqual(
      records.map(({ id }) => id),
      ["wallonia-900003", "wallonia-900002", "wallonia-900001"],
    );
    assert.deepEqual(
      [headers["content-type"], headers["content-disposition"]],
      ["text/csv; charset=utf-8", 'attachment; filename="vigie-questions-2014-03-05.csv"'],
    );
  });

  test("as CSV tell of answers how many, of what kind, when, by whom, and their texts", async () => {
    const record = csvRecords((await get(`${CSV}?state=answered`)).body)[0]!;
    const { askedByName, askedByParty, addressedToOffice, answerRuleVerified, daysToAnswer } = record;
    assert.deepEqual(
      [askedByName, askedByParty, addressedToOffice, answerRuleVerified, daysToAnswer],
      ["VERMEIL Odette", "", "Ministre des Passerelles et des Écluses", "false", "20"],
    );
    const told = Object.entries(record).filter(([name]) => name.startsWith("answers"));
    assert.deepEqual(Object.fromEntries(told), {
      answers: "2",
      answersKind: "holdingAnswer answer",
      answersAnsweredOn: "2014-02-18 2014-02-24",
      answersAnsweredByName: "LAMBRECHT Aurore ; LAMBRECHT Aurore",
      answersNature: "holding substantive",
      answersText: `${aHoldingAnswer().text}\n\n* * *\n\n${anAnswer().text}`,
      answersAttachmentUrls: "http://annexes.example/plan.pdf",
    });
    assert.equal(record.warnings, "unknown_heading");
  });

  test("as CSV hold no formula of others, and every other sign", async () => {
    const record = csvRecords((await get(CSV)).body)[0]!;
    assert.deepEqual(
      [record.title, record.askedByName, record.questionText],
      [`'${hostile.title}`, "'+VERMEIL Odette", hostile.questionText],
    );
  });

  test("as JSON Lines are what the API gives of each", async () => {
    const { body, headers } = await get(JSONL);
    const lines = body.trimEnd().split("\n");
    assert.equal(lines.length, 3);
    for (const line of lines) {
      const question = JSON.parse(line) as { id: string };
      assert.deepEqual(question, await json(`/api/v1/questions/${question.id}`));
    }
    assert.equal(headers["content-type"], "application/jsonl; charset=utf-8");
  });

  test("keep to the filters of the list, and name the minister in the name of the file", async () => {
    const { body, headers } = await get(`${CSV}?minister=Lambrecht&tabledTo=2014-02-05&state=open`);
    assert.deepEqual(
      csvRecords(body).map(({ id }) => id),
      ["wallonia-900002"],
    );
    assert.match(
      String(headers["content-disposition"]),
      /"vigie-questions-lambrecht-aurore-2014-03-05\.csv"/,
    );
    assert.equal((await get(`${CSV}?minister=personne`)).statusCode, 404);
    assert.equal((await get(`${CSV}?limit=1`)).statusCode, 400);
  });

  test("of a filter that nothing meets are a header, or nothing at all", async () => {
    assert.equal(parseCsv((await get(`${CSV}?tabledTo=1999-12-31`)).body).length, 1);
    assert.equal((await get(`${JSONL}?tabledTo=1999-12-31`)).body, "");
  });

  test("are not sent again to who has them, and have another tag for another filter and form", async () => {
    const urls = [CSV, JSONL, `${CSV}?state=open`];
    const tags = await Promise.all(urls.map(async (url) => String((await get(url)).headers.etag)));
    assert.equal(new Set(tags).size, urls.length);
    for (const [i, url] of urls.entries()) {
      assert.match(tags[i]!, /^W\/"[\w-]+"$/);
      const again = await get(url, { "if-none-match": tags[i]! });
      assert.deepEqual([again.statusCode, again.body], [304, ""]);
    }
    const dated = await get(CSV, { "if-modified-since": "Wed, 05 Mar 2014 00:00:00 GMT" });
    assert.equal(dated.statusCode, 304);
  });

  test("come compressed to who asks for it", async () => {
    for (const url of [CSV, JSONL]) {
      const plain = await app.inject({ url });
      const compressed = await app.inject({ url, headers: { "accept-encoding": "gzip" } });
      assert.equal(compressed.headers["content-encoding"], "gzip", url);
      assert.equal(gunzipSync(compressed.rawPayload).toString(), plain.body);
    }
  });
});

test("a change of a question gives an export another tag", async (t) => {
  const { db, get } = await openApp(t, [open]);
  const first = await get(CSV);
  await store(db, [{ ...open, answers: [anAnswer()] }], { now: new Date("2014-03-03T10:00:00Z") });
  const second = await get(CSV, { "if-none-match": String(first.headers.etag) });
  assert.equal(second.statusCode, 200);
  assert.notEqual(second.headers.etag, first.headers.etag);
});

test("who asks for the head of an export has nothing read for it", async (t) => {
  let reads = 0;
  const walkQuestions: WalkQuestions = async function* () {
    reads += 1;
    yield [];
  };
  const { app } = await openApp(t, [open], { walkQuestions });
  const { statusCode, body, headers } = await app.inject({ method: "HEAD", url: CSV });
  assert.deepEqual([statusCode, body, reads], [200, "", 0]);
  assert.match(String(headers.etag), /^W\//);
});

test("who goes away ends the reading, and who is slow slows it down", async (t) => {
  let batches = 0;
  const ended = Promise.withResolvers<void>();
  const endless: WalkQuestions = async function* (filter) {
    const { value } = await readersOf(db).walkQuestions(filter).next();
    try {
      for (;;) {
        batches += 1;
        yield Array<StoredQuestion>(200).fill(value![0]!);
      }
    } finally {
      ended.resolve();
    }
  };
  const { app, db } = await openApp(t, [answered], { walkQuestions: endless });
  await app.listen({ host: "127.0.0.1", port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const [response] = (await once(request({ port, path: JSONL }).end(), "response")) as [IncomingMessage];
  await once(response, "readable");
  assert.ok(batches < 200, `${batches} batches were made for who has taken none`);
  response.destroy();
  await ended.promise;
});
