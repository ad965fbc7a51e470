import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { suite, test } from "node:test";
import { logRankTest } from "../../../src/domain/delays/log-rank.ts";
import { survivalCurve, survivalOn } from "../../../src/domain/delays/survival-curve.ts";
import { quantileDays } from "../../../src/domain/delays/survival-quantile.ts";
import { projectRoot } from "../../helpers/source-files.ts";
import { countsOf } from "./durations.ts";

/** Curves, limits, quartiles and tests as R computes them; they lie beside the project. */
const FILE = join(projectRoot, "../shared/reference/survival.json");

type Known = number | null;
type Quartiles = Readonly<Record<"q1" | "median" | "q3", Known>>;

interface Point {
  readonly day: number;
  readonly open: number;
  readonly lower: Known;
  readonly upper: Known;
  readonly atRisk: number;
}

interface Fit {
  readonly n: number;
  readonly events: number;
  readonly quartiles: Quartiles;
  readonly quartilesLower: Quartiles;
  readonly quartilesUpper: Quartiles;
  readonly at: readonly Point[];
  readonly curve: readonly (Point & { readonly events: number; readonly censored: number })[];
}

interface Case {
  readonly name: string;
  readonly time: readonly number[];
  readonly status: readonly number[];
  readonly group?: readonly string[];
  readonly all: Fit;
  readonly groups?: Readonly<Record<string, Fit>>;
  readonly logRank?: { readonly chisq: number; readonly df: number; readonly p: number };
}

const SHARES = [0.25, 0.5, 0.75];

const isClose = (found: Known | undefined, expected: Known) =>
  expected === null ? found === null : typeof found === "number" && Math.abs(found - expected) < 1e-6;

function assertClose(found: Known | undefined, expected: Known, what: string): void {
  assert.ok(isClose(found, expected), `${what}: ${found}, where R has ${expected}`);
}

/** The durations of one group of a case, or of all. */
function durationsIn({ time, status, group }: Case, wanted?: string) {
  return countsOf(
    time.flatMap((day, index) =>
      wanted === undefined || group?.[index] === wanted ? [{ day, answered: status[index] === 1 }] : [],
    ),
  );
}

function assertFit(counts: ReturnType<typeof countsOf>, fit: Fit): void {
  const points = survivalCurve(counts);
  assert.deepEqual(
    points.slice(1).map(({ day, atRisk, events, censored }) => ({ day, atRisk, events, censored })),
    fit.curve.map(({ day, atRisk, events, censored }) => ({ day, atRisk, events, censored })),
  );
  for (const [index, expected] of fit.curve.entries()) {
    for (const key of ["open", "lower", "upper"] as const) {
      assertClose(points[index + 1]?.[key], expected[key], `${key} after ${expected.day}`);
    }
  }
  const daysBy = (limit: "open" | "lower" | "upper") =>
    quantileDays(
      points.map(({ day, [limit]: open }) => ({ day, open })),
      SHARES,
    );
  for (const [index, name] of (["q1", "median", "q3"] as const).entries()) {
    assertClose(daysBy("open")[index], fit.quartiles[name], name);
    assertClose(daysBy("lower")[index], fit.quartilesLower[name], `${name}, lower`);
    assertClose(daysBy("upper")[index], fit.quartilesUpper[name], `${name}, upper`);
  }
  const longest = points.at(-1)!.day;
  for (const { day, open, lower, upper, atRisk } of fit.at) {
    const point = survivalOn(points, day);
    // R draws the last value on; nothing is known there, and nothing is told.
    if (day > longest) {
      assert.equal(point, null, `after ${day}`);
      continue;
    }
    assertClose(point?.open, open, `open on ${day}`);
    assertClose(point?.lower, lower, `lower on ${day}`);
    assertClose(point?.upper, upper, `upper on ${day}`);
    assert.equal(
      points.find((later) => later.day >= day && later.day > 0)?.atRisk,
      atRisk,
      `at risk on ${day}`,
    );
  }
}

const skip = existsSync(FILE) ? false : "no ../shared beside the project: figures of R not compared";
const cases = skip === false ? (JSON.parse(readFileSync(FILE, "utf8")) as { cases: Case[] }).cases : [];

suite("figures of R", { skip }, () => {
  test("there are six cases to agree with", () => assert.equal(cases.length, 6));

  for (const one of cases) {
    test(`${one.name}: curve, limits and quartiles`, () => assertFit(durationsIn(one), one.all));

    for (const [name, fit] of Object.entries(one.groups ?? {})) {
      test(`${one.name}, ${name}: curve, limits and quartiles`, () => assertFit(durationsIn(one, name), fit));
    }

    const { logRank, groups } = one;
    if (logRank === undefined || groups === undefined) continue;
    test(`${one.name}: log-rank`, () => {
      const found = logRankTest(Object.keys(groups).map((name) => durationsIn(one, name)));
      assertClose(found?.chiSquare, logRank.chisq, "chi-square");
      assertClose(found?.pValue, logRank.p, "p-value");
      assert.equal(found?.degreesOfFreedom, logRank.df);
    });
  }
});
