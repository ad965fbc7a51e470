import assert from "node:assert/strict";
import { countRows, dumpOf } from "../../helpers/dump.ts";
import { testOnEach } from "../../helpers/page-stores.ts";
import { anAnswer, aQuestion } from "../../helpers/questions.ts";
import { aPageOf } from "../../helpers/taken-pages.ts";

const addressedTo = (name: string, office: string | null = null) => ({ name, office });
const namesIn = (dump: Awaited<ReturnType<typeof dumpOf>>) =>
  dump.persons?.map(({ slug, name }) => [slug, name]);

testOnEach("author, addressee and answerer are persons, each once", async ({ db, pages }) => {
  const answers = [
    anAnswer({ answeredBy: "OSSELAER Théo" }),
    anAnswer({ kind: "authorNote", answeredBy: "VERMEIL Odette" }),
  ];
  await pages.savePages([aPageOf(aQuestion({ answers }))]);
  const dump = await dumpOf(db);
  assert.deepEqual(namesIn(dump), [
    ["vermeil-odette", "VERMEIL Odette"],
    ["lambrecht-aurore", "LAMBRECHT Aurore"],
    ["osselaer-theo", "OSSELAER Théo"],
  ]);
  const [author, , answerer] = dump.persons!.map(({ id }) => id);
  assert.deepEqual(
    dump.answers?.map(({ answeredById }) => answeredById),
    [answerer, author],
  );
  assert.equal(dump.questions?.[0]?.askedById, author);
});

const SPELLINGS = ["OSSELAER Theo", "OSSELAER Théo", "Osselaer Theo"];

testOnEach(
  "spellings of one name are one person, shown by the fullest in whatever order they come",
  async (store) => {
    const other = await store.another();
    const pagesOf = (names: readonly string[]) =>
      names.map((name, i) => aPageOf(aQuestion({ sourceId: `90000${i}`, addressedTo: addressedTo(name) })));
    await store.pages.savePages(pagesOf(SPELLINGS));
    for (const page of pagesOf(SPELLINGS.toReversed())) await other.pages.savePages([page]);
    for (const { db } of [store, other]) {
      const dump = await dumpOf(db);
      const [osselaer] = dump.persons!.filter(({ slug }) => slug === "osselaer-theo");
      assert.equal(osselaer?.name, "OSSELAER Théo");
      const spellings = dump.person_names?.flatMap(({ personId, name }) =>
        personId === osselaer?.id ? [name] : [],
      );
      assert.deepEqual(new Set(spellings), new Set(SPELLINGS));
      assert.deepEqual(
        new Set(dump.questions?.map(({ addressedToName }) => addressedToName)),
        new Set(SPELLINGS),
        "each question keeps the spelling of its page",
      );
    }
  },
);

testOnEach("a fuller spelling met later replaces the one shown", async ({ db, pages }) => {
  await pages.savePages([aPageOf(aQuestion({ askedBy: "DUCHENE Honoré" }))]);
  await pages.savePages([aPageOf(aQuestion({ sourceId: "900002", askedBy: "DUCHÊNE Honoré" }))]);
  await pages.savePages([aPageOf(aQuestion({ sourceId: "900003", askedBy: "DUCHENE Honore" }))]);
  assert.equal(namesIn(await dumpOf(db))?.[0]?.[1], "DUCHÊNE Honoré");
});

testOnEach("two persons of one family name stay two", async ({ db, pages }) => {
  await pages.savePages([
    aPageOf(aQuestion({ addressedTo: addressedTo("OSSELAER Théo") })),
    aPageOf(aQuestion({ sourceId: "900002", addressedTo: addressedTo("OSSELAER Théa") })),
  ]);
  assert.deepEqual(
    namesIn(await dumpOf(db))
      ?.map(([slug]) => slug)
      .slice(1),
    ["osselaer-theo", "osselaer-thea"],
  );
});

testOnEach("names without a letter are keys of their own", async ({ db, pages }) => {
  await pages.savePages([aPageOf(aQuestion({ askedBy: "***", addressedTo: addressedTo("—", "…") }))]);
  const dump = await dumpOf(db);
  assert.deepEqual(namesIn(dump), [
    ["***", "***"],
    ["—", "—"],
  ]);
  assert.deepEqual(
    dump.offices?.map(({ slug, title }) => [slug, title]),
    [["…", "…"]],
  );
});

testOnEach(
  "a title spelled otherwise is the same office, shown as first published",
  async ({ db, pages }) => {
    const titles = [
      "Ministre de l'Orme",
      "Ministre de l’Orme",
      "ministre de l'orme",
      null,
      "Ministre des Écluses",
    ];
    const saved = titles.map((title, i) =>
      aPageOf(aQuestion({ sourceId: `90000${i}`, addressedTo: addressedTo("OSSELAER Théo", title) })),
    );
    await pages.savePages(saved.slice(0, 2));
    await pages.savePages(saved.slice(2));
    const dump = await dumpOf(db);
    assert.deepEqual(
      dump.offices?.map(({ title }) => title),
      ["Ministre de l'Orme", "Ministre des Écluses"],
    );
    const [orme, locks] = dump.offices.map(({ id }) => id);
    assert.deepEqual(
      dump.questions?.map(({ officeId }) => officeId),
      [orme, orme, orme, null, locks],
    );
    assert.deepEqual(
      dump.questions?.map(({ addressedToOffice }) => addressedToOffice),
      titles,
      "verbatim on each question",
    );
  },
);

testOnEach("the same title held by two persons is two offices", async ({ db, pages }) => {
  await pages.savePages([
    aPageOf(aQuestion({ addressedTo: addressedTo("OSSELAER Théo", "Ministre de l'Orme") })),
    aPageOf(
      aQuestion({ sourceId: "900002", addressedTo: addressedTo("LAMBRECHT Aurore", "Ministre de l'Orme") }),
    ),
  ]);
  assert.equal((await countRows(db)).offices, 2);
});

testOnEach("a page that is not taken over brings no person", async ({ db, pages }) => {
  await pages.savePages([aPageOf(aQuestion({ answers: [anAnswer()] }))]);
  const before = await countRows(db);
  const [outcome] = await pages.savePages([aPageOf(aQuestion({ askedBy: "DUCHÊNE Honoré" }))]);
  assert.equal(outcome?.outcome, "poorer");
  const { persons, person_names: names } = await countRows(db);
  assert.deepEqual([persons, names], [before.persons, before.person_names]);
});
