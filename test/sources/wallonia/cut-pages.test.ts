import assert from "node:assert/strict";
import { suite, test } from "node:test";
import type { ParsedQuestion } from "../../../src/domain/parsed-question.ts";
import { ParseError } from "../../../src/errors.ts";
import { wallonia } from "../../../src/sources/wallonia/index.ts";
import { aHoldingAnswer, anAnswer, aQuestion } from "../../helpers/questions.ts";
import { RENDERINGS, type Rendering } from "../../helpers/render-question.ts";

const question = aQuestion({
  sourceId: null,
  announcedItems: 3,
  questionText: "Deux écluses.\n\n• l'une ;\n• l'autre.",
  answers: [
    aHoldingAnswer({ attachments: [{ label: "Annexe [PDF]", url: "http://example.org/9.pdf" }] }),
    anAnswer(),
  ],
});

/** A text has no end to miss, and neither has HTML without a single end tag that must be there. */
const endless = ["text", "flat headings and paragraphs"];

suite("a page cut off at any character", () => {
  for (const rendering of RENDERINGS.filter(({ name }) => !endless.includes(name))) {
    test(`is refused or says all, as ${rendering.name}`, () => {
      const page = rendering.render(question);
      for (let length = 1; length < page.length; length += 1) {
        const outcome = outcomeOf(page.slice(0, length));
        if (outcome instanceof ParseError) continue;
        // Half a tag behind the record may still be warned of.
        assert.deepEqual(
          { ...outcome, warnings: [] },
          rendering.shows(question),
          page.slice(0, length).slice(-80),
        );
      }
    });
  }

  test("is refused for the field it breaks off in", () => {
    assert.deepEqual(fieldsAfter("print page", "Deux éc"), ["questionText"]);
    assert.deepEqual(fieldsAfter("print page", "Une réponse compl"), ["answers[0].text"]);
    assert.deepEqual(fieldsAfter("print page", "Les travaux"), ["answers[1].text"]);
    assert.deepEqual(fieldsAfter("print page", "l'autre.</li></ul>"), ["answers"]);
    assert.deepEqual(fieldsAfter("print page", "de VERMEIL Odette</li>"), ["addressedTo", "questionText"]);
    assert.deepEqual(fieldsAfter("text", "de VERMEIL Odette"), ["addressedTo"]);
    assert.deepEqual(fieldsAfter("text", "217"), ["tabledOn"]);
  });
});

function fieldsAfter(name: string, words: string): unknown {
  const page = RENDERINGS.find((rendering: Rendering) => rendering.name === name)?.render(question) ?? "";
  const outcome = outcomeOf(page.slice(0, page.indexOf(words) + words.length));
  return outcome instanceof ParseError && outcome.code === "incomplete" ? outcome.context["fields"] : outcome;
}

function outcomeOf(page: string): ParsedQuestion | ParseError {
  try {
    return wallonia.parse({ bytes: Buffer.from(page), location: "page.html" });
  } catch (error) {
    if (error instanceof ParseError) return error;
    throw error;
  }
}
