import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, suite, test } from "node:test";
import type { DelayGroupListJson, MinisterDelaysJson } from "../../../../src/http/api/schemas/delays.ts";
import type { QuestionJson } from "../../../../src/http/api/schemas/question.ts";
import { wallonia } from "../../../../src/sources/wallonia/index.ts";
import { openApp } from "../../../helpers/apps.ts";
import { projectRoot } from "../../../helpers/source-files.ts";

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

const assertClose = (found: Known | undefined, expected: Known, what: string, within = 1e-6) =>
  assert.ok(
    expected === null ? found === null : typeof found === "number" && Math.abs(found - expected) < within,
    `${what}: ${found}, expected ${expected}`,
  );

type Probability = readonly [p: Known, lower: Known, upper: Known];

interface Figures {
  /** Tabled, answered, open, holding, overdue, referrals, not competent. */
  readonly counts: readonly number[];
  readonly q1: Known;
  readonly limitsOfMedian: readonly [Known, Known];
  readonly by15: Probability;
  readonly by20: Probability;
  readonly by30: Probability;
}

/** Before the first answer nothing can be said of how sure a probability of 0 is. */
const NOBODY: Probability = [0, null, null];
/** Nobody was seen to wait so long. */
const BEYOND: Probability = [null, null, null];

/**
 * Answers of substance as of 15 October 2013, by a program in another language from the list of dates that comes with
 * the pages, and for DEMOTTE by hand: of 25 questions one was answered, after 9 days, when all 25 were observed; so
 * 1/25 from day 9 to day 20, the longest wait. With greenwood 1/(25·24) the limits of 24/25 are its powers
 * exp(±1.959964·√(1/600)/-ln(24/25)), 0.748384 and 0.994267. Of the 17 of HENRY whose day had passed, one had been
 * withdrawn, which a list of dates does not tell: 16 are overdue.
 */
const SUBSTANTIVE: Readonly<Record<string, Figures>> = {
  "ANTOINE André": {
    counts: [29, 1, 28, 0, 14, 0, 1],
    q1: null,
    limitsOfMedian: [null, null],
    by15: NOBODY,
    by20: NOBODY,
    by30: [0.06666666666666665, 0.009667763349983094, 0.3873587562251283],
  },
  "DEMOTTE Rudy": {
    counts: [25, 1, 24, 0, 0, 0, 1],
    q1: null,
    limitsOfMedian: [null, null],
    by15: [0.04, 0.005733049251162248, 0.25161497580524217],
    by20: [0.04, 0.005733049251162248, 0.25161497580524217],
    by30: BEYOND,
  },
  "DI ANTONIO Carlo": {
    counts: [29, 6, 23, 0, 10, 0, 0],
    q1: 23,
    limitsOfMedian: [23, null],
    by15: [0.05, 0.0071977714066028264, 0.3052568067434299],
    by20: [0.109375, 0.028294838492077368, 0.3733989114670475],
    by30: BEYOND,
  },
  "FURLAN Paul": {
    counts: [32, 0, 32, 0, 17, 0, 0],
    q1: null,
    limitsOfMedian: [null, null],
    by15: NOBODY,
    by20: NOBODY,
    by30: NOBODY,
  },
  "HENRY Philippe": {
    counts: [46, 7, 39, 0, 16, 1, 0],
    q1: null,
    limitsOfMedian: [null, null],
    by15: [0.06800445930880716, 0.02238574359388046, 0.19674263811490733],
    by20: [0.10252281266774022, 0.038751692933157944, 0.25624191035089894],
    by30: [0.24422973698336026, 0.11859316686702503, 0.46266750933222756],
  },
  "MARCOURT Jean-Claude": {
    counts: [17, 3, 14, 0, 8, 0, 0],
    q1: null,
    limitsOfMedian: [19, null],
    by15: [0.0625, 0.009046858255333579, 0.3676545582610964],
    by20: [0.23295454545454541, 0.08026409732434892, 0.568569097135205],
    by30: [0.23295454545454541, 0.08026409732434892, 0.568569097135205],
  },
  "NOLLET Jean-Marc": {
    counts: [44, 3, 41, 1, 14, 0, 0],
    q1: null,
    limitsOfMedian: [null, null],
    by15: [0.02777777777777779, 0.003960128913525485, 0.18126926994545423],
    by20: [0.02777777777777779, 0.003960128913525485, 0.18126926994545423],
    by30: [0.16666666666666663, 0.05284464684766488, 0.45787808734312163],
  },
  "TILLIEUX Eliane": {
    counts: [13, 0, 13, 0, 4, 0, 0],
    q1: null,
    limitsOfMedian: [null, null],
    by15: NOBODY,
    by20: NOBODY,
    by30: BEYOND,
  },
};

suite("autumn 2013, from pages to figures", { skip }, async () => {
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
    test(`first replies of ${name}: counts, quartiles, limits and curve are those of R`, async () => {
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

  test("answers of substance are of the same ministers", () => {
    assert.deepEqual(groups.map(({ label }) => label).sort(), Object.keys(SUBSTANTIVE));
  });

  for (const [name, expected] of Object.entries(SUBSTANTIVE)) {
    test(`answers of substance of ${name}: counts, quartiles and probabilities are those reckoned apart`, () => {
      const found = groups.find(({ label }) => label === name)!;
      const { tabled, answered, open, holding, overdue, referrals, notCompetent, substantive } = found;
      assert.deepEqual([tabled, answered, open, holding, overdue, referrals, notCompetent], expected.counts);
      assert.deepEqual([substantive.q1, substantive.median], [expected.q1, null]);
      assert.deepEqual(substantive.medianCi95, expected.limitsOfMedian);
      for (const by of [15, 20, 30] as const) {
        const { p, ci95 } = substantive.answeredBy[by];
        for (const [index, value] of [p, ...ci95].entries()) {
          assertClose(
            value,
            expected[`by${by}`][index]!,
            `${by} days, ${["p", "lower", "upper"][index]}`,
            1e-9,
          );
        }
      }
    });
  }
});

test(
  "one question was withdrawn: it is counted among those that wait, and late nowhere",
  { skip },
  async (t) => {
    const id = "wallonia-50038";
    const { get, json } = await openApp(t, readQuestions());
    const question = await json<QuestionJson>(`/api/v1/questions/${id}`);
    assert.deepEqual(
      [question.state, question.daysOverdue, question.delayDoubt],
      ["open", null, "withdrawn"],
    );
    const { groups } = await json<DelayGroupListJson>("/api/v1/stats/delays");
    assert.deepEqual([groups[0]?.tabled, groups[0]?.excluded], [235, 0]);
    const { page } = await json<{ readonly page: { readonly total: number } }>(
      "/api/v1/questions?overdue=true",
    );
    // All but the 21 that were answered and this one.
    assert.equal(page.total, 235 - 21 - 1);
    assert.doesNotMatch((await get("/feeds/deadlines.ics")).body, new RegExp(id));
  },
);
