import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { suite, test, type TestContext } from "node:test";
import { asc } from "drizzle-orm";
import { ingestRuns } from "../../src/store/schema/index.ts";
import { programDatabases } from "../helpers/program-databases.ts";
import { records } from "../helpers/replica/records.ts";
import { countById } from "../helpers/replica/requests.ts";
import { startReplica } from "../helpers/replica/start-replica.ts";
import { askingAt, startVigie, until } from "../helpers/running-vigie.ts";
import { runVigie } from "../helpers/run-vigie.ts";
import { storedQuestions, toldBy } from "../helpers/stored-questions.ts";
import { startWeatherServer } from "../helpers/weather-server.ts";

/** From the first id at which a round on an empty database begins. */
const RANGE = { from: 139_347, to: 139_366 };
const BACKFILL = ["backfill", "--from", String(RANGE.from), "--to", String(RANGE.to)];
/** Every page takes a quarter of a second: long enough to be interrupted. */
const SLOWLY = { kinds: "slowDrip", dripMs: 1 } as const;

/** A site, an empty embedded database, and commands on both. */
async function scene(t: TestContext) {
  const replica = await startReplica(t, { records: records({ ...RANGE, seed: 3 }) });
  const database = await programDatabases.pglite(t);
  const env = { ...askingAt(replica), ...database.env, ABSENT_RUN: "5" };
  return {
    replica,
    /** Any question, by its id. */
    someQuestion: [...replica.truth().keys()][1]!,
    run: (args: readonly string[], more: Readonly<Record<string, string>> = {}) =>
      runVigie(args, { env: { ...env, ...more } }),
    start: (args: readonly string[]) => startVigie(t, args, env),
    /** What is stored, once no command is under way. */
    async stored() {
      const { db, close } = await database.open();
      const runs = await db.select().from(ingestRuns).orderBy(asc(ingestRuns.id));
      const questions = await storedQuestions(db);
      await close();
      return { runs, questions };
    },
  };
}

/** What a command with --json says, which must be one line. */
function summaryOf(stdout: string): Record<string, unknown> {
  assert.match(stdout, /^[^\n]+\n$/);
  return JSON.parse(stdout) as Record<string, unknown>;
}

suite("vigie ingest and backfill", () => {
  test("tell in JSON what the contract says, then what is ours, and end with 0", async (t) => {
    const { run, stored, replica } = await scene(t);
    const first = await run(["ingest", "--json"]);
    assert.deepEqual([first.code, first.stderr], [0, ""]);
    const ours = { otherKinds: 3, absent: 7, requests: 34, poorer: [], outcome: "finished" };
    assert.deepEqual(summaryOf(first.stdout), {
      ...{ seen: 25, new: 15, changed: 0, unchanged: 0, refused: [], failed: [] },
      ...{ ...ours, refusedCount: 0, failedCount: 0, reason: null, message: null },
    });
    assert.match(first.stdout, /^\{"seen":25,"new":15,"changed":0,"unchanged":0,"refused":\[\]/);
    assert.deepEqual((await stored()).questions, toldBy(replica.truth()));
    const again = await run([...BACKFILL, "--json"]);
    assert.equal(again.code, 0);
    const { seen, requests, outcome } = summaryOf(again.stdout);
    assert.deepEqual([seen, requests, outcome], [0, 0, "finished"], "nothing is left for a backfill");
  });

  test("tell people in French, the figures in a column", async (t) => {
    const { run } = await scene(t);
    const { code, stdout, stderr } = await run(["ingest", "--nightly"]);
    assert.deepEqual([code, stderr], [0, ""]);
    const lines = stdout.trimEnd().split("\n");
    assert.deepEqual(
      lines.map((line) => line.replace(/ +/g, " ")),
      [
        "vues 25",
        "nouvelles 15",
        "changées 0",
        "inchangées 0",
        "d’un autre genre 3",
        "absentes 7",
        "refusées 0",
        "échouées 0",
        "requêtes 34",
      ],
    );
    assert.equal(new Set(lines.map((line) => line.length)).size, 1, stdout);
  });

  for (const args of [["ingest"], BACKFILL]) {
    test(`name a page that cannot be read, once, and end with 2 (${args[0]})`, async (t) => {
      const { run, replica, someQuestion } = await scene(t);
      replica.setWeather({ kinds: "refusals", ids: [someQuestion] });
      const told = await run([...args, "--json"]);
      assert.equal(told.code, 2);
      const { refused, seen } = summaryOf(told.stdout) as {
        seen: number;
        refused: readonly Record<string, string>[];
      };
      assert.equal(seen, args[0] === "ingest" ? 25 : 20);
      assert.equal(refused.length, 1, told.stdout);
      assert.deepEqual(Object.keys(refused[0]!), ["file", "code", "message"]);
      assert.deepEqual([refused[0]?.["file"], refused[0]?.["code"]], [String(someQuestion), "incomplete"]);
    });
  }

  test("name it to people on standard error", async (t) => {
    const { run, replica, someQuestion } = await scene(t);
    replica.setWeather({ kinds: "refusals", ids: [someQuestion] });
    const { code, stderr } = await run(BACKFILL);
    assert.equal(code, 2);
    assert.match(stderr, new RegExp(`^refusée {2}${someQuestion} {2}incomplete : [^\n]+\n$`));
  });

  test("count a page that came whole in the end as what it is, and end with 0", async (t) => {
    const { run, replica, someQuestion } = await scene(t);
    replica.setWeather({ kinds: "truncated", ids: [someQuestion], times: 1 });
    const { code, stdout } = await run([...BACKFILL, "--json"]);
    const { refused, failed, seen, new: fresh } = summaryOf(stdout);
    assert.deepEqual(
      { code, refused, failed, seen, fresh },
      { code: 0, refused: [], failed: [], seen: 20, fresh: 15 },
    );
  });
});

suite("an interrupted command", () => {
  test("ends after the page in hand, and the next one goes on from there", async (t) => {
    const { start, run, replica, stored } = await scene(t);
    replica.setWeather(SLOWLY);
    const backfill = start([...BACKFILL, "--json"]);
    await until(() => countById(replica.requests).has(RANGE.to - 2));
    backfill.process.kill("SIGINT");
    const { code, stdout, stderr } = await backfill.ended;
    assert.equal(code, 0);
    assert.match(stderr, /^Arrêt après la page en cours/);
    const { seen, outcome, reason } = summaryOf(stdout);
    assert.deepEqual([outcome, reason], ["stopped", "asked_to_stop"]);
    const { runs } = await stored();
    assert.deepEqual(
      runs.map((row) => [row.outcome, row.reason, row.seen]),
      [["stopped", "asked_to_stop", seen]],
    );

    replica.setWeather();
    const rest = await run([...BACKFILL, "--json"]);
    assert.equal(rest.code, 0);
    assert.equal(summaryOf(rest.stdout)["seen"], 20 - Number(seen));
    assert.deepEqual((await stored()).questions, toldBy(replica.truth()));
    const paths = replica.requests.flatMap(({ path, sourceNumber }) => (sourceNumber === null ? [] : path));
    assert.equal(paths.length, new Set(paths).size, "a page was asked for twice");
  });

  test("tells people that the next one goes on, on SIGTERM too", async (t) => {
    const { start, replica } = await scene(t);
    replica.setWeather(SLOWLY);
    const round = start(["ingest"]);
    await until(() => countById(replica.requests).has(RANGE.from + 1));
    round.process.kill("SIGTERM");
    const { code, stdout, stderr } = await round.ended;
    assert.equal(code, 0);
    assert.match(stdout, /^vues +\d+\n/);
    assert.match(stderr, /La ronde s’est arrêtée avant la fin ; la prochaine reprendra là\.\n$/);
  });

  test("ends at once when it is interrupted again", async (t) => {
    const { start, replica } = await scene(t);
    replica.setWeather({ kinds: "silence" });
    const round = start(["ingest"]);
    await until(() => countById(replica.requests).size > 0);
    round.process.kill("SIGINT");
    await round.heard(/Arrêt après la page en cours/);
    assert.ok(round.isRunning(), "the page in hand may still come");
    round.process.kill("SIGINT");
    assert.equal((await round.ended).code, 130);
  });
});

suite("a backfill of no range", () => {
  const faults = [
    [["--to", "9"], /il manque l’option --from <numéro>/],
    [["--from", "9"], /il manque l’option --to <numéro>/],
    [["--from"], /il manque la valeur de --from <numéro>/],
    [["--from", "9", "--to", "neuf"], /--to : « neuf » n’est pas un numéro du site/],
    [["--from", "0", "--to", "9"], /--from : « 0 » n’est pas un numéro du site/],
    [["--from", "-9", "--to", "9"], /--from : « -9 » n’est pas un numéro du site/],
    [["--from", "1.5", "--to", "9"], /--from : « 1\.5 » n’est pas un numéro du site/],
    [["--from", "1", "--to", "9999999999"], /--to : « 9999999999 » n’est pas un numéro du site/],
    [["--from", "9", "--to", "8"], /--from \(9\) vient après --to \(8\)/],
    [["--from", "1", "--to", "999999999"], /--from et --to : plus de 500000 numéros/],
  ] as const;
  for (const [args, message] of faults) {
    test(`is refused, by the name of the option: ${args.join(" ")}`, async () => {
      const { code, stdout, stderr } = await runVigie(["backfill", ...args]);
      assert.deepEqual([code, stdout], [1, ""]);
      assert.match(stderr, message);
      assert.match(stderr, /^vigie : /);
      assert.doesNotMatch(stderr, / {4}at /);
    });
  }
});

suite("a round that cannot be", () => {
  test("for want of a database says so, and ends with 1", async () => {
    const env = { DATABASE_URL: "postgres://odette:tr0mbone@127.0.0.1:9/vigie" };
    for (const args of [["ingest"], BACKFILL]) {
      const { code, stdout, stderr } = await runVigie(args, { env });
      assert.deepEqual([code, stdout], [1, ""]);
      assert.match(stderr, /^vigie : PostgreSQL n’est pas joignable sur 127\.0\.0\.1:9 [^\n]*\n$/);
      assert.doesNotMatch(stderr, /tr0mbone/);
    }
  });

  test("for want of a site that can be trusted says so, ends with 1, and is noted as broken", async (t) => {
    const { run, stored } = await scene(t);
    const pem = await readFile(new URL("../fixtures/fetching/self-signed.pem", import.meta.url), "utf8");
    const { url } = await startWeatherServer(t, {}, { pem });
    const { code, stderr } = await run(["ingest"], { SOURCE_BASE_URL: url });
    assert.equal(code, 1);
    assert.match(stderr, /pas sûre \(DEPTH_ZERO_SELF_SIGNED_CERT\)/);
    assert.doesNotMatch(stderr, / {4}at /);
    const { runs } = await stored();
    assert.deepEqual(
      runs.map(({ outcome, reason }) => [outcome, reason]),
      [["broken", "failures"]],
    );
    assert.match(runs[0]?.message ?? "", /pas sûre/);
  });

  test("for a site under maintenance says so, ends with 1, and keeps nothing of it", async (t) => {
    const { run, stored, replica } = await scene(t);
    replica.setWeather({ kinds: "maintenance" });
    const { code, stdout, stderr } = await run([...BACKFILL, "--json"]);
    assert.deepEqual([code, stderr], [1, ""]);
    const { outcome, reason, message } = summaryOf(stdout);
    assert.deepEqual([outcome, reason], ["broken", "maintenance"]);
    assert.match(String(message), /maintenance/);
    const { runs, questions } = await stored();
    assert.deepEqual([runs.length, runs[0]?.outcome, questions], [1, "broken", []]);
  });
});
