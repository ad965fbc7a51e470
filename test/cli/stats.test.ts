import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import { fileURLToPath } from "node:url";
import { createApp } from "../../src/http/app.ts";
import type { CoverageJson } from "../../src/http/api/schemas/coverage.ts";
import type { DelayGroupListJson } from "../../src/http/api/schemas/delays.ts";
import { openPglite } from "../../src/store/pglite.ts";
import { referenceDataOf } from "../../src/store/reference/reference-data.ts";
import { PARLIAMENT } from "../helpers/page-stores.ts";
import { readersOf } from "../helpers/registers.ts";
import { runVigie } from "../helpers/run-vigie.ts";
import { temporaryDirectory } from "../helpers/temporary-directory.ts";

const SAMPLES = fileURLToPath(new URL("../../seeds/pages", import.meta.url));

suite("vigie stats", async () => {
  const dataDir = join(await temporaryDirectory({ after }), "data");
  const env = { DATA_DIR: dataDir };
  const stats = (...args: string[]) => runVigie(["stats", ...args], { env });
  before(async () => {
    const { code, stderr } = await runVigie(["import", SAMPLES], { env });
    assert.equal(code, 0, stderr);
  });

  test("shows counts, medians with limits and coverage, and says what is indicative and what is naïve", async () => {
    const { code, stdout, stderr } = await stats();
    assert.equal(code, 0, stderr);
    assert.match(stdout, /^Temps de réponse par ministre, au \d+(er)? \S+ \d{4}\n/);
    for (const words of ["(indicatif)", "médiane", "[95 %]", "naïve", "Kaplan-Meier", "Couverture"]) {
      assert.ok(stdout.includes(words), words);
    }
    assert.match(stdout, /^moins de 10 questions\u00a0: trop peu pour comparer$/m);
    assert.match(stdout, /^Toutes les questions +\d+/m);
    for (const line of stdout.split("\n")) assert.ok([...line].length <= 120, line);
  });

  test("knows of a day of the past what was known then", async () => {
    const { stdout } = await stats("--as-of", "1990-05-01");
    assert.match(
      stdout,
      /^Temps de réponse par ministre, au 1er mai 1990\u00a0: aucune question\.\n\nCouverture/,
    );
  });

  test("shows the figures of the sample pages as reckoned by hand", async () => {
    const { stdout } = await stats("--as-of", "2026-01-31");
    // Of the four questions put to VALTERRE by then, three were answered, after 29, 64 and 21 days; one has waited for
    // 16 days, and is not late before 5 February. Three are at risk when answers begin: two thirds wait after day 21,
    // one third after day 29, which is the median; the lower limit falls below a half on day 21 already. Only the
    // answer of 27 November came before its last day, the 28th: one in three; by day 30 two in three had come.
    const figures = "4 3 1 0 29 [21 ; –] 29 33 % 67 % 21";
    const row = stdout.split("\n").find((line) => line.startsWith("VALTERRE Hélène"));
    const shown = row?.replaceAll(/[\s\u00a0\u202f]+/g, " ");
    assert.equal(shown, `VALTERRE Hélène ${figures}`);
  });

  test("gives the JSON that the API gives, with the coverage", async () => {
    const { code, stdout } = await stats("--by", "session", "--as-of", "2026-01-31", "--json");
    assert.equal(code, 0);
    const { db, close } = await openPglite(dataDir);
    const app = createApp({
      ...readersOf(db),
      answerCalendar: referenceDataOf(PARLIAMENT).answerCalendar,
      parliament: PARLIAMENT,
      parliamentName: "Parlement de Wallonie",
      country: "be",
      baseUrl: "http://localhost:3000",
      sourceUrlOf: () => null,
      isReady: async () => true,
      now: () => new Date("2026-02-01T12:00:00Z"),
      version: "1.2.3",
      logger: null,
    });
    try {
      const response = await app.inject("/api/v1/stats/delays?by=session&asOf=2026-01-31");
      const { coverage, ...said } = JSON.parse(stdout) as DelayGroupListJson & { coverage: CoverageJson };
      assert.ok(said.groups.length > 0);
      assert.deepEqual(said, response.json());
      const covered = (await app.inject("/api/v1/ingest/coverage")).json<CoverageJson>();
      assert.deepEqual({ ...coverage, asOf: covered.asOf }, covered);
    } finally {
      await app.close();
      await close();
    }
  });

  for (const [args, words] of [
    [["--by", "couleur"], "minister, party, portfolio, session, month"],
    [["--as-of", "2014-02-31"], "jour du calendrier"],
    [["--as-of", "2999-01-01"], "jusqu’à aujourd’hui"],
  ] as const) {
    test(`${args.join(" ")} is refused, with what would be accepted`, async () => {
      const { code, stdout, stderr } = await stats(...args);
      assert.deepEqual([code, stdout], [1, ""]);
      assert.ok(stderr.includes(words), stderr);
    });
  }
});
