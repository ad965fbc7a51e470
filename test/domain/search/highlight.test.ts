import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { decodeHTML } from "entities";
import fc from "fast-check";
import { createFinder, positiveTerms } from "../../../src/domain/search/find-hits.ts";
import { excerptOf, highlightTitle } from "../../../src/domain/search/highlight.ts";
import { parseSearch } from "../../../src/domain/search/parse-search.ts";
import { toyLexemeOf } from "./toy-lexemes.ts";

const finderOf = (typed: string) => createFinder(positiveTerms(parseSearch(typed)), toyLexemeOf);
const titled = (typed: string, title: string) => highlightTitle(title, finderOf(typed));

suite("the terms by which a question may be found", () => {
  test("are those of all clauses that are not excluded", () => {
    assert.deepEqual(
      positiveTerms(parseSearch('pont OR "un gué" -bac nef*')).map(({ words }) => words.join(" ")),
      ["pont", "un gue", "nef"],
    );
  });
});

suite("in a title", () => {
  const RULES = [
    ["a word is marked, whatever its form", "pont", "Les Ponts", "Les <mark>Ponts</mark>"],
    ["without what is elided before it", "école", "L’École.", "L’<mark>École</mark>."],
    ["with all its accents", "foret", "Fore\u0302t !", "<mark>Fore\u0302t</mark> !"],
    ["with the dots of an acronym", "cpas", "Le C.P.A.S.", "Le <mark>C.P.A.S.</mark>"],
    ["each word has its mark", "pont bois", "Pont, bois", "<mark>Pont</mark>, <mark>bois</mark>"],
    ["a phrase has one", '"pont de bois"', "Un pont de bois", "Un <mark>pont de bois</mark>"],
    ["so has a word with a hyphen", "bien-être", "Le bien-être", "Le <mark>bien-être</mark>"],
    ["and a reference", "31 (se2014)", "N° 31 (se2014) 1", "N° <mark>31 (se2014</mark>) 1"],
    [
      "a phrase is marked where it stands alone",
      '"pont de bois"',
      "Bois, pont, pont de bois",
      "Bois, pont, <mark>pont de bois</mark>",
    ],
    [
      "any word stands for one that says nothing",
      '"pont de bois"',
      "Pont sans bois",
      "<mark>Pont sans bois</mark>",
    ],
    ["but not two", '"pont de bois"', "Pont et sans bois", null],
    ["a word that may go on is marked whole", "éol*", "Éolienne", "<mark>Éolienne</mark>"],
    ["but not by its stem", "ponts*", "Pontage", null],
    ["and at the end of a phrase", '"pont éol*"', "Pont éolien", "<mark>Pont éolien</mark>"],
    [
      "what overlaps has one mark",
      '"pont bois" "bois vert" pont',
      "Pont bois vert",
      "<mark>Pont bois vert</mark>",
    ],
    ["any alternative is marked", "gué OR bac", "Bac", "<mark>Bac</mark>"],
    ["what is excluded is not", "pont -bois", "Pont, bois", "<mark>Pont</mark>, bois"],
    ["a word that says nothing is not", "le pont", "Le pont", "Le <mark>pont</mark>"],
    ["nothing is marked where nothing is found", "gué", "Le pont", null],
    ["nor where nothing was sought", "", "Le pont", null],
    [
      "what looks like markup is text",
      "pont",
      `<script>"pont"</script></mark> & l'x`,
      "&lt;script&gt;&quot;<mark>pont</mark>&quot;&lt;/script&gt;&lt;/mark&gt; &amp; l&apos;x",
    ],
  ] as const;

  for (const [rule, typed, title, html] of RULES) {
    test(`${rule}: ${typed}`, () => {
      assert.equal(titled(typed, title), html);
    });
  }
});

suite("an excerpt", () => {
  const excerpt = (typed: string, text: string, length?: number) =>
    excerptOf(text, finderOf(typed), length === undefined ? {} : { length });
  const filler = (words: number) => "reste ".repeat(words);

  test("is the whole of a short text, in one line", () => {
    assert.equal(excerpt("pont", " Un\n\n pont\u00a0 neuf \n"), "Un <mark>pont</mark> neuf");
  });

  test("shows where it is cut, between words", () => {
    const text = `${filler(20)}pont ${filler(20)}`;
    assert.equal(excerpt("pont", text, 24), "… reste <mark>pont</mark> reste …");
    assert.equal(excerpt("pont", `pont ${filler(9)}`, 10), "<mark>pont</mark> reste …");
    assert.equal(excerpt("pont", `${filler(9)}pont`, 10), "… reste <mark>pont</mark>");
  });

  test("is where most of what was sought is, rather than most of one thing", () => {
    const text = `pont pont pont ${filler(60)}pont, gué ${filler(60)}`;
    assert.match(excerpt("pont gué", text, 60)!, /<mark>pont<\/mark>, <mark>gué<\/mark>/);
  });

  test("is the first of those that tell as much", () => {
    assert.match(excerpt("pont", `${filler(60)}premier pont ${filler(60)}second pont`, 60)!, /premier/);
  });

  test("holds the whole of a phrase that is shorter", () => {
    const text = `${filler(60)}pont de bois vert ${filler(60)}`;
    assert.match(excerpt('"pont de bois vert"', text, 18)!, /<mark>pont de bois vert<\/mark>/);
  });

  test("cuts a phrase that is longer, between its words", () => {
    assert.equal(excerpt('"pont bois vert"', "pont bois vert", 12), "<mark>pont bois</mark> …");
  });

  test("cuts a word that is longer, between two characters", () => {
    assert.equal(excerpt("aé*", "aé".repeat(20), 5), "<mark>aéaéa</mark> …");
    assert.equal(excerpt("ae*", "ae\u0301".repeat(20), 5), "<mark>ae\u0301a</mark> …");
    assert.equal(excerpt("a𐐨*", "a𐐨".repeat(20), 5), "<mark>a𐐨a</mark> …");
  });

  test("holds no markup of the text", () => {
    assert.equal(excerpt("pont", "</mark><b>pont"), "&lt;/mark&gt;&lt;b&gt;<mark>pont</mark>");
  });

  test("is none where nothing is found", () => {
    assert.equal(excerpt("gué", filler(50)), null);
    assert.equal(excerpt("gué", ""), null);
  });

  test("is about as long as two lines", () => {
    const shown = excerpt("pont", `${filler(100)}pont ${filler(100)}`)!.replaceAll(/<\/?mark>/g, "");
    assert.ok(shown.length > 200 && shown.length < 230);
  });
});

suite("whatever the text", () => {
  const pieces = [
    "pont",
    "gué",
    " ",
    "\n",
    "<mark>",
    "&amp;",
    "'",
    '"',
    "\u0301",
    "😀",
    "é",
    "reste ",
    "\u00ad",
    "𐐨",
  ];
  const someText = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((all) => all.join(""));
  const find = finderOf("pont gu* é");
  /** The text of what was marked, if it holds no markup beside the marks. */
  function read(html: string): string {
    const plain = html.replaceAll(/<mark>([^<>]+)<\/mark>/g, "$1");
    assert.doesNotMatch(plain, /[<>"']/);
    return decodeHTML(plain);
  }

  test("a title is told to the letter", () => {
    fc.assert(
      fc.property(someText, (title) => {
        const html = highlightTitle(title, find);
        if (html === null) assert.equal(find(title).length, 0);
        else assert.equal(read(html), title);
      }),
    );
  });

  test("an excerpt is a stretch of it, and cuts no character", () => {
    fc.assert(
      fc.property(someText, fc.integer({ min: 1, max: 60 }), (text, length) => {
        const html = excerptOf(text, find, { length });
        if (html === null) return assert.equal(find(text).length, 0);
        const shown = read(html).replace(/^… /, "").replace(/ …$/, "");
        const line = text.replaceAll(/\s+/g, " ");
        const place = line.indexOf(shown);
        assert.ok(place >= 0);
        assert.ok(shown.isWellFormed());
        assert.ok(html.includes("<mark>"));
      }),
      { numRuns: 1000 },
    );
  });
});
