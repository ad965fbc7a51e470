import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { aHoldingAnswer, anAnswer, aQuestion, day } from "./questions.ts";
import { ADDRESS_FORMS, pathOf } from "./replica/addresses.ts";
import { type RecordOptions, records } from "./replica/records.ts";
import { countById, smallestGapMs } from "./replica/requests.ts";
import type { Shown } from "./replica/shown-record.ts";
import { startReplica } from "./replica/start-replica.ts";
import { isRefused, readFrom, smallReplica, type Visit, visit, visitRaw } from "./replica/visits.ts";

const RANGE = { from: 50_000, to: 50_299, seed: 7 };

function shownBy(options: RecordOptions): Map<number, Shown | null> {
  const { from, to, find } = records(options);
  const ids = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  return new Map(ids.map((id) => [id, find(id)?.origin ?? null]));
}

const questionsBy = (options: RecordOptions) =>
  [...shownBy(options).values()].flatMap((shown) =>
    shown?.kind === "Question écrite" ? [shown.record] : [],
  );

suite("records", () => {
  for (const form of ADDRESS_FORMS) {
    test(`are read from the ${form} form into exactly their truth`, async (t) => {
      const replica = await startReplica(t, { records: records(RANGE) });
      const truth = replica.truth(form);
      for (let id = RANGE.from; id <= RANGE.to; id += 1) {
        const url = replica.urlOf(id, form);
        const came = await visit(url);
        const question = truth.get(id);
        if (question !== undefined) assert.deepEqual(readFrom(url, came), question);
        else if (replica.shown(id) === null) assert.equal(came.status, 404);
        else assert.throws(() => readFrom(url, came), isRefused("other_kind"));
      }
    });
  }

  test("are the same for the same seed and others for another", () => {
    assert.deepEqual(shownBy(RANGE), shownBy(RANGE));
    assert.notDeepEqual(shownBy(RANGE), shownBy({ ...RANGE, seed: 8 }));
  });

  test("stay as they are when their range grows", () => {
    const grown = shownBy({ ...RANGE, to: RANGE.to + 100 });
    assert.deepEqual(new Map([...grown].slice(0, 300)), shownBy(RANGE));
  });

  test("keep to the shares asked for", () => {
    const shown = [...shownBy({ from: 1, to: 2000, seed: 3, gaps: 0.3, otherKinds: 0.2 }).values()];
    const gaps = shown.filter((one) => one === null).length / 2000;
    const others = shown.filter((one) => one !== null && one.kind !== "Question écrite").length / 2000;
    assert.ok(Math.abs(gaps - 0.3) < 0.04 && Math.abs(others - 0.2) < 0.04, `${gaps}, ${others}`);
    const all = questionsBy({
      from: 1,
      to: 200,
      seed: 3,
      gaps: 0,
      otherKinds: 0,
      answered: 1,
      authorNotes: 0,
    });
    assert.equal(all.length, 200);
    assert.ok(all.every(({ answers }) => answers.at(-1)?.kind === "answer"));
  });

  test("have answers of all kinds, and annexes", () => {
    const answers = questionsBy(RANGE).flatMap((question) => question.answers);
    for (const kind of ["answer", "holdingAnswer", "authorNote"]) {
      assert.ok(
        answers.some((answer) => answer.kind === kind),
        kind,
      );
    }
    assert.ok(answers.some(({ attachments }) => attachments.length > 1));
  });

  test("are tabled on working days, later ids never earlier, in the session of their day", () => {
    const questions = questionsBy(RANGE);
    const days = questions.map(({ tabledOn }) => tabledOn);
    assert.deepEqual(days, days.toSorted());
    assert.ok(days.every((date) => ![0, 6].includes(new Date(date).getUTCDay())));
    const sessions = new Map(questions.map(({ tabledOn, session }) => [tabledOn, session]));
    assert.equal(sessions.get(day("2013-09-13")), "2012-2013");
    assert.equal(sessions.get(day("2013-09-16")), "2013-2014");
  });

  test("are counted per minister and session, without a number twice", () => {
    const questions = questionsBy({ from: 1, to: 8000, seed: 3, gaps: 0, otherKinds: 0 });
    const keys = questions.map((one) => `${one.session} ${one.addressedTo.name} ${one.officialNumber}`);
    assert.equal(new Set(keys).size, 8000);
    assert.ok(questions.every(({ officialNumber }) => officialNumber > 0));
  });

  test("appear on their own days where they are live", async (t) => {
    let now = new Date("2013-09-10T12:00:00Z");
    const questions = { ...RANGE, gaps: 0, otherKinds: 0 };
    const live = records({ ...questions, isLive: true });
    const replica = await startReplica(t, { records: live, now: () => now });
    assert.equal(replica.truth().size, 40);
    assert.ok([...replica.truth().values()].every(({ answers }) => answers.length === 0));
    now = new Date("2014-09-10T12:00:00Z");
    assert.deepEqual([...replica.truth("page").values()], questionsBy(questions));
  });
});

suite("addresses", () => {
  const orders = [
    ["page", "/pwpages?type=28&iddoc=12&p=interp-questions-voir"],
    ["page", "/pwpages?iddoc=12&type=32&p=interp-questions-voir"],
    ["print", "/content/print.php?iddoc=12&type=all&print=interp-questions-voir.php"],
    ["oldPrint", "/content/print.php?id_doc=12&print=interp-questions-voir.php&type=all"],
  ] as const;
  for (const [form, path] of orders) {
    test(`have their parameters in any order: ${path}`, async (t) => {
      const replica = await smallReplica(t);
      const url = replica.url + path;
      assert.deepEqual(readFrom(url, await visit(url)), replica.truth(form).get(12));
    });
  }

  test("of forms that are not served lead nowhere, or to the front page", async (t) => {
    const replica = await smallReplica(t, { forms: ["page"] });
    assert.equal(replica.urlOf(12), replica.url + pathOf("page", 12));
    assert.equal((await visit(replica.urlOf(12, "print"))).status, 404);
    replica.setManners({ unserved: "frontPage" });
    const front = await visit(`${replica.url}/`);
    assert.deepEqual((await visit(replica.urlOf(12, "oldPrint"))).text, front.text);
    assert.equal((await visit(replica.urlOf(12))).status, 200);
  });

  test("of nothing are not found, whatever they look like", async (t) => {
    const replica = await smallReplica(t);
    for (const path of [
      "/x",
      "//",
      "/pwpages",
      "/pwpages?p=interp-questions-voir&iddoc=0x1",
      "/?iddoc=12&",
    ]) {
      const { status, text } = await visit(replica.url + path);
      assert.ok(status === 404 || text.includes("À la une"), path);
    }
  });

  test("of robots.txt are found where the site has one", async (t) => {
    const replica = await startReplica(t);
    assert.equal((await visit(`${replica.url}/robots.txt`)).status, 404);
    replica.setManners({ robots: "User-agent: *\nDisallow: /admin\n" });
    const { status, headers, text } = await visit(`${replica.url}/robots.txt`);
    assert.equal(status, 200);
    assert.match(headers.get("content-type") ?? "", /^text\/plain/);
    assert.match(text, /Disallow: \/admin/);
  });
});

suite("an id the site does not know", () => {
  for (const form of ["print", "page"] as const) {
    for (const absent of ["404", "410"] as const) {
      test(`is ${absent} in the ${form} form`, async (t) => {
        const replica = await smallReplica(t, { absent });
        assert.equal((await visit(replica.urlOf(99, form))).status, Number(absent));
      });
    }
    for (const absent of ["fieldNames", "nothing"] as const) {
      test(`is a page of the site with ${absent} in the ${form} form`, async (t) => {
        const replica = await smallReplica(t, { absent });
        const came = await visit(replica.urlOf(99, form));
        assert.equal(came.status, 200);
        assert.equal(/>N° : </.test(came.text), absent === "fieldNames");
        assert.throws(() => readFrom("page", came), isRefused("other_kind"));
      });
    }
  }

  test("leads to the front page", async (t) => {
    const replica = await smallReplica(t, { absent: "toFrontPage" });
    const { status, headers } = await visit(replica.urlOf(99));
    assert.equal(status, 302);
    assert.equal(headers.get("location"), "/");
  });
});

suite("the course of time", () => {
  test("shows what is done to a record from its moment on", async (t) => {
    let now = new Date("2014-02-05T09:00:00Z");
    const replica = await startReplica(t, { now: () => now });
    const at = (text: string) => new Date(`${text}T09:00:00Z`);
    replica.add(5, aQuestion());
    replica.publishAnswer(5, aHoldingAnswer(), at("2014-02-18"));
    replica.publishAnswer(5, anAnswer(), at("2014-02-24"));
    replica.correct(5, { title: "Un autre titre" }, at("2014-02-20"));
    replica.remove(5, at("2014-03-01"));
    const steps = [
      ["2014-02-05", 0, aQuestion().title],
      ["2014-02-18", 1, aQuestion().title],
      ["2014-02-20", 1, "Un autre titre"],
      ["2014-02-24", 2, "Un autre titre"],
    ] as const;
    for (const [date, answers, title] of steps) {
      now = at(date);
      for (const form of ADDRESS_FORMS) {
        const url = replica.urlOf(5, form);
        const question = readFrom(url, await visit(url));
        assert.equal(question.answers.length, answers);
        assert.equal(question.title, title);
        assert.deepEqual(question, replica.truth(form).get(5));
      }
    }
    now = at("2014-03-01");
    assert.equal((await visit(replica.urlOf(5))).status, 404);
    assert.equal(replica.truth().size, 0);
  });

  test("lets records of the range change too, and answers be rewritten", async (t) => {
    const replica = await startReplica(t, { records: records(RANGE) });
    const [id] = replica.truth().keys();
    assert.ok(id !== undefined);
    replica.publishAnswer(id, anAnswer());
    replica.correct(id, ({ answers }) => ({
      answers: answers.map((answer) => ({ ...answer, text: "Bref." })),
    }));
    const question = readFrom("page", await visit(replica.urlOf(id)));
    assert.ok(question.answers.length > 0 && question.answers.every(({ text }) => text === "Bref."));
    replica.remove(id);
    assert.equal(replica.shown(id), null);
  });

  test("does not let a page be changed that shows nothing", async (t) => {
    const replica = await startReplica(t);
    assert.throws(() => replica.publishAnswer(5, anAnswer()), /nothing is shown under id 5/);
    assert.throws(() => replica.correct(5, {}), /nothing is shown under id 5/);
    assert.throws(() => replica.remove(5), /nothing is shown under id 5/);
  });
});

suite("conditional requests", () => {
  const headersOf = ({ headers }: Visit) => ({
    "If-None-Match": headers.get("etag") ?? "",
    "If-Modified-Since": headers.get("last-modified") ?? "",
  });

  test("are answered 304 until the page changes", async (t) => {
    const replica = await smallReplica(t);
    const known = headersOf(await visit(replica.urlOf(12)));
    assert.equal(known["If-Modified-Since"], "Tue, 25 Feb 2014 09:00:00 GMT");
    const { "If-None-Match": etag, "If-Modified-Since": since } = known;
    assert.equal((await visit(replica.urlOf(12), known)).status, 304);
    assert.equal((await visit(replica.urlOf(12), { "If-None-Match": `"x", ${etag}` })).status, 304);
    assert.equal((await visit(replica.urlOf(12), { "If-Modified-Since": since })).status, 304);
    replica.correct(12, { title: "Un autre titre" });
    assert.equal((await visit(replica.urlOf(12), known)).status, 200);
    assert.equal((await visit(replica.urlOf(12), { "If-Modified-Since": since })).status, 200);
  });

  test("are answered 200 where the weather alters the page", async (t) => {
    const replica = await smallReplica(t);
    const known = headersOf(await visit(replica.urlOf(12)));
    for (const kinds of ["answersVanish", "refusals", "truncated"] as const) {
      replica.setWeather({ kinds });
      assert.equal((await visit(replica.urlOf(12), known)).status, 200, kinds);
    }
  });

  test("are invited by the validators asked for alone", async (t) => {
    for (const [validators, etag, date] of [
      ["etag", true, false],
      ["lastModified", false, true],
      ["none", false, false],
    ] as const) {
      const { headers } = await visit((await smallReplica(t, { validators })).urlOf(12));
      assert.deepEqual([headers.has("etag"), headers.has("last-modified")], [etag, date]);
    }
  });
});

suite("compression", () => {
  test("follows what the client accepts", async (t) => {
    const replica = await smallReplica(t);
    const page = (await visitRaw(replica.urlOf(12), "identity")).bytes;
    const br = await visitRaw(replica.urlOf(12), "gzip, deflate, br");
    const gzip = await visitRaw(replica.urlOf(12), "gzip, br;q=0");
    assert.deepEqual([br.encoding, gzip.encoding], ["br", "gzip"]);
    assert.deepEqual(brotliDecompressSync(br.bytes), page);
    assert.deepEqual(gunzipSync(gzip.bytes), page);
  });

  test("can be left out", async (t) => {
    const replica = await smallReplica(t, { isCompressed: false });
    assert.equal((await visitRaw(replica.urlOf(12), "gzip, br")).encoding, null);
  });
});

suite("the log of requests", () => {
  test("tells each request in order, with its record, its headers and its end", async (t) => {
    const replica = await smallReplica(t);
    await visit(`${replica.url}/robots.txt`);
    const { headers } = await visit(replica.urlOf(12), { "User-Agent": "Passerelle/1" });
    const etag = headers.get("etag") ?? "";
    await visit(replica.urlOf(12, "page"), { "If-None-Match": etag, "If-Modified-Since": "x" });
    replica.setWeather({ kinds: "tooMany" });
    await visit(replica.urlOf(13));
    const told = replica.requests.map((one) => [one.sourceNumber, one.status, one.weather, one.ifNoneMatch]);
    assert.deepEqual(told, [
      [null, 404, null, null],
      [12, 200, null, null],
      [12, 200, null, etag],
      [13, 429, "tooMany", null],
    ]);
    assert.equal(replica.requests[0]?.path, "/robots.txt");
    assert.equal(replica.requests[1]?.userAgent, "Passerelle/1");
    assert.equal(replica.requests[2]?.ifModifiedSince, "x");
    assert.ok(replica.requests.every(({ bytesSent }) => bytesSent > 100));
    assert.deepEqual(
      [...countById(replica.requests)],
      [
        [12, 2],
        [13, 1],
      ],
    );
  });

  test("tells the shortest time between two arrivals", async (t) => {
    const replica = await smallReplica(t);
    assert.equal(smallestGapMs(replica.requests), Infinity);
    for (const id of [12, 13, 12]) await visit(replica.urlOf(id));
    const [first, second, third] = replica.requests.map(({ at }) => at);
    assert.equal(smallestGapMs(replica.requests), Math.min(second! - first!, third! - second!));
  });

  test("tells how many connections and requests were open at once", async (t) => {
    const replica = await smallReplica(t);
    for (const id of [12, 13, 12]) await visit(replica.urlOf(id));
    assert.deepEqual([replica.mostConnections(), replica.mostInFlight()], [1, 1]);
    replica.setWeather({ kinds: "slowDrip", dripMs: 0 });
    await Promise.all([12, 13, 12].map((id) => visit(replica.urlOf(id))));
    assert.ok(replica.mostConnections() >= 3, "connections");
    assert.equal(replica.mostInFlight(), 3);
  });
});

suite("a replica", () => {
  test("costs less than two seconds of processor time for 2,000 pages, asking included", async (t) => {
    const replica = await startReplica(t, { records: records({ ...RANGE, to: RANGE.from + 1999 }) });
    const ids = Array.from({ length: 2000 }, (_, i) => RANGE.from + i).values();
    const started = process.cpuUsage();
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        for (const id of ids) await visit(replica.urlOf(id));
      }),
    );
    const { user, system } = process.cpuUsage(started);
    assert.ok(user + system < 2_000_000, `${user + system} µs`);
    assert.equal(replica.requests.length, 2000);
  });

  test("ends with its owner, whatever is still open", async () => {
    const clearUps: (() => Promise<void> | void)[] = [];
    const replica = await smallReplica({ after: (clearUp) => void clearUps.push(clearUp) });
    replica.setWeather({ kinds: "silence" });
    const waiting = assert.rejects(visit(replica.urlOf(12)));
    while (replica.requests.length === 0) await new Promise(setImmediate);
    for (const clearUp of clearUps) await clearUp();
    await waiting;
    await assert.rejects(visit(replica.url));
  });
});
