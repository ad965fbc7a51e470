import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { layOut, type TextTable, wrap } from "../../src/cli/text-table.ts";

interface Row {
  readonly name: string;
  readonly counts: readonly [number, number, number];
}

const rows: readonly Row[] = [
  { name: "OSSELAER Théo", counts: [7, 12, 3] },
  { name: "DU CHÂTELET de la FOSSE Émile", counts: [1204, 0, 31] },
];

const aTable = (sections = [{ title: null as string | null, rows }]): TextTable<Row> => ({
  labelOf: ({ name }) => name,
  columns: [
    { heading: ["posées"], cell: ({ counts }) => String(counts[0]), givesWay: 0 },
    { heading: ["sans", "réponse"], cell: ({ counts }) => String(counts[1]), givesWay: 1 },
    { heading: ["attente"], cell: ({ counts }) => String(counts[2]), givesWay: 2 },
  ],
  sections,
});

test("figures stand under their headings, to the right", () => {
  assert.deepEqual(layOut(aTable(), 80), [
    "                                          sans",
    "                               posées  réponse  attente",
    "OSSELAER Théo                       7       12        3",
    "DU CHÂTELET de la FOSSE Émile    1204        0       31",
  ]);
});

test("where room is short columns give way, the last ones first", () => {
  assert.deepEqual(layOut(aTable(), 50), [
    "                                          sans",
    "                               posées  réponse",
    "OSSELAER Théo                       7       12",
    "DU CHÂTELET de la FOSSE Émile    1204        0",
  ]);
  assert.equal(layOut(aTable(), 40)[0], `${" ".repeat(29)}  posées`);
});

test("where it is shorter still, names go over several lines", () => {
  assert.deepEqual(layOut(aTable(), 26), [
    "                    posées",
    "OSSELAER Théo            7",
    "DU CHÂTELET de        1204",
    "  la FOSSE Émile",
  ]);
});

test("where a table has no room at all, each row is a paragraph with all its figures", () => {
  assert.deepEqual(layOut(aTable(), 21), [
    "OSSELAER Théo",
    "  posées\u00a07\u00a0·",
    "  sans\u00a0réponse\u00a012\u00a0·",
    "  attente\u00a03",
    "DU CHÂTELET de la",
    "FOSSE Émile",
    "  posées\u00a01204\u00a0·",
    "  sans\u00a0réponse\u00a00\u00a0·",
    "  attente\u00a031",
  ]);
});

test("sections stand apart under their titles, and an empty one is left out", () => {
  const sections = [
    { title: null, rows: [] },
    { title: "moins de dix", rows: [rows[0]!] },
  ];
  assert.deepEqual(layOut(aTable(sections), 80).slice(2), [
    "",
    "moins de dix",
    "OSSELAER Théo       7       12        3",
  ]);
});

test("no line is wider than the terminal, whatever its width", () => {
  fc.assert(
    fc.property(fc.integer({ min: 18, max: 90 }), (width) => {
      for (const line of layOut(aTable(), width)) assert.ok([...line].length <= width, line);
    }),
  );
});

test("text is broken at blanks, loses nothing, and a word that is too long is cut", () => {
  assert.deepEqual(wrap("une ligne de mots", 9), ["une ligne", "de mots"]);
  assert.deepEqual(wrap("abcdefghij kl", 4), ["abcd", "efgh", "ij", "kl"]);
  assert.deepEqual(wrap("", 9), []);
  fc.assert(
    fc.property(fc.lorem({ maxCount: 20 }), fc.integer({ min: 12, max: 40 }), (text, width) => {
      assert.equal(wrap(text, width).join(" "), text);
    }),
  );
});
