import assert from "node:assert/strict";
import { after, suite, test } from "node:test";
import type {
  DelayComparisonJson,
  DelayGroupListJson,
  MinisterDelaysJson,
} from "../../../../src/http/api/schemas/delays.ts";
import type { ProblemJson } from "../../../../src/http/api/schemas/problem.ts";
import { openApp } from "../../../helpers/apps.ts";
import { aHoldingAnswer, anAnswer, aQuestion, day } from "../../../helpers/questions.ts";

let number = 0;
const put = (name: string, rest: Parameters<typeof aQuestion>[0] = {}) =>
  aQuestion({
    sourceId: String((number += 1)),
    officialNumber: number,
    addressedTo: { name, office: "Ministre des Écluses" },
    ...rest,
  });

/** Put on 4 February and answered on a day of February. */
const answeredOn = (name: string, date: string) =>
  put(name, { answers: [anAnswer({ answeredOn: day(date), answeredBy: name })] });

const ANSWERS = ["05", "06", "08", "10", "12", "14", "18", "20", "24"].map((date) => `2014-02-${date}`);

/** Of today, 5 March 2014: LUTGAN has nine answers and one open question, ZWAENE ten open ones, ABEL two. */
const register = [
  ...ANSWERS.map((date) => answeredOn("LUTGAN Benoît", date)),
  put("LUTGAN Benoît", { answers: [aHoldingAnswer()] }),
  ...ANSWERS.map(() => put("ZWAENE Ida")),
  put("ZWAENE Ida", { tabledOn: day("2014-01-28") }),
  answeredOn("ABEL Noé", "2014-02-20"),
  put("ABEL Noé", {
    answers: [anAnswer({ kind: "authorNote", answeredOn: day("2014-02-18"), answeredBy: "VERMEIL Odette" })],
  }),
];

suite("delays", async () => {
  const { get, json } = await openApp({ after }, register);

  test("without a grouping there is one group of all questions", async () => {
    const { asOf, by, groups } = await json<DelayGroupListJson>("/api/v1/stats/delays");
    assert.deepEqual([asOf, by, groups.length], ["2014-03-05", null, 1]);
    const [all] = groups;
    assert.deepEqual([all?.key, all?.label], ["all", "Toutes les questions"]);
    assert.deepEqual(
      [all?.tabled, all?.answered, all?.open, all?.holding, all?.converted],
      [22, 10, 11, 1, 1],
    );
    assert.deepEqual(all?.curve[0], { day: 0, open: 1, lo: 1, hi: 1, atRisk: 22 });
    assert.deepEqual(all?.oldestOpen, {
      id: all?.oldestOpen?.id,
      url: `https://vigie.example/questions/${all?.oldestOpen?.id}`,
      tabledOn: "2014-01-28",
      daysOpen: 36,
    });
  });

  test("groups come by the alphabet, small ones after the others and marked", async () => {
    const { groups, notes } = await json<DelayGroupListJson>("/api/v1/stats/delays?by=minister");
    assert.deepEqual(
      groups.map(({ key, label, isSmall }) => [key, label, isSmall]),
      [
        ["lutgan-benoit", "LUTGAN Benoît", false],
        ["zwaene-ida", "ZWAENE Ida", false],
        ["abel-noe", "ABEL Noé", true],
      ],
    );
    assert.ok(notes.some((note) => note.includes("moins de 10 questions")));
  });

  test("a group has its quartiles with limits, and the answered alone beside them", async () => {
    const { groups } = await json<DelayGroupListJson>("/api/v1/stats/delays?by=minister");
    const [lutgan, zwaene] = groups;
    // Ten questions, answers after 1, 2, 4, 6, 8, 10, 14, 16 and 20 days, one open for 29: 8/10 wait after 2, 7/10 after
    // 4; 5/10 from 8 to 10; 3/10 after 14, 2/10 after 16.
    const { q1, median, q3, naive, answeredBy } = lutgan!.substantive;
    assert.deepEqual([q1, median, q3], [4, 9, 16]);
    assert.deepEqual(naive, { n: 9, mean: 9, median: 8 });
    assert.ok(Math.abs(answeredBy["20"].p! - 0.9) < 1e-12);
    assert.deepEqual(answeredBy["30"], { p: null, ci95: [null, null] });
    assert.equal(zwaene?.substantive.median, null);
    assert.deepEqual(zwaene?.substantive.medianCi95, [null, null]);
    assert.deepEqual(zwaene?.substantive.naive, { n: 0, mean: null, median: null });
  });

  test("a day of the past is told as it was known then", async () => {
    const { groups } = await json<DelayGroupListJson>("/api/v1/stats/delays?by=minister&asOf=2014-02-13");
    const lutgan = groups.find(({ key }) => key === "lutgan-benoit");
    assert.deepEqual([lutgan?.answered, lutgan?.open, lutgan?.holding], [5, 5, 0]);
    assert.deepEqual(lutgan?.substantive.naive, { n: 5, mean: 4.2, median: 4 });
    const before = await json<DelayGroupListJson>("/api/v1/stats/delays?asOf=2014-01-27");
    assert.deepEqual([before.groups[0]?.tabled, before.groups[0]?.curve], [0, []]);
  });

  test("the rule stands beside the figures, and says that it is indicative", async () => {
    const { answerRule, answerRules, notes, groups } = await json<DelayGroupListJson>("/api/v1/stats/delays");
    assert.deepEqual(answerRule, groups[0]?.answerRule);
    assert.equal(answerRule?.verified, false);
    assert.deepEqual(
      answerRules.map(({ id }) => id),
      [answerRule?.id],
    );
    assert.ok(notes.some((note) => note.includes("indicatifs")));
  });

  test("questions are chosen by what they were when they were put", async () => {
    const tabledIn = async (query: string) =>
      (await json<DelayGroupListJson>(`/api/v1/stats/delays?${query}`)).groups[0]?.tabled;
    assert.equal(await tabledIn("minister=zwaene%20ida"), 10);
    assert.equal(await tabledIn("tabledTo=2014-01-31"), 1);
    assert.equal(await tabledIn("session=2013-2014&tabledTo=2013-12-31"), 0);
    assert.equal(await tabledIn("author=vermeil-odette&tabledFrom=2014-02-01"), 21);
  });

  for (const [query, tabled] of [
    ["state=answered", 10],
    ["state=open", 10],
    ["state=open,holding", 11],
    ["state=converted", 1],
    ["overdue=true", 11],
    ["answeredFrom=2014-02-18", 4],
    ["answeredTo=2014-02-08", 3],
    ["answeredFrom=2014-02-18&answeredTo=2014-02-20&minister=lutgan-benoit", 2],
    ["modifiedSince=2014-03-02", 22],
    ["modifiedSince=2014-03-03", 0],
  ] as const) {
    test(`questions may be chosen by ${query}, and it is said that this bends the estimate`, async () => {
      const found = await json<DelayGroupListJson>(`/api/v1/stats/delays?${query}`);
      assert.equal(found.groups[0]?.tabled, tabled);
      assert.ok(found.notes.some((note) => note.includes("faussée")));
    });
  }

  test("what became of a question is told as of the present, also about a day of the past", async () => {
    const query = "state=answered&asOf=2014-02-13&minister=lutgan-benoit";
    const { groups } = await json<DelayGroupListJson>(`/api/v1/stats/delays?${query}`);
    assert.deepEqual([groups[0]?.tabled, groups[0]?.answered, groups[0]?.open], [9, 5, 4]);
  });

  test("a minister and a comparison take the same filters", async () => {
    const own = await json<MinisterDelaysJson>("/api/v1/ministers/lutgan-benoit/delays?state=answered");
    assert.deepEqual([own.tabled, own.notes.some((note) => note.includes("faussée"))], [9, true]);
    const url = "/api/v1/stats/delays/comparison?minister=lutgan-benoit&answeredFrom=2014-02-18";
    const { groups, notes } = await json<DelayComparisonJson>(url);
    assert.deepEqual(
      groups.map(({ key, tabled }) => [key, tabled]),
      [
        ["lutgan-benoit", 3],
        ["others", 1],
      ],
    );
    assert.ok(notes.some((note) => note.includes("faussée")));
  });

  test("what questions were when they were put bends nothing", async () => {
    const { notes } = await json<DelayGroupListJson>(
      "/api/v1/stats/delays?tabledTo=2014-01-31&session=2013-2014",
    );
    assert.ok(!notes.some((note) => note.includes("faussée")));
  });

  test("a minister's own figures are those of the group, with both curves", async () => {
    const { groups } = await json<DelayGroupListJson>("/api/v1/stats/delays?by=minister&asOf=2014-02-20");
    const { key, label, ...figures } = groups.find(({ key }) => key === "lutgan-benoit")!;
    const own = await json<MinisterDelaysJson>("/api/v1/ministers/Lutgan%20Benoit/delays?asOf=2014-02-20");
    const { minister, firstReplyCurve, understood, answerRules: _, notes, ...rest } = own;
    assert.deepEqual(minister, { slug: key, name: label });
    assert.equal(understood.minister?.slug, key);
    assert.deepEqual(rest, figures);
    assert.equal(firstReplyCurve[0]?.atRisk, 10);
    assert.ok(notes.length > 0);
  });

  test("two ministers are compared by a test, with words of warning", async () => {
    const found = await json<DelayComparisonJson>(
      "/api/v1/stats/delays/comparison?minister=lutgan-benoit&with=ZWAENE%20Ida",
    );
    assert.deepEqual(
      found.groups.map(({ key, label, tabled }) => [key, label, tabled]),
      [
        ["lutgan-benoit", "LUTGAN Benoît", 10],
        ["zwaene-ida", "ZWAENE Ida", 10],
      ],
    );
    assert.equal(found.logRank?.degreesOfFreedom, 1);
    // Ten against ten, of whom the second ten never leave: at risk 10, 9, … 2 beside 10.
    const expected = Array.from({ length: 9 }, (_, gone) => (10 - gone) / (20 - gone));
    const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
    const chiSquare = (9 - sum(expected)) ** 2 / sum(expected.map((share) => share * (1 - share)));
    assert.ok(Math.abs(found.logRank.chiSquare - chiSquare) < 1e-9);
    assert.ok(found.logRank.pValue > 0 && found.logRank.pValue < 0.001);
    assert.deepEqual(
      found.logRank.groups.map(({ key, observed }) => [key, observed]),
      [
        ["lutgan-benoit", 9],
        ["zwaene-ida", 0],
      ],
    );
    for (const word of ["questions différentes", "jugement", "deux à deux"]) {
      assert.ok(
        found.notes.some((note) => note.includes(word)),
        word,
      );
    }
  });

  test("without another name a minister is compared with all others together", async () => {
    const { groups, logRank } = await json<DelayComparisonJson>(
      "/api/v1/stats/delays/comparison?minister=lutgan-benoit",
    );
    assert.deepEqual(
      groups.map(({ key, tabled, answered, open, converted }) => [key, tabled, answered, open, converted]),
      [
        ["lutgan-benoit", 10, 9, 1, 0],
        ["others", 12, 1, 10, 1],
      ],
    );
    assert.equal(groups[1]?.oldestOpen?.tabledOn, "2014-01-28");
    assert.deepEqual(
      logRank?.groups.map(({ key, observed }) => [key, observed]),
      [
        ["lutgan-benoit", 9],
        ["others", 1],
      ],
    );
  });

  test("where nothing was answered there is nothing to compare", async () => {
    const url = "/api/v1/stats/delays/comparison?minister=lutgan-benoit&with=zwaene-ida&asOf=2014-02-04";
    assert.equal((await json<DelayComparisonJson>(url)).logRank, null);
  });

  test("an answer about today is as new as the day, one about a day of the past as the newest change", async () => {
    const dated = async (url: string) => (await get(url)).headers["last-modified"];
    assert.equal(await dated("/api/v1/stats/delays"), "Tue, 04 Mar 2014 23:00:00 GMT");
    assert.equal(
      await dated("/api/v1/ministers/abel-noe/delays?asOf=2014-03-04"),
      "Sun, 02 Mar 2014 09:30:00 GMT",
    );
    const { headers } = await get("/api/v1/stats/delays");
    const again = await get("/api/v1/stats/delays", { "if-none-match": String(headers.etag) });
    assert.equal(again.statusCode, 304);
  });

  for (const [url, parameter, explanation] of [
    ["stats/delays?by=colour", "by", "minister, party, portfolio, session, month"],
    ["stats/delays?asOf=2014-03-06", "asOf", "2014-03-05"],
    ["stats/delays?asOf=2014-02-31", "asOf", "jour du calendrier"],
    ["stats/delays?asOf=2014-02-01&asOf=2014-02-02", "asOf", "une fois"],
    ["stats/delays?state=late", "state", "open"],
    ["stats/delays?overdue=false", "overdue", "true"],
    ["stats/delays?answeredFrom=2014-02-31", "answeredFrom", "jour du calendrier"],
    ["stats/delays?answeredFrom=2014-02-05&answeredTo=2014-02-04", "answeredFrom", "answeredTo"],
    ["stats/delays?modifiedSince=hier", "modifiedSince", "moment"],
    ["stats/delays?sort=tabledOn", "sort", "n’existe pas ici"],
    ["stats/delays?limit=1", "limit", "n’existe pas ici"],
    ["stats/delays?cursor=x", "cursor", "n’existe pas ici"],
    ["ministers/abel-noe/delays?sort=tabledOn", "sort", "n’existe pas ici"],
    ["stats/delays/comparison?minister=abel-noe&limit=1", "limit", "n’existe pas ici"],
    ["stats/delays?tabledFrom=2014-02-05&tabledTo=2014-02-04", "tabledFrom", "tabledTo"],
    ["ministers/abel-noe/delays?minister=abel-noe", "minister", "n’existe pas ici"],
    ["ministers/abel-noe/delays?by=month", "by", "n’existe pas ici"],
    ["ministers/abel-noe/delays?asOf=2999-01-01", "asOf", "pas encore venu"],
    ["stats/delays/comparison", "minister", "qui comparer"],
    ["stats/delays/comparison?with=abel-noe", "minister", "qui comparer"],
    ["stats/delays/comparison?minister=abel-noe&with=ABEL%20Noe", "with", "la même personne"],
  ] as const) {
    test(`${url} is refused, and says which parameter and what is expected`, async () => {
      const response = await get(`/api/v1/${url}`);
      const problem = response.json<ProblemJson>();
      assert.deepEqual(
        [response.statusCode, problem.code, problem.parameter],
        [400, "bad_parameter", parameter],
      );
      assert.ok(problem.detail.includes(explanation), problem.detail);
    });
  }

  for (const [url, code, parameter] of [
    ["stats/delays?minister=lutgen", "unknown_minister", "minister"],
    ["stats/delays?author=vermail", "unknown_author", "author"],
    ["stats/delays?party=xyzzy", "unknown_party", "party"],
    ["stats/delays?portfolio=xyzzy", "unknown_portfolio", "portfolio"],
    ["ministers/lutgen-benoit/delays", "unknown_minister", undefined],
    ["stats/delays/comparison?minister=abel-noe&with=lutgen-benoit", "unknown_minister", "with"],
  ] as const) {
    test(`${url} is not found`, async () => {
      const response = await get(`/api/v1/${url}`);
      const problem = response.json<ProblemJson>();
      assert.deepEqual([response.statusCode, problem.code, problem.parameter], [404, code, parameter]);
    });
  }
});

test("sessions and months come from the newest, an extraordinary session after the one that ends in its year", async (t) => {
  const on = (session: string, date: string) =>
    Array.from({ length: 10 }, () => put("LUTGAN Benoît", { session, tabledOn: day(date) }));
  const { json } = await openApp(t, [
    ...on("2012-2013", "2013-05-02"),
    ...on("2013-2014", "2014-02-04"),
    ...on("se2014", "2014-03-03"),
    put("LUTGAN Benoît", { session: "2013-2014", tabledOn: day("2014-03-04") }),
  ]);
  const keys = async (by: string) =>
    (await json<DelayGroupListJson>(`/api/v1/stats/delays?by=${by}`)).groups.map(({ key }) => key);
  assert.deepEqual(await keys("session"), ["se2014", "2013-2014", "2012-2013"]);
  assert.deepEqual(await keys("month"), ["2014-03", "2014-02", "2013-05"]);
});

test("what is not known of a question makes a group, which comes last", async (t) => {
  const { json } = await openApp(t, register);
  const { groups, notes } = await json<DelayGroupListJson>("/api/v1/stats/delays?by=party");
  assert.equal(groups.at(-1)?.key, "unknown");
  assert.ok(notes.some((note) => note.includes("au moment de la question")));
});

test("an empty register has one group of nothing", async (t) => {
  const { json } = await openApp(t);
  const { groups } = await json<DelayGroupListJson>("/api/v1/stats/delays");
  assert.deepEqual(
    groups.map(({ key, tabled, oldestOpen, curve }) => [key, tabled, oldestOpen, curve]),
    [["all", 0, null, []]],
  );
  assert.deepEqual((await json<DelayGroupListJson>("/api/v1/stats/delays?by=minister")).groups, []);
});
