import assert from "node:assert/strict";
import { after, suite, test } from "node:test";
import type { ProblemJson } from "../../../src/http/api/schemas/problem.ts";
import { aCalendar } from "../../helpers/answer-rules.ts";
import { type AppUnderTest, openApp } from "../../helpers/apps.ts";
import { aHoldingAnswer, anAnswer, aQuestion, day } from "../../helpers/questions.ts";
import { store } from "../../helpers/registers.ts";
import { readAtom } from "./atom-checks.ts";
import { readJsonFeed } from "./json-feed-checks.ts";

const answered = aQuestion({ answers: [aHoldingAnswer(), anAnswer()] });
const open = aQuestion({ sourceId: "900002", officialNumber: 2, tabledOn: day("2014-02-05") });
const SUMMARY =
  "Question de VERMEIL Odette à LAMBRECHT Aurore, Ministre des Passerelles et des Écluses, déposée le 4 février 2014. " +
  "Réponse donnée le 24 février 2014. Date limite indicative : 25 février 2014.";

suite("a feed of questions", async () => {
  const { get } = await openApp({ after }, [answered, open]);

  test("is Atom, with an entry for each question, the last tabled first", async () => {
    const response = await get("/feeds/questions.atom");
    assert.equal(response.headers["content-type"], "application/atom+xml; charset=utf-8");
    const { entries, ...feed } = readAtom(response.body);
    assert.deepEqual(spaced({ ...feed, links: [] }), {
      id: "tag:vigie,2026:wallonia/feeds/questions",
      title: "Vigie : Toutes les questions",
      subtitle:
        "Toutes les questions. Période couverte par cette page : du 4 février 2014 au 5 février 2014.",
      updated: "2014-03-02T09:30:00.000Z",
      span: { from: "2014-02-04", to: "2014-02-05", filter: "Toutes les questions" },
      links: [],
    });
    assert.deepEqual(
      entries.map(({ id }) => id),
      ["tag:vigie,2026:wallonia/900002", "tag:vigie,2026:wallonia/900001"],
    );
    const { content, ...entry } = entries[1]!;
    assert.deepEqual(spaced(entry), {
      id: "tag:vigie,2026:wallonia/900001",
      title: answered.title,
      author: "VERMEIL Odette",
      published: "2014-02-03T23:00:00.000Z",
      updated: "2014-03-02T09:30:00.000Z",
      summary: SUMMARY,
      links: {
        alternate: "https://vigie.example/questions/wallonia-900001",
        via: "https://source.example/900001",
      },
      categories: [
        "session 2013-2014 Session 2013-2014",
        "portfolio passerelles Passerelles",
        "portfolio ecluses Écluses",
      ],
    });
    assert.deepEqual(headingsOf(content), [
      "Question",
      "Réponse d’attente de LAMBRECHT Aurore, le 18 février 2014",
      "Réponse de LAMBRECHT Aurore, le 24 février 2014",
    ]);
  });

  test("is JSON Feed as well, and says the same", async () => {
    const response = await get("/feeds/questions.json");
    assert.equal(response.headers["content-type"], "application/feed+json; charset=utf-8");
    const { items, ...feed } = readJsonFeed(response.body);
    assert.deepEqual(spaced(feed), {
      version: "https://jsonfeed.org/version/1.1",
      title: "Vigie : Toutes les questions",
      description:
        "Toutes les questions. Période couverte par cette page : du 4 février 2014 au 5 février 2014.",
      language: "fr",
      home_page_url: "https://vigie.example/questions",
      feed_url: "https://vigie.example/feeds/questions.json",
      authors: [{ name: "Vigie" }],
      _vigie: { from: "2014-02-04", to: "2014-02-05", filter: "Toutes les questions" },
    });
    const { entries } = readAtom((await get("/feeds/questions.atom")).body);
    assert.deepEqual(
      items.map((item) => [item.id, item.url, item.title, item.summary, item.content_html, item.tags.length]),
      entries.map((entry) => {
        const { id, links, title, summary, content, categories } = entry;
        return [id, links.alternate, title, summary, content, categories.length];
      }),
    );
    assert.equal(items[1]!.external_url, "https://source.example/900001");
  });

  test("says whose questions it is about, in words", async () => {
    const { span, title, entries } = readAtom(
      (await get("/feeds/questions.atom?minister=Lambrecht&state=open")).body,
    );
    assert.equal(span.filter, "Questions à LAMBRECHT Aurore, sans réponse");
    assert.equal(title, "Vigie\u00a0: Questions à LAMBRECHT Aurore, sans réponse");
    assert.equal(entries.length, 1);
  });

  test("may be empty", async () => {
    const feed = readAtom((await get("/feeds/questions.atom?tabledTo=1999-12-31")).body);
    assert.match(feed.subtitle, /Rien sur cette page\.$/);
    assert.deepEqual(feed.entries, []);
    assert.deepEqual(readJsonFeed((await get("/feeds/questions.json?tabledTo=1999-12-31")).body)._vigie, {
      from: null,
      to: null,
      filter: "Questions déposées jusqu’au 31 décembre 1999",
    });
  });

  test("refuses what is no filter, page or name, naming the parameter", async () => {
    for (const [query, status, parameter] of [
      ["limit=101", 400, "limit"],
      ["sort=tabledOn", 400, "sort"],
      ["kind=answered", 400, "kind"],
      ["cursor=x", 400, "cursor"],
      [`cursor=${encoded(["questions", ["2014-02-30", 1]])}`, 400, "cursor"],
      [`cursor=${encoded(["questions", ["2014-02-04", -1]])}`, 400, "cursor"],
      [`cursor=${encoded(["questions", ["2014-02-04", 1], 2])}`, 400, "cursor"],
      [`cursor=${encoded(["events", 1, null])}`, 400, "cursor"],
      ["minister=nobody", 404, "minister"],
    ] as const) {
      for (const format of ["atom", "json"]) {
        const response = await get(`/feeds/questions.${format}?${query}`);
        assert.equal(response.statusCode, status, query);
        assert.equal(response.headers["content-type"], "application/problem+json; charset=utf-8");
        assert.equal(response.json<ProblemJson>().parameter, parameter);
      }
    }
  });
});

test("an entry changes when the question does, and keeps its id", async (t) => {
  const { db, get } = await openApp(t, [aQuestion({ sourceId: null })]);
  const [before] = readAtom((await get("/feeds/questions.atom")).body).entries;
  const now = new Date("2014-03-04T10:00:00Z");
  await store(db, [answered], { now });
  const feed = readAtom((await get("/feeds/questions.atom")).body);
  const [later] = feed.entries;
  assert.equal(later!.id, before!.id);
  assert.equal(later!.links.alternate, "https://vigie.example/questions/wallonia-900001");
  assert.deepEqual([later!.updated, feed.updated], [now.toISOString(), now.toISOString()]);
});

test("ids do not change with the address of the site", async (t) => {
  const here = await openApp(t, [answered]);
  const there = await openApp(t, [answered], { baseUrl: "https://ailleurs.example/vigie" });
  for (const path of ["/feeds/questions.atom?state=answered&limit=3", "/feeds/events.atom"]) {
    const [one, other] = await Promise.all(
      [here, there].map(async ({ get }) => readAtom((await get(path)).body)),
    );
    assert.equal(one!.id, other!.id);
    assert.deepEqual(
      one!.entries.map(({ id }) => id),
      other!.entries.map(({ id }) => id),
    );
    assert.match(other!.entries[0]!.links.alternate!, /^https:\/\/ailleurs\.example\/vigie\//);
  }
});

test("a deadline by a verified rule is told as such", async (t) => {
  const { get } = await openApp(t, [answered], {
    answerCalendar: aCalendar({ id: "wallonia-indicative-15-working-days" }),
  });
  const [entry] = readAtom((await get("/feeds/questions.atom")).body).entries;
  assert.match(entry!.summary, /Date limite\u00a0: 25 février 2014\.$/);
});

test("pages lead back to the oldest question, and what arrives meanwhile is neither skipped nor repeated", async (t) => {
  const many = Array.from({ length: 7 }, (_, i) =>
    aQuestion({ sourceId: String(i + 1), officialNumber: i + 1, tabledOn: day(`2014-02-0${1 + (i % 3)}`) }),
  );
  const app = await openApp(t, many);
  const expected = ["6", "3", "5", "2", "7", "4", "1"].map((id) => `tag:vigie,2026:wallonia/${id}`);
  const byAtom = await pagesOf(app, "/feeds/questions.atom?limit=3", (body) => {
    const { id, links, entries } = readAtom(body);
    const href = (rel: string) => links.find((link) => link.rel === rel)?.href;
    assert.equal(id, "tag:vigie,2026:wallonia/feeds/questions");
    assert.equal(href("first"), "https://vigie.example/feeds/questions.atom?limit=3");
    return { ids: entries.map((entry) => entry.id), next: href("next") };
  });
  assert.deepEqual(byAtom, expected);
  const byJson = await pagesOf(app, "/feeds/questions.json?limit=2", (body) => {
    const { items, next_url: next, feed_url: first } = readJsonFeed(body);
    assert.equal(first, "https://vigie.example/feeds/questions.json?limit=2");
    return { ids: items.map(({ id }) => id), next };
  });
  assert.deepEqual(byJson, expected);
});

test("fifty entries come where nothing else is asked", async (t) => {
  const lot = Array.from({ length: 51 }, (_, i) =>
    aQuestion({ sourceId: String(i + 1), officialNumber: i + 1 }),
  );
  const { get } = await openApp(t, lot);
  assert.equal(readAtom((await get("/feeds/questions.atom")).body).entries.length, 50);
  assert.equal(readAtom((await get("/feeds/questions.atom?limit=100")).body).entries.length, 51);
});

/** What is in names and texts that mean harm, or were cut in the middle of a character. */
const HOSTILE = "<script>alert('é')</script> ]]> <!-- & &amp; \u0001\u0008\u001f\ufffe\uffff😀 \ud83d fin";
const SHOWN = "<script>alert('é')</script> ]]> <!-- & &amp; 😀 \ufffd fin";

test("hostile texts stay texts, in both formats", async (t) => {
  const hostile = aQuestion({
    title: HOSTILE,
    askedBy: HOSTILE,
    addressedTo: { name: "LAMBRECHT Aurore", office: HOSTILE },
    questionText: `${HOSTILE}\n\n${HOSTILE}\n${HOSTILE}`,
    answers: [anAnswer({ text: HOSTILE, answeredBy: HOSTILE })],
  });
  const { get } = await openApp(t, [hostile]);
  for (const name of ["questions", "events"]) {
    const { entries } = readAtom((await get(`/feeds/${name}.atom`)).body);
    const { items } = readJsonFeed((await get(`/feeds/${name}.json`)).body);
    const both = [
      ...entries.map(({ title, author, summary, content }) => [title, author, summary, content]),
      ...items.map((item) => [item.title, item.authors[0]!.name, item.summary, item.content_html]),
    ];
    assert.ok(both.length > 0);
    for (const [title, author, summary, content] of both) {
      assert.ok(title!.endsWith(SHOWN), title);
      assert.equal(author, SHOWN);
      assert.ok(summary!.includes(`, ${SHOWN}, déposée`), summary);
      assert.doesNotMatch(content!, /<(?!\/?(?:p|h2|br)>)/, "no element but ours");
      assert.ok(unescaped(content!).includes(SHOWN));
    }
  }
});

test("a text that is too long is cut, and says so", async (t) => {
  const { get } = await openApp(t, [aQuestion({ questionText: "pont ".repeat(10_000).trim() })]);
  const [entry] = readAtom((await get("/feeds/questions.atom")).body).entries;
  assert.ok(entry!.content.length < 21_000);
  assert.match(entry!.content, /…<\/p>$/);
});

/** Follows a feed from page to page, and gives the ids of all entries. */
async function pagesOf(
  { get, db }: AppUnderTest,
  first: string,
  read: (body: string) => { ids: readonly string[]; next: string | undefined },
): Promise<string[]> {
  const seen: string[] = [];
  for (let url: string | undefined = first; url !== undefined;) {
    const response = await get(url);
    const { ids, next } = read(response.body);
    seen.push(...ids);
    const linked = /<https:\/\/vigie\.example([^>]+)>; rel="next"/.exec(String(response.headers.link))?.[1];
    assert.equal(next?.replace("https://vigie.example", ""), linked);
    url = linked;
    await store(db, [
      aQuestion({ sourceId: `8${seen.length}`, officialNumber: 80, tabledOn: day("2014-02-28") }),
    ]);
  }
  return seen.filter((id) => !/\/8\d$/.test(id));
}

const headingsOf = (html: string) => [...html.matchAll(/<h2>(.*?)<\/h2>/g)].map(([, heading]) => heading);

const unescaped = (html: string) =>
  html.replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));

const encoded = (parts: readonly unknown[]) => Buffer.from(JSON.stringify(parts)).toString("base64url");

/** The same with plain blanks, so that what is expected can be read. */
const spaced = <T>(value: T): T => JSON.parse(JSON.stringify(value).replaceAll("\u00a0", " ")) as T;
