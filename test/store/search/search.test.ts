import assert from "node:assert/strict";
import { before, suite, test } from "node:test";
import type { ParsedQuestion } from "../../../src/domain/parsed-question.ts";
import type { QuestionFilter } from "../../../src/store/question-filter.ts";
import { databaseEngines, suiteOwner } from "../../helpers/databases.ts";
import { anAnswer, aQuestion, day } from "../../helpers/questions.ts";
import { FIRST_PAGE, readersOf, store } from "../../helpers/registers.ts";

const quiet = { title: "Un objet sans rapport", questionText: "Rien de tel.", answers: [] };

/** Questions that differ in their words; what a search finds is told by these names. */
const QUESTIONS = {
  wind: { title: "Les éoliennes de Haute-Ancre", questionText: "Combien de mâts tournent ?" },
  windAsked: { questionText: "Une éolienne projette son ombre sur le verger communal." },
  windAnswered: { answers: [anAnswer({ text: "Le parc éolien sera démonté avant l’hiver." })] },
  economy: { title: "L'ÉCONOMIE SOCIALE", questionText: "Quel soutien aux coopératives ?" },
  apart: { questionText: "L’économie du canal repose sur un tissu social ancien." },
  council: { questionText: "Le conseil des voies fluviales a rendu son avis." },
  acronym: { questionText: "Le C.V.F. compte douze bateliers." },
  slash: { questionText: "Le trajet Molenval/Sart-Dieu et/ou la navette." },
  school: { title: "Le ramassage scolaire par bateau", questionText: "Une barge est-elle prévue ?" },
  barge: { questionText: "Le bateau-lavoir, classé, prend l’eau." },
  gone: { questionText: "Le pré de l’Œuvre, n° 31, fut vendu 12.500 euros." },
  referred: { officialNumber: 31, officialReference: "31 (se2014) 1", session: "se2014" },
  seat: { questionText: "Un logement précis, pour le batelier liégeois, et des emplois." },
  seats: { questionText: "La communication précise à la batelière liégeoise : un emploi." },
  noise: { questionText: "La session se2014 a vu passer 31 barges." },
} as const satisfies Record<string, Partial<ParsedQuestion>>;

type Name = keyof typeof QUESTIONS;
const NAMES = Object.keys(QUESTIONS) as Name[];

const stored = NAMES.map((name, i) =>
  aQuestion({
    ...quiet,
    sourceId: String(800_000 + i),
    officialNumber: 700 + i,
    officialReference: `${700 + i} (2013-2014) 1`,
    tabledOn: day(`2014-01-${String(10 + i).padStart(2, "0")}`),
    ...QUESTIONS[name],
  }),
);

/** What a search finds, in any order: all of it, and nothing else. */
const FOUND: readonly [typed: string, found: readonly Name[], rule: string][] = [
  [
    "éoliennes",
    ["wind", "windAsked", "windAnswered"],
    "a word is found in all its forms, wherever it stands",
  ],
  ["EOLIENNE", ["wind", "windAsked", "windAnswered"], "case and accents make no difference"],
  ["l’éolienne", ["wind", "windAsked", "windAnswered"], "an elided article says nothing"],
  ["éol*", ["wind", "windAsked", "windAnswered"], "a beginning finds what goes on from it"],
  ["logem*", ["seat"], "a beginning may be longer than the stem"],
  ["batel*", ["acronym", "seat", "seats"], "a beginning goes on as it will"],
  ["d*", [], "one letter is no beginning"],
  ['"logement préc*"', ["seat"], "a phrase may end in a beginning"],
  ["emplois", ["seat", "seats"], "plurals that end in -is are plurals"],
  ["liégeoise", ["seat", "seats"], "feminines of -is are the same word"],
  ["éolienne verger", ["windAsked"], "all words must be found"],
  ["éolienne les de la", ["wind", "windAsked", "windAnswered"], "words that say nothing are not asked for"],
  ["economie sociale", ["economy", "apart"], "words may stand apart"],
  ['"économie sociale"', ["economy"], "a phrase must stand as it is"],
  ["« économie sociale »", ["economy"], "French quotation marks make a phrase"],
  ['"parc éolien"', ["windAnswered"], "a phrase is found in an answer"],
  ['"ancre combien"', [], "no phrase reaches from the title into the question"],
  ["verger OR hiver", ["windAsked", "windAnswered"], "either word is enough"],
  ["verger OU hiver", ["windAsked", "windAnswered"], "OR speaks French"],
  ["éolienne -verger", ["wind", "windAnswered"], "what must not be found is left out"],
  ['bateau -"bateau lavoir"', ["school"], "a phrase may be left out"],
  ["bateau-lavoir", ["barge"], "a hyphenated word is a phrase"],
  ["Sart-Dieu", ["slash"], "a slash parts words"],
  ["CVF", ["acronym", "council"], "an acronym finds what it stands for, dots or not"],
  ["conseil des voies fluviales", ["acronym", "council"], "what an acronym stands for finds the acronym"],
  ["œuvre", ["gone"], "ligatures are letters"],
  ["oeuvre", ["gone"], "letters are ligatures"],
  ["31 (se2014)", ["referred"], "a reference is a phrase"],
  ["12500", ["gone"], "a number is found with its groups of digits"],
  ["Vermeil éolienne", ["wind", "windAsked", "windAnswered"], "names are searched too"],
  ['"ministre des passerelles" -éol*', NAMES.filter((name) => !name.startsWith("wind")), "so are offices"],
  ["de la les", [], "words that say nothing find nothing"],
  ["!!! & | ( : *", [], "signs find nothing, and are no fault"],
  ['(éolienne "verger', ["windAsked"], "what is not closed is searched as words"],
  ["éolienne &", ["wind", "windAsked", "windAnswered"], "signs beside words are left out"],
];

const nameOf = (sourceId: string) => NAMES[Number(sourceId) - 800_000]!;

for (const { engine, fresh } of databaseEngines) {
  suite(`a search (${engine})`, () => {
    const owner = suiteOwner();
    let readers: ReturnType<typeof readersOf>;
    before(async () => {
      const db = await fresh(owner);
      await store(db, stored);
      readers = readersOf(db);
    });

    const list = async (
      typed: string,
      { exact = false, ...filter }: QuestionFilter & { exact?: boolean } = {},
    ) => {
      const { words } = await readers.search.understand(typed, { exact });
      const page = { ...FIRST_PAGE, sort: "relevance", facets: true } as const;
      return readers.questions.listQuestions({ ...filter, words }, page);
    };
    const found = async (...asked: Parameters<typeof list>) =>
      (await list(...asked)).items.map(({ sourceId }) => nameOf(sourceId));

    for (const [typed, names, rule] of FOUND) {
      test(`for ${typed}: ${rule}`, async () => {
        assert.deepEqual((await found(typed)).sort(), [...names].sort());
        assert.equal((await list(typed)).total, names.length);
      });
    }

    test("puts the title before the question and the question before the answer", async () => {
      assert.deepEqual(await found("éolienne"), ["wind", "windAsked", "windAnswered"]);
    });

    test("puts the newer of two that are as relevant first", async () => {
      assert.deepEqual(await found('"ministre des passerelles" objet -éol* -session'), [
        ...["seats", "seat", "referred", "gone", "barge", "slash", "acronym", "council", "apart"],
      ]);
    });

    test("puts words that stand together before words apart", async () => {
      assert.deepEqual(await found("economie sociale"), ["economy", "apart"]);
    });

    test("is narrowed by every filter", async () => {
      assert.deepEqual(await found("éolienne", { states: ["answered"] }), ["windAnswered"]);
      assert.deepEqual(await found("éolienne", { tabledTo: day("2014-01-10") }), ["wind"]);
    });

    test("leaves synonyms out where it is to be exact", async () => {
      assert.deepEqual(await found("CVF", { exact: true }), ["acronym"]);
    });

    test("says what else was searched, and what was not", async () => {
      const { alsoSearched, ignored } = await readers.search.understand("le CVF le les*", { exact: false });
      assert.deepEqual([alsoSearched, ignored], [["conseil des voies fluviales"], ["le"]]);
    });

    test("counts what it finds by facets", async () => {
      const { facets, total } = await list("éolienne");
      assert.deepEqual([facets?.counted, facets?.areComplete, total], [3, true, 3]);
      assert.deepEqual(facets?.values.state, [
        { value: "open", label: "open", count: 2 },
        { value: "answered", label: "answered", count: 1 },
      ]);
      assert.deepEqual(facets?.values.minister, [
        { value: "lambrecht-aurore", label: "LAMBRECHT Aurore", count: 3 },
      ]);
      assert.deepEqual(facets?.values.year, [{ value: "2014", label: "2014", count: 3 }]);
      assert.deepEqual(
        facets?.values.portfolio.map(({ value, count }) => [value, count]),
        [
          ["ecluses", 3],
          ["passerelles", 3],
        ],
      );
    });

    test("proposes a word of the register for one that no question has", async () => {
      const search = await readers.search.understand("écolienes du vrger", { exact: false });
      const meant = await readers.search.findMisspellings(search);
      assert.deepEqual(meant, [
        { typed: "ecolienes", meant: "éoliennes" },
        { typed: "vrger", meant: "verger" },
      ]);
    });

    test("proposes nothing for words that are found, excluded or beginnings", async () => {
      const search = await readers.search.understand("éolienne -vergé coopz* xyzzyx", { exact: false });
      assert.deepEqual(await readers.search.findMisspellings(search), []);
    });

    test("marks what it found, in the title and in a passage", async () => {
      const search = await readers.search.understand("éolienne", { exact: false });
      const { items } = await list("éolienne");
      const highlights = await readers.search.readHighlights(
        search,
        items.map(({ id }) => id),
      );
      assert.deepEqual(
        items.map(({ id }) => highlights.get(id)),
        [
          { title: "Les <mark>éoliennes</mark> de Haute-Ancre", excerpt: null, excerptFrom: null },
          {
            title: null,
            excerpt: "Une <mark>éolienne</mark> projette son ombre sur le verger communal.",
            excerptFrom: "question",
          },
          {
            title: null,
            excerpt: "Le parc <mark>éolien</mark> sera démonté avant l’hiver.",
            excerptFrom: "answer",
          },
        ],
      );
    });
  });
}
