import assert from "node:assert/strict";
import { suite, test } from "node:test";
import type { Static } from "typebox";
import type { QuestionList } from "../../../src/http/api/schemas/lists.ts";
import { openApp } from "../../helpers/apps.ts";
import { anAnswer, aQuestion, day } from "../../helpers/questions.ts";

type List = Static<typeof QuestionList.ref>;

const QUESTIONS = [
  aQuestion({ sourceId: "1", title: "Les <script>pontons</script> & l’écluse", questionText: "Combien ?" }),
  aQuestion({
    ...{ sourceId: "2", officialNumber: 2, tabledOn: day("2014-02-05"), title: "Le halage" },
    questionText: "Le ponton du conseil des voies fluviales penche.",
    answers: [anAnswer()],
  }),
  aQuestion({
    sourceId: "3",
    officialNumber: 3,
    title: "La halte",
    questionText: "Une borne ?",
    answers: [],
  }),
];

const idsOf = ({ items }: List) => items.map(({ id }) => id);

suite("a search", () => {
  test("is by relevance where no order is asked for, with what it found marked and safe", async (t) => {
    const { json } = await openApp(t, QUESTIONS);
    const list = await json<List>("/api/v1/questions?q=pontons");
    assert.deepEqual(idsOf(list), ["wallonia-1", "wallonia-2"]);
    assert.deepEqual(
      list.items.map(({ highlight }) => highlight),
      [
        {
          title: "Les &lt;script&gt;<mark>pontons</mark>&lt;/script&gt; &amp; l’écluse",
          excerpt: null,
          excerptFrom: null,
        },
        {
          title: null,
          excerpt: "Le <mark>ponton</mark> du conseil des voies fluviales penche.",
          excerptFrom: "question",
        },
      ],
    );
    assert.deepEqual(list.page, { nextCursor: null, total: 2, totalIsExact: true });
  });

  test("says how it was understood", async (t) => {
    const { json } = await openApp(t, QUESTIONS);
    const { search } = await json<List>("/api/v1/questions?q=le CVF");
    assert.deepEqual(search, {
      q: "le CVF",
      alsoSearched: ["conseil des voies fluviales"],
      ignored: ["le"],
      misspellings: [],
      suggestion: null,
    });
    const exact = await json<List>("/api/v1/questions?q=CVF&exact=true");
    assert.deepEqual([exact.page.total, exact.search?.alsoSearched], [0, []]);
  });

  test("proposes itself with the words that were meant, and all else as it was typed", async (t) => {
    const { json } = await openApp(t, QUESTIONS);
    const { search } = await json<List>(`/api/v1/questions?q=${encodeURIComponent('"Le halaje" -écluse')}`);
    assert.deepEqual(search?.misspellings, [{ typed: "halaje", meant: "halage" }]);
    assert.equal(search.suggestion, '"Le halage" -écluse');
  });

  test("adds to every other filter, and pages in its own order", async (t) => {
    const { json } = await openApp(t, QUESTIONS);
    assert.deepEqual(idsOf(await json("/api/v1/questions?q=ponton&state=answered")), ["wallonia-2"]);
    assert.deepEqual(idsOf(await json("/api/v1/ministers/lambrecht-aurore/questions?q=borne")), [
      "wallonia-3",
    ]);
    assert.deepEqual(idsOf(await json("/api/v1/questions?q=ponton&sort=-tabledOn")), [
      "wallonia-2",
      "wallonia-1",
    ]);
    const first = await json<List>("/api/v1/questions?q=ponton&limit=1");
    const cursor = first.page.nextCursor ?? "";
    assert.deepEqual(idsOf(await json(`/api/v1/questions?q=ponton&limit=1&cursor=${cursor}`)), [
      "wallonia-2",
    ]);
  });

  test("goes on with its own cursor alone", async (t) => {
    const { get, json } = await openApp(t, QUESTIONS);
    const { page } = await json<List>("/api/v1/questions?q=ponton&limit=1");
    const other = `/api/v1/questions?sort=relevance&limit=1&cursor=${page.nextCursor ?? ""}`;
    assert.equal((await get(other)).statusCode, 400);
    const plain = await json<List>("/api/v1/questions?sort=relevance&limit=1");
    const search = `/api/v1/questions?q=ponton&limit=1&cursor=${plain.page.nextCursor ?? ""}`;
    assert.equal((await get(search)).statusCode, 400);
  });

  test("is no search where nothing but blanks is typed", async (t) => {
    const { json } = await openApp(t, QUESTIONS);
    const list = await json<List>("/api/v1/questions?q=%20");
    assert.deepEqual([list.page.total, list.search, list.items[0]?.highlight], [3, null, null]);
  });

  test("never fails, whatever is typed", async (t) => {
    const { get } = await openApp(t, QUESTIONS);
    for (const typed of [
      "'",
      '"',
      "a & | !",
      "\\",
      ":*",
      "-",
      "OR",
      "()",
      "é\u0301'",
      "\ud83d\ude80",
      "%00",
    ]) {
      const { statusCode } = await get(`/api/v1/questions?q=${encodeURIComponent(typed)}`);
      assert.equal(statusCode, 200, typed);
    }
  });
});

suite("facets", () => {
  test("tell of the first page of all questions, unasked", async (t) => {
    const { json } = await openApp(t, QUESTIONS);
    const { facets } = await json<List>("/api/v1/questions?limit=1");
    assert.deepEqual(facets?.state, [
      { value: "open", label: "sans réponse", count: 2 },
      { value: "answered", label: "répondues", count: 1 },
    ]);
    assert.deepEqual([facets.counted, facets.areComplete], [3, true]);
  });

  test("are given elsewhere where they are asked for, and nowhere where they are not wanted", async (t) => {
    const { json } = await openApp(t, QUESTIONS);
    const lookUp = "/api/v1/ministers/lambrecht-aurore/questions";
    assert.equal((await json<List>(lookUp)).facets, null);
    assert.equal((await json<List>(`${lookUp}?facets=true`)).facets?.counted, 3);
    assert.equal((await json<List>("/api/v1/questions?facets=false")).facets, null);
    const { nextCursor } = (await json<List>("/api/v1/questions?limit=1")).page;
    assert.equal((await json<List>(`/api/v1/questions?limit=1&cursor=${nextCursor ?? ""}`)).facets, null);
  });
});

test("lists by lateness begin with the question that is overdue the longest", async (t) => {
  const { json } = await openApp(
    t,
    ["2014-02-01", "2014-01-10", "2014-03-04", "2014-01-20"].map((tabledOn, i) =>
      aQuestion({ sourceId: String(i), officialNumber: i + 1, tabledOn: day(tabledOn), answers: [] }),
    ),
  );
  const { items } = await json<List>("/api/v1/questions?sort=daysOverdue");
  assert.deepEqual(
    items.map(({ id, daysOverdue }) => [id, daysOverdue !== null]),
    [
      ["wallonia-1", true],
      ["wallonia-3", true],
      ["wallonia-0", true],
      ["wallonia-2", false],
    ],
  );
});
