import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, suite, test } from "node:test";
import type { DelayGroupListJson, MinisterDelaysJson } from "../../../src/http/api/schemas/delays.ts";
import { wallonia } from "../../../src/sources/wallonia/index.ts";
import { openApp } from "../../helpers/apps.ts";
import { projectRoot } from "../../helpers/source-files.ts";

/** Real pages, and what R makes of their first replies; both lie beside the project. */
const SHARED = join(projectRoot, "../shared");
const PAGES = join(SHARED, "corpus/autumn-2013/html");
const FIGURES = join(SHARED, "reference/survival.json");

const skip =
  existsSync(PAGES) && existsSync(FIGURES)
    ? false
    : "no ../shared beside the project: figures of real pages not compared";

type Known = number | null;

interface Fit {
  readonly n: number;
  readonly events: number;
  readonly quartiles: Readonly<Record<"q1" | "median" | "q3", Known>>;
  readonly quartilesLower: Fit["quartiles"];
  readonly quartilesUpper: Fit["quartiles"];
  readonly curve: readonly {
    readonly day: number;
    readonly open: number;
    readonly lower: Known;
    readonly upper: Known;
    readonly atRisk: number;
  }[];
}

/** The case of the reference that was made of these pages, as of 15 October 2013. */
function readFits(): [string, Fit][] {
  const { cases } = JSON.parse(readFileSync(FIGURES, "utf8")) as {
    cases: { name: string; groups?: Record<string, Fit> }[];
  };
  return Object.entries(cases.find(({ name }) => name.startsWith("autumn 2013"))?.groups ?? {});
}

function readQuestions() {
  return readdirSync(PAGES).map((name) => {
    const location = join(PAGES, name);
    return wallonia.parse({ bytes: readFileSync(location), location });
  });
}

const assertClose = (found: Known | undefined, expected: Known, what: string) =>
  assert.ok(
    expected === null ? found === null : typeof found === "number" && Math.abs(found - expected) < 1e-6,
    `${what}: ${found}, where R has ${expected}`,
  );

suite("first replies of autumn 2013, from pages to figures", { skip }, async () => {
  if (skip !== false) return;
  const { json } = await openApp({ after }, readQuestions());
  const { groups } = await json<DelayGroupListJson>("/api/v1/stats/delays?by=minister&asOf=2013-10-15");

  test("are of the same ministers", () => {
    assert.deepEqual(
      groups.map(({ label }) => label).sort(),
      readFits()
        .map(([name]) => name)
        .sort(),
    );
  });

  for (const [name, fit] of readFits()) {
    test(`${name}: counts, quartiles, limits and curve are those of R`, async () => {
      const { key, tabled, firstReply } = groups.find(({ label }) => label === name)!;
      assert.deepEqual([tabled, firstReply.naive.n], [fit.n, fit.events]);
      for (const quartile of ["q1", "median", "q3"] as const) {
        assertClose(firstReply[quartile], fit.quartiles[quartile], quartile);
        const [lower, upper] = firstReply[`${quartile}Ci95`];
        assertClose(lower, fit.quartilesLower[quartile], `${quartile}, lower`);
        assertClose(upper, fit.quartilesUpper[quartile], `${quartile}, upper`);
      }
      const { firstReplyCurve } = await json<MinisterDelaysJson>(
        `/api/v1/ministers/${key}/delays?asOf=2013-10-15`,
      );
      assert.equal(firstReplyCurve.length, fit.curve.length + 1);
      for (const [index, { day, open, lower, upper, atRisk }] of fit.curve.entries()) {
        const point = firstReplyCurve[index + 1]!;
        assert.deepEqual([point.day, point.atRisk], [day, atRisk]);
        assertClose(point.open, open, `open after ${day}`);
        assertClose(point.lo, lower, `lower after ${day}`);
        assertClose(point.hi, upper, `upper after ${day}`);
      }
    });
  }
});
