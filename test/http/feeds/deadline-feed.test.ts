import assert from "node:assert/strict";
import { test } from "node:test";
import { sql } from "drizzle-orm";
import ICAL from "ical.js";
import { aCalendar } from "../../helpers/answer-rules.ts";
import { type AppUnderTest, openApp } from "../../helpers/apps.ts";
import { anAnswer, aQuestion, day } from "../../helpers/questions.ts";
import { store } from "../../helpers/registers.ts";

const PATH = "/feeds/deadlines.ics";

test("each question that waits for an answer has a day of its own", async (t) => {
  const app = await openApp(t, [aQuestion()]);
  const { headers } = await app.get(PATH);
  assert.equal(headers["content-type"], "text/calendar; charset=utf-8");
  const { calendar, events } = await calendarOf(app);
  assert.deepEqual(spaced(calendar), {
    version: "2.0",
    prodid: "-//Vigie//Dates limites//FR",
    source: `https://vigie.example${PATH}`,
    method: "PUBLISH",
    name: "Vigie · dates limites : Toutes les questions",
    "x-wr-calname": "Vigie · dates limites : Toutes les questions",
    "x-wr-caldesc": "Dernier jour pour répondre. Toutes les questions.",
    "refresh-interval": "PT1H",
    "x-published-ttl": "PT1H",
  });
  assert.deepEqual(spaced(events), [
    {
      uid: "wallonia-900001@vigie",
      sequence: "447067800",
      dtstamp: "2014-03-02T09:30:00Z",
      dtstart: "2014-02-25",
      dtend: "2014-02-26",
      "x-microsoft-cdo-alldayevent": "TRUE",
      "x-microsoft-msncalendar-alldayevent": "TRUE",
      summary:
        "Réponse attendue de LAMBRECHT Aurore : l'entretien des passerelles du canal de Brême-sur-Orne",
      transp: "TRANSPARENT",
      description:
        "Question de VERMEIL Odette à LAMBRECHT Aurore, Ministre des Passerelles et des Écluses, déposée le 4 février " +
        "2014.\nSans réponse.\nDate limite indicative : 25 février 2014.\n" +
        "https://vigie.example/questions/wallonia-900001",
      url: "https://vigie.example/questions/wallonia-900001",
      status: "CONFIRMED",
      "last-modified": "2014-03-02T09:30:00Z",
    },
  ]);
});

test("a day that moves keeps its id, and its number grows", async (t) => {
  const app = await openApp(t, [aQuestion({ sourceId: null })]);
  const [before] = (await calendarOf(app)).events;
  await store(app.db, [aQuestion({ questionText: "Quand ?" })], { now: new Date("2014-03-03T08:00:00Z") });
  await store(app.db, [aQuestion({ tabledOn: day("2014-02-05") })], {
    now: new Date("2014-03-04T08:00:00Z"),
  });
  const { events } = await calendarOf(app);
  const moved = events.find(({ dtstart }) => dtstart === "2014-02-26");
  assert.equal(events.length, 1);
  assert.equal(moved?.uid, before?.uid);
  assert.ok(Number(moved?.sequence) > Number(before?.sequence));
  assert.equal(moved?.["last-modified"], "2014-03-04T08:00:00Z");
});

test("an answer or the author's note cancels the day, for ninety days", async (t) => {
  let now = new Date("2014-03-05T12:00:00Z");
  const second = aQuestion({ sourceId: "900002", officialNumber: 2 });
  const app = await openApp(t, [aQuestion(), second], { now: () => now });
  const [before] = (await calendarOf(app)).events;
  const answeredAt = new Date("2014-03-04T10:00:00Z");
  const note = anAnswer({ kind: "authorNote", answeredBy: "VERMEIL Odette" });
  await store(app.db, [aQuestion({ answers: [anAnswer()] }), { ...second, answers: [note] }], {
    now: answeredAt,
  });
  for (const query of ["", "?state=open", "?overdue=true"]) {
    const { events } = await calendarOf(app, `${PATH}${query}`);
    assert.deepEqual(
      events.map(({ uid, status }) => [uid, status]),
      [
        ["wallonia-900002@vigie", "CANCELLED"],
        ["wallonia-900001@vigie", "CANCELLED"],
      ],
    );
    assert.ok(Number(events[0]!.sequence) > Number(before!.sequence));
  }
  now = new Date("2014-06-02T12:00:00Z");
  assert.equal((await calendarOf(app)).events.length, 2);
  now = new Date("2014-06-03T12:00:00Z");
  assert.equal((await calendarOf(app)).events.length, 0);
});

test("a question that its author withdrew has no day", async (t) => {
  const app = await openApp(t, [aQuestion()], { now: () => new Date("2014-03-05T12:00:00Z") });
  const withdrawn = aQuestion({ questionText: "QE RETIRÉE PAR SON AUTEUR" });
  await store(app.db, [withdrawn], { now: new Date("2014-03-04T10:00:00Z") });
  assert.deepEqual((await calendarOf(app)).events, []);
});

test("a question that came with its answer was never waited for", async (t) => {
  const { events } = await calendarOf(await openApp(t, [aQuestion({ answers: [anAnswer()] })]));
  assert.deepEqual(events, []);
});

test("the filters of questions pick days out, and the calendar is named after them", async (t) => {
  const other = aQuestion({ sourceId: "900002", officialNumber: 2, askedBy: "DURIEUX Ondine" });
  const { calendar, events } = await calendarOf(
    await openApp(t, [aQuestion(), other]),
    `${PATH}?author=durieux-ondine&state=open`,
  );
  assert.equal(calendar.name, "Vigie · dates limites\u00a0: Questions de DURIEUX Ondine, sans réponse");
  assert.deepEqual(
    events.map(({ uid }) => uid),
    ["wallonia-900002@vigie"],
  );
});

test("a day by a verified rule is not called indicative", async (t) => {
  const app = await openApp(t, [aQuestion()], {
    answerCalendar: aCalendar({ id: "wallonia-indicative-15-working-days" }),
  });
  assert.match((await calendarOf(app)).events[0]!.description!, /\nDate limite\u00a0: 25 février 2014\.\n/);
});

test("the same data give the same calendar on another day", async (t) => {
  let now = new Date("2014-03-05T12:00:00Z");
  const { get } = await openApp(t, [aQuestion()], { now: () => now });
  const { body, headers } = await get(PATH);
  now = new Date("2014-04-01T12:00:00Z");
  assert.equal((await get(PATH)).body, body);
  assert.equal((await get(PATH, { "if-none-match": String(headers.etag) })).statusCode, 304);
});

test("a thousand days are held, the last ones, and the calendar says that there are more", async (t) => {
  const lot = Array.from({ length: 1001 }, (_, i) =>
    aQuestion({ sourceId: String(i + 1), officialNumber: i + 1 }),
  );
  const app = await openApp(t, lot);
  await app.db.execute(sql`update questions set answer_due_on = '2014-02-24' where source_id = '7'`);
  const { calendar, events } = await calendarOf(app);
  assert.equal(events.length, 1000);
  assert.ok(events.every(({ uid }) => uid !== "wallonia-7@vigie"));
  assert.match(calendar["x-wr-caldesc"]!, /seules les 1000 dernières y sont\.$/);
});

test("hostile texts stay in their lines, and lines in 75 octets", async (t) => {
  const hostile =
    'BEGIN:VEVENT\r\nUID:x;,\\ "é"\u0001\u007f 😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀\nEND:VEVENT';
  const app = await openApp(t, [
    aQuestion({ title: hostile, askedBy: hostile, addressedTo: { name: hostile, office: hostile } }),
  ]);
  const { body } = await app.get(PATH);
  const { events } = await calendarOf(app);
  assert.equal(events.length, 1);
  const shown = hostile.replaceAll(/[\u0001\u007f]/g, "").replaceAll("\r\n", "\n");
  assert.ok(events[0]!.summary!.endsWith(shown), events[0]!.summary);
  for (const line of body.split("\r\n")) assert.ok(Buffer.byteLength(line) <= 75, line);
  assert.doesNotMatch(body, /[^\r]\n|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/);
});

test("what is no filter is refused", async (t) => {
  const { get } = await openApp(t);
  for (const query of ["limit=1", "kind=overdue", "state=closed", "cursor=x"]) {
    const response = await get(`${PATH}?${query}`);
    assert.equal(response.statusCode, 400, query);
    assert.equal(response.headers["content-type"], "application/problem+json; charset=utf-8");
  }
  assert.equal((await get(`${PATH}?minister=nobody`)).statusCode, 404);
});

type Properties = Readonly<Record<string, string | undefined>>;

/** What a calendar program makes of it: each property by its name, one of each. */
async function calendarOf(
  { get }: AppUnderTest,
  url = PATH,
): Promise<{ calendar: Properties; events: Properties[] }> {
  const response = await get(url);
  assert.equal(response.statusCode, 200, response.body);
  const component = new ICAL.Component(ICAL.parse(response.body) as unknown[]);
  return {
    calendar: propertiesOf(component),
    events: component.getAllSubcomponents("vevent").map(propertiesOf),
  };
}

function propertiesOf(component: ICAL.Component): Properties {
  const properties = component.getAllProperties();
  const names = properties.map(({ name }) => name);
  assert.equal(new Set(names).size, names.length, "a property is given twice");
  return Object.fromEntries(properties.map((property) => [property.name, valueOf(property)]));
}

/** The library takes properties it does not know as they are written; those of ours are text (RFC 5545, 3.8.8.2). */
function valueOf(property: ICAL.Property): string {
  const value = String(property.getFirstValue());
  return property.type === "unknown" ? value.replaceAll(/\\([\\;,])/g, "$1") : value;
}

const spaced = <T>(value: T): T => JSON.parse(JSON.stringify(value).replaceAll("\u00a0", " ")) as T;
