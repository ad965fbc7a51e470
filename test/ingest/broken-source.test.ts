import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { suite, test, type TestContext } from "node:test";
import type { BreakReason } from "../../src/domain/break-guard.ts";
import { isBrokenSign } from "../../src/domain/page-sign.ts";
import { wallonia } from "../../src/sources/wallonia/index.ts";
import { createIngestRuns } from "../../src/store/ingest-runs.ts";
import { createSourceReader } from "../../src/store/source-reader.ts";
import { createPageStore } from "../../src/store/page-store.ts";
import { dumpOf } from "../helpers/dump.ts";
import { anAnswer, day } from "../helpers/questions.ts";
import { ADDRESS_FORMS } from "../helpers/replica/addresses.ts";
import type { Replica } from "../helpers/replica/start-replica.ts";
import type { Forecast } from "../helpers/replica/weather.ts";
import { aPageOf } from "../helpers/taken-pages.ts";
import {
  ANSWERED,
  eventsOf,
  FIRST,
  OPEN,
  openSite,
  openSmallSite,
  questionNumber,
  shownToReaders,
  type SiteUnderTest,
  someRecords,
  storedQuestions,
  trueQuestions,
} from "./site-under-test.ts";

/** What breaks a site, and how it shows. */
interface Breakage {
  readonly what: string;
  readonly breakIt: (replica: Replica) => void;
  readonly reason: BreakReason;
  /** So many requests at most, robots.txt and second tries among them, and the run stops. */
  readonly requests: number;
  /** Whether a page came that shows it. */
  readonly hasEvidence: boolean;
}

const inWeather =
  (forecast: Forecast): Breakage["breakIt"] =>
  (replica) =>
    replica.setWeather(forecast);

const notice = { requests: 2, hasEvidence: true };
/** Robots.txt, the ids above all others, those that tell, and the forms of address under which two questions are tried. */
const longer = { requests: 40, hasEvidence: true };
const mute = { reason: "failures", requests: 21, hasEvidence: false } as const;

const BREAKAGES: readonly Breakage[] = [
  { what: "a robot check", breakIt: inWeather({ kinds: "challenge" }), reason: "challenge", ...notice },
  {
    what: "a robot check with 403",
    breakIt: inWeather({ kinds: "challenge", status: 403 }),
    reason: "challenge",
    ...notice,
  },
  { what: "a place to log in", breakIt: inWeather({ kinds: "login" }), reason: "login", ...notice },
  {
    what: "a notice of maintenance",
    breakIt: inWeather({ kinds: "maintenance" }),
    reason: "maintenance",
    ...notice,
  },
  {
    what: "a notice of maintenance with 503",
    breakIt: inWeather({ kinds: "maintenance", status: 503 }),
    reason: "maintenance",
    requests: 5,
    hasEvidence: true,
  },
  { what: "empty pages", breakIt: inWeather({ kinds: "empty" }), reason: "emptyPages", ...longer },
  {
    what: "pages that cannot be read",
    breakIt: inWeather({ kinds: "refusals" }),
    reason: "refusals",
    ...longer,
  },
  { what: "cut pages", breakIt: inWeather({ kinds: "truncated" }), reason: "refusals", ...longer },
  {
    what: "questions without their answers",
    breakIt: inWeather({ kinds: "answersVanish" }),
    reason: "lostAnswers",
    ...longer,
  },
  { what: "errors", breakIt: inWeather({ kinds: "serverError" }), ...mute, hasEvidence: true },
  {
    what: "errors, and one for robots.txt",
    breakIt: inWeather({ kinds: "serverError", everywhere: true }),
    ...mute,
  },
  { what: "connections that break", breakIt: inWeather({ kinds: "reset", everywhere: true }), ...mute },
  {
    what: "its front page in the place of each",
    breakIt: (replica) => replica.setManners({ forms: [], unserved: "frontPage" }),
    reason: "refusals",
    ...longer,
  },
  {
    what: "no page at all",
    breakIt: (replica) => replica.setManners({ forms: [] }),
    reason: "vanished",
    requests: 40,
    hasEvidence: true,
  },
];

/** Enough that there are still some to be looked at in the third round. */
const COUNT = 18;

/** A site that was read by a round eight days ago, so that most of its pages are due again. */
async function knownSite(t: TestContext): Promise<SiteUnderTest> {
  const site = await openSite(t, { records: someRecords(COUNT) });
  await site.round();
  site.passDays(8);
  return site;
}

const healthOf = ({ db, clock }: SiteUnderTest) => createSourceReader(db, wallonia).findHealth(clock.now());

suite("every round stops by itself, soon and without a change for readers, while the site shows", () => {
  for (const { what, breakIt, reason, requests, hasEvidence } of BREAKAGES) {
    test(`${what}; the first good round after them has everything`, async (t) => {
      const site = await knownSite(t);
      breakIt(site.replica);
      const before = await shownToReaders(site.db);
      for (const round of [1, 2, 3]) {
        const asked = site.replica.requests.length;
        const report = await site.round();
        assert.deepEqual([report.outcome, report.reason], ["broken", reason], `round ${round}`);
        assert.match(report.message ?? "", /La ronde s’arrête/);
        const sent = site.replica.requests.length - asked;
        assert.ok(sent <= requests, `${sent} requests in round ${round}`);

        const { ingest_runs: runs = [], snapshots = [] } = await dumpOf(site.db);
        const { outcome, reason: noted, message, evidenceId, finishedAt } = runs.at(-1) ?? {};
        assert.deepEqual([outcome, noted, message], ["broken", reason, report.message]);
        assert.ok(finishedAt instanceof Date);
        assert.equal(
          snapshots.some(({ id }) => id === evidenceId),
          hasEvidence,
        );
        assert.equal((await healthOf(site)).state, "broken");
        site.passDays(1);
      }
      assert.deepEqual(await shownToReaders(site.db), before);

      site.replica.setWeather();
      site.replica.setManners({ forms: ADDRESS_FORMS });
      site.replica.add(FIRST + COUNT, questionNumber(900));
      assert.equal((await site.round()).outcome, "finished");
      assert.deepEqual(await storedQuestions(site.db), trueQuestions(site.replica));
      assert.equal((await healthOf(site)).state, "ok");
    });
  }

  test("nothing, because nobody is there", async (t) => {
    const site = await knownSite(t);
    const before = await shownToReaders(site.db);
    const url = await freedAddress();
    const { outcome, reason, requests } = await site.round({ url });
    assert.deepEqual([outcome, reason], ["broken", "failures"]);
    assert.ok(requests <= 20, `${requests} requests`);
    assert.deepEqual(await shownToReaders(site.db), before);
  });
});

suite("a round goes on", () => {
  test("past pages that are bad by themselves, while the site shows what it showed before", async (t) => {
    const site = await openSite(t, { records: someRecords(COUNT) });
    for (const id of [FIRST + COUNT, FIRST + COUNT + 1]) {
      const answers = [anAnswer({ answeredOn: day("2014-02-20") })];
      site.replica.add(id, questionNumber(id, { answers }));
    }
    await site.round();
    site.passDays(8);
    const bad = [...site.replica.truth().keys()].slice(0, 9);
    site.replica.setWeather({ kinds: "refusals", ids: bad });
    for (const _ of [1, 2]) {
      const { outcome, refused, unchanged } = await site.round();
      assert.deepEqual([outcome, refused], ["finished", bad.length]);
      assert.ok(unchanged > 0);
      site.passDays(8);
    }
  });

  test("past a question or two that are gone, though another should be there", async (t) => {
    const site = await openSmallSite(t);
    await site.round();
    for (const id of [OPEN, ANSWERED]) site.replica.remove(id);
    assert.equal((await site.round()).outcome, "finished");
    assert.deepEqual(await eventsOf(site.db, OPEN), ["tabled", "disappeared"]);
  });
});

suite("samples leave for the first page that is read, and stay while all the site shows is", () => {
  for (const { what, breakIt, reason } of BREAKAGES.filter(isWithoutPages)) {
    test(what, async (t) => {
      const site = await openSmallSite(t);
      const options = { parliament: wallonia.parliament, now: site.clock.now };
      await createIngestRuns(site.db, options).start("samples");
      await createPageStore(site.db, { ...options, samples: true }).savePages([aPageOf(questionNumber(1))]);
      const before = await shownToReaders(site.db);
      breakIt(site.replica);
      assert.equal((await site.round()).reason, reason);
      assert.deepEqual(await shownToReaders(site.db), before);

      site.replica.setWeather();
      await site.round();
      assert.deepEqual(await storedQuestions(site.db), trueQuestions(site.replica));
    });
  }
});

/** What shows by itself that no page of the site came. */
function isWithoutPages({ reason }: Breakage): boolean {
  return isBrokenSign(reason) || reason === "failures";
}

/** An address of loopback at which nobody listens. */
async function freedAddress(): Promise<string> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return `http://127.0.0.1:${port}`;
}
