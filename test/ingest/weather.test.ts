import assert from "node:assert/strict";
import { suite, test } from "node:test";
import type { RoundReport } from "../../src/ingest/round.ts";
import { wallonia } from "../../src/sources/wallonia/index.ts";
import { createSourceStateStore } from "../../src/store/source-state.ts";
import { databaseEngines } from "../helpers/databases.ts";
import { countRows, dumpOf } from "../helpers/dump.ts";
import { anAnswer } from "../helpers/questions.ts";
import { pathOf } from "../helpers/replica/addresses.ts";
import { recordPage } from "../helpers/replica/pages.ts";
import { startReplica } from "../helpers/replica/start-replica.ts";
import type { Forecast, WeatherKind } from "../helpers/replica/weather.ts";
import { startWeatherServer } from "../helpers/weather-server.ts";
import {
  ANSWERED,
  entryOf,
  eventsOf,
  FIRST,
  OPEN,
  oneRound,
  openSite,
  openSmallSite,
  questionNumber,
  requestsFor,
  shownToReaders,
  type SiteUnderTest,
  someRecords,
  storedQuestions,
  trueQuestions,
} from "./site-under-test.ts";

/** Long enough for a page on loopback; what is silent or drips takes longer. */
const IMPATIENT = { client: { timeoutMs: 250 } };

async function assertAllStored({ db, replica }: SiteUnderTest): Promise<void> {
  assert.deepEqual(await storedQuestions(db), trueQuestions(replica));
}

suite("a site that asks for patience", () => {
  test("gets it: a short Retry-After is slept through before the page is asked for again", async (t) => {
    const site = await openSmallSite(t);
    site.replica.setWeather({ kinds: "tooMany", ids: [OPEN], times: 1, retryAfter: "5" });
    const slept: number[] = [];
    const sleep = (ms: number) => {
      slept.push(ms);
      return site.clock.sleep(ms);
    };
    const { outcome, failed } = await site.round({ client: { sleep } });
    assert.deepEqual([outcome, failed], ["finished", 0]);
    const answers = requestsFor(site.replica, OPEN).map(({ status }) => status);
    assert.deepEqual(answers, [429, 200]);
    assert.deepEqual(
      slept.filter((ms) => ms > 1_000),
      [5_000],
    );
    await assertAllStored(site);
  });

  for (const [retryAfter, resumeAt] of [
    ["7200", null],
    ["Thu, 20 Feb 2014 11:30:00 GMT", "2014-02-20T11:30:00.000Z"],
  ] as const) {
    test(`is left alone until then, by every process: Retry-After ${retryAfter}`, async (t) => {
      const site = await openSmallSite(t);
      site.replica.setWeather({ kinds: "tooMany", ids: [OPEN], retryAfter });
      const { outcome, reason } = await site.round();
      assert.deepEqual([outcome, reason], ["stopped", "asked_to_wait"]);
      const expected = resumeAt ?? new Date(site.clock.now().getTime() + 7_200_000).toISOString();
      const until = (await createSourceStateStore(site.db, wallonia).find()).resumeAt;
      assert.equal(until?.toISOString(), expected);
      site.replica.setWeather();

      const asked = site.replica.requests.length;
      site.clock.pass(3_600_000);
      const early = { outcome: "skipped", reason: "asked_to_wait", resumeAt: until };
      assert.deepEqual(await site.rounds().round(), early);
      const filling = await site.rounds().backfill(FIRST, ANSWERED);
      assert.deepEqual([filling.outcome, filling.reason], ["stopped", "asked_to_wait"]);
      assert.equal(site.replica.requests.length, asked);

      site.clock.set(expected);
      assert.equal((await site.round()).outcome, "finished");
      await assertAllStored(site);
    });
  }
});

suite("weather that passes delays a page and no more", () => {
  const cases: readonly [what: string, forecast: Forecast, requests: number][] = [
    ["errors of the server", { kinds: "serverError", times: 3 }, 4],
    ["a gateway without its server", { kinds: "serverError", status: 502, times: 2 }, 3],
    ["connections that break in mid-page", { kinds: "reset", times: 3 }, 4],
    ["silence", { kinds: "silence", times: 1 }, 2],
    ["a page that drips for too long", { kinds: "slowDrip", dripMs: 50, times: 1 }, 2],
    ["more errors than one look bears", { kinds: "serverError", times: 5 }, 6],
    ["a page that was cut", { kinds: "truncated", times: 1 }, 2],
    ["a page in another encoding than it says", { kinds: "utf8NamedLatin1", times: 1 }, 2],
    ["a page that says another encoding than it has", { kinds: "latin1NamedUtf8", times: 1 }, 2],
    ["an empty page", { kinds: "empty", times: 1 }, 2],
    ["a page of another site", { kinds: "elsewhere", times: 1 }, 2],
  ];
  for (const [what, forecast, requests] of cases) {
    test(`${what}: read within the same round`, async (t) => {
      const site = await openSmallSite(t);
      site.replica.setWeather({ ...forecast, ids: [OPEN] });
      const { outcome, new: fresh } = await site.round(IMPATIENT);
      assert.deepEqual([outcome, fresh], ["finished", 3]);
      assert.equal(requestsFor(site.replica, OPEN).length, requests);
      await assertAllStored(site);
    });
  }

  test("a robots.txt that is late comes first all the same", async (t) => {
    const site = await openSmallSite(t);
    site.replica.setWeather({ kinds: "serverError", everywhere: true, times: 2 });
    await site.round();
    const paths = site.replica.requests.slice(0, 4).map(({ path }) => path);
    assert.deepEqual(paths.slice(0, 3), ["/robots.txt", "/robots.txt", "/robots.txt"]);
    assert.notEqual(paths[3], "/robots.txt");
    await assertAllStored(site);
  });

  test("a page that drips, within its time, is read", async (t) => {
    const site = await openSmallSite(t);
    site.replica.setWeather({ kinds: "slowDrip", dripMs: 0, ids: [OPEN] });
    await site.round();
    assert.equal(requestsFor(site.replica, OPEN).length, 1);
    await assertAllStored(site);
  });

  test("a mixture on one request in twenty: everything is found", async (t) => {
    const site = await openSite(t, { records: someRecords(60, { answered: 0.6 }) });
    const kinds: WeatherKind[] = ["serverError", "reset", "tooMany", "truncated", "slowDrip"];
    site.replica.setWeather({ kinds, share: 0.05, seed: 11, dripMs: 0 });
    const { outcome, requests } = await site.round();
    assert.equal(outcome, "finished");
    assert.equal(requests, site.replica.requests.length);
    const met = new Set(site.replica.requests.map(({ weather }) => weather));
    assert.ok(met.size > 3, `met ${[...met].join()}`);
    await assertAllStored(site);
  });
});

suite("weather that stays over one page", () => {
  interface Case {
    readonly what: string;
    readonly forecast: Forecast;
    /** What the ledger says of the id then. */
    readonly code: string;
    /** Of each look; a page is looked at twice in a round. */
    readonly requests: number;
    /** Whether what came is kept. */
    readonly isKept?: boolean;
  }
  const refused: readonly Case[] = [
    { what: "cut", forecast: { kinds: "truncated" }, code: "incomplete", requests: 1 },
    { what: "without its fields", forecast: { kinds: "refusals" }, code: "incomplete", requests: 1 },
    { what: "empty", forecast: { kinds: "empty" }, code: "unreadable", requests: 1 },
    { what: "UTF-8 named Latin-1", forecast: { kinds: "utf8NamedLatin1" }, code: "unreadable", requests: 1 },
    { what: "Latin-1 named UTF-8", forecast: { kinds: "latin1NamedUtf8" }, code: "unreadable", requests: 1 },
  ];
  const failed: readonly Case[] = [
    { what: "an error", forecast: { kinds: "serverError" }, code: "http_error", requests: 4, isKept: true },
    { what: "broken off", forecast: { kinds: "reset" }, code: "unreachable", requests: 4 },
    { what: "silent", forecast: { kinds: "silence" }, code: "timed_out", requests: 4 },
    { what: "leading in a circle", forecast: { kinds: "loop" }, code: "too_many_redirects", requests: 1 },
    { what: "huge", forecast: { kinds: "huge" }, code: "page_too_large", requests: 1 },
    { what: "a gzip bomb", forecast: { kinds: "bomb" }, code: "page_too_large", requests: 1 },
  ];

  async function assertBorne({ forecast, code, requests }: Case, site: SiteUnderTest, { isKept = false }) {
    await site.round();
    site.replica.publishAnswer(OPEN, anAnswer());
    site.replica.setWeather({ ...forecast, ids: [OPEN] });
    const before = await shownToReaders(site.db);
    const { snapshots } = await countRows(site.db);
    const asked = requestsFor(site.replica, OPEN).length;
    const report: RoundReport = await site.round(IMPATIENT);

    assert.equal(report.outcome, "finished", "the round goes on");
    assert.deepEqual(await shownToReaders(site.db), before);
    const entry = await entryOf(site.db, OPEN);
    assert.deepEqual([entry?.status, entry?.code], ["question", code]);
    assert.equal((await countRows(site.db)).snapshots, snapshots! + (isKept ? 1 : 0));
    assert.equal(requestsFor(site.replica, OPEN).length - asked, 2 * requests);

    site.replica.setWeather();
    assert.equal((await site.round()).changed, 1);
    assert.deepEqual(await eventsOf(site.db, OPEN), ["tabled", "answered"]);
    await assertAllStored(site);
  }

  for (const one of refused) {
    test(`leaves what is known, and is kept with the reason: ${one.what}`, async (t) => {
      await assertBorne(one, await openSmallSite(t), { isKept: true });
    });
  }

  for (const one of failed) {
    test(`leaves what is known, and is given up soon: ${one.what}`, async (t) => {
      await assertBorne(one, await openSmallSite(t), one);
    });
  }

  test("is not followed to another site", async (t) => {
    const other = await startReplica(t);
    const forecast: Forecast = { kinds: "elsewhere", location: other.urlOf(OPEN) };
    const site = await openSmallSite(t);
    await assertBorne({ what: "elsewhere", forecast, code: "redirected_away", requests: 1 }, site, {});
    assert.deepEqual(other.requests, []);
  });

  for (const kinds of ["huge", "bomb"] as const) {
    test(`takes no more room than a page may: ${kinds}`, async (t) => {
      const site = await openSmallSite(t);
      await site.round();
      site.replica.setWeather({ kinds, ids: [OPEN] });
      const before = process.resourceUsage().maxRSS;
      await site.round();
      const grownMb = (process.resourceUsage().maxRSS - before) / 1_024;
      assert.ok(grownMb < 80, `${grownMb} MB more`);
      for (const { weather, bytesSent } of requestsFor(site.replica, OPEN)) {
        assert.ok(weather === null || bytesSent < 30_000_000, `${bytesSent} bytes were sent`);
      }
    });
  }
});

suite("a page that did not change", () => {
  for (const engine of databaseEngines) {
    test(`is asked about, and neither sent, parsed nor stored again (${engine.engine})`, async (t) => {
      const site = await openSmallSite(t, { engine });
      await site.round();
      const rows = await countRows(site.db);
      let parsed = 0;
      const source = {
        ...wallonia,
        parse(page: Parameters<typeof wallonia.parse>[0]) {
          parsed += 1;
          return wallonia.parse(page);
        },
      };
      site.passDays(8);
      const start = site.clock.now();
      const { unchanged } = await site.round({ source });
      assert.deepEqual([unchanged, parsed], [3, 0]);
      for (const id of [OPEN, ANSWERED]) {
        const [first, second] = requestsFor(site.replica, id);
        assert.deepEqual([first?.ifNoneMatch, first?.status, second?.status], [null, 200, 304]);
        assert.match(second?.ifNoneMatch ?? "", /^W\/"/);
        assert.ok(second?.ifModifiedSince);
      }
      assert.deepEqual(await countRows(site.db), { ...rows, ingest_runs: 2 });
      const { questions = [], snapshots = [] } = await dumpOf(site.db);
      assert.ok(questions.every(({ fetchedAt }) => (fetchedAt as Date) > start));
      assert.ok(snapshots.every(({ lastFetchedAt }) => (lastFetchedAt as Date) > start));
    });
  }

  test("is asked for whole after it came cut: a site may give both the same ETag", async (t) => {
    const page = recordPage("print", { kind: "Question écrite", record: questionNumber(1) });
    const headers = { etag: '"the-whole-page"', "content-type": "text/html; charset=utf-8" };
    const { url } = await startWeatherServer(t, {
      [pathOf("print", FIRST)]: [
        { headers, body: page.slice(0, page.length * 0.7) },
        (request, response) => {
          const isKnown = request.headers["if-none-match"] === headers.etag;
          response.writeHead(isKnown ? 304 : 200, headers).end(isKnown ? "" : page);
        },
      ],
    });
    const site = await openSite(t);
    await oneRound(site.rounds({ url }));
    assert.deepEqual([...(await storedQuestions(site.db)).keys()], [FIRST]);
  });
});

suite("a page that changed", () => {
  test("without its answer is kept aside: the answer stays", async (t) => {
    const site = await openSmallSite(t);
    await site.round();
    const before = await shownToReaders(site.db);
    site.passDays(8);
    site.replica.setWeather({ kinds: "answersVanish", ids: [ANSWERED] });
    const { outcome, poorer } = await site.round();
    assert.equal(outcome, "finished");
    assert.deepEqual(
      poorer.map(({ file }) => file),
      [String(ANSWERED)],
    );
    assert.deepEqual(await shownToReaders(site.db), before);
    const { snapshots = [], refusals } = await dumpOf(site.db);
    assert.deepEqual(
      refusals?.map(({ code, snapshotId }) => [code, snapshotId]),
      [["poorer_page", snapshots.at(-1)?.id]],
    );
    assert.equal(snapshots.length, 4);
  });

  test("makes a version, and an event that says it was corrected", async (t) => {
    const site = await openSmallSite(t);
    await site.round();
    site.replica.correct(OPEN, { questionText: "Trois passerelles sont fermées. Jusqu’à quand ?" });
    assert.equal((await site.round()).changed, 1);
    assert.deepEqual(await eventsOf(site.db, OPEN), ["tabled", "corrected"]);
    await assertAllStored(site);
    assert.equal((await countRows(site.db)).question_revisions, 4);
  });

  test("by an annex makes a version", async (t) => {
    const site = await openSmallSite(t);
    await site.round();
    site.passDays(8);
    const attachments = [{ label: "Annexe [PDF]", url: "https://annexes.example.org/3.pdf" }];
    site.replica.correct(ANSWERED, { answers: [anAnswer({ attachments })] });
    assert.equal((await site.round()).changed, 1);
    assert.deepEqual(await eventsOf(site.db, ANSWERED), ["tabled", "answered", "corrected"]);
    assert.equal((await countRows(site.db)).attachments, 1);
    await assertAllStored(site);
  });

  for (const engine of databaseEngines) {
    test(`by going is told of once, and once more when it is back (${engine.engine})`, async (t) => {
      const site = await openSmallSite(t, { engine });
      await site.round();
      const { questions, answers } = await shownToReaders(site.db);
      site.replica.remove(OPEN);
      for (let rounds = 0; rounds < 3; rounds += 1) {
        assert.equal((await site.round()).outcome, "finished");
        site.passDays(4);
      }
      assert.deepEqual(await eventsOf(site.db, OPEN), ["tabled", "disappeared"]);
      const after = await shownToReaders(site.db);
      assert.deepEqual([after.questions, after.answers], [questions, answers], "nothing is deleted");

      site.replica.add(OPEN, questionNumber(2));
      site.passDays(7);
      await site.round();
      assert.deepEqual(await eventsOf(site.db, OPEN), ["tabled", "disappeared", "reappeared"]);
      assert.equal((await entryOf(site.db, OPEN))?.tier, "openYoung");
    });
  }

  test("by going is believed where a question that should be there goes with it", async (t) => {
    const site = await openSmallSite(t);
    await site.round();
    site.replica.remove(OPEN);
    site.replica.remove(ANSWERED);
    assert.equal((await site.round()).outcome, "finished");
    assert.equal((await eventsOf(site.db, OPEN)).at(-1), "disappeared");
  });
});

suite("an id that is filled late", () => {
  const LATE = ANSWERED + 1;

  for (const days of [1, 44]) {
    test(`is found in the middle of the known ones after ${days} days`, async (t) => {
      const site = await openSmallSite(t);
      site.replica.add(LATE + 1, questionNumber(5));
      await site.round();
      assert.equal((await entryOf(site.db, LATE))?.status, "absent");
      site.passDays(days);
      site.replica.add(LATE, questionNumber(4));
      assert.equal((await site.round()).new, 1);
      await assertAllStored(site);
    });
  }

  test("is found above all others at once", async (t) => {
    const site = await openSmallSite(t);
    await site.round();
    site.replica.add(LATE + 3, questionNumber(6));
    assert.equal((await site.round()).new, 1);
    await assertAllStored(site);
  });

  test("is found above all others however long nothing came", async (t) => {
    const site = await openSmallSite(t);
    await site.round();
    site.passDays(100);
    await site.round();
    site.replica.add(LATE + 1, questionNumber(5));
    assert.equal((await site.round()).new, 1);
    await assertAllStored(site);
  });
});
