import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import { ParseError } from "../../../src/errors.ts";
import { wallonia } from "../../../src/sources/wallonia/index.ts";
import { aHoldingAnswer, anAnswer, aQuestion } from "../../helpers/questions.ts";
import { RENDERINGS } from "../../helpers/render-question.ts";

/** Words that stand nowhere else, to be found again. */
const body = (name: string) =>
  `${name}un ${name}deux\n${name}trois\n\n• ${name}quatre\n• ${name}cinq\n\n${name}six ${name}sept`;
const question = aQuestion({
  sourceId: null,
  questionText: body("q"),
  answers: [aHoldingAnswer({ text: body("p") }), anAnswer({ text: body("r") })],
});
const words = ["q", "p", "r"].flatMap((name) =>
  ["un", "deux", "trois", "quatre", "cinq", "six", "sept"].map((word) => name + word),
);

const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const fate = fc.constantFrom(
  ...[
    "lost",
    "doubled",
    "swapped",
    "<div>",
    "</div>",
    "<p>",
    "</p>",
    "<ul>",
    "</ul>",
    "<li>",
    "</li>",
    "</a>",
  ],
  ...[
    "<h5>",
    "</h3>",
    "<table>",
    "<tr>",
    "<td>",
    "</td>",
    "</table>",
    "<br>",
    "<nav>",
    "<footer>",
    "<a href=x>",
  ],
);
const fates = fc.array(fc.tuple(place, fate), { minLength: 1, maxLength: 4 });

suite("a page whose tags are damaged", () => {
  for (const { name, render } of RENDERINGS.filter(({ name }) => name !== "text")) {
    test(`is refused, or none of its words is lost, as ${name}`, () => {
      fc.assert(
        fc.property(fates, (list) => {
          const page = damaged(render(question), list);
          const told = JSON.stringify(outcomeOf(page));
          if (told === undefined) return;
          const lost = words.filter((word) => !told.includes(word));
          assert.deepEqual(lost, [], page);
        }),
        { numRuns: 300 },
      );
    });
  }
});

/**
 * The page with some of its tags lost, doubled, swapped with what follows, or with others put before them.
 */
function damaged(page: string, list: readonly (readonly [number, string])[]): string {
  const start = Math.max(0, page.search(/<body/i));
  const pieces = page.slice(start).split(/(?=<)|(?<=>)/);
  for (const [at, what] of list) {
    const i = Math.floor(at * pieces.length);
    const piece = pieces[i] ?? "";
    const isTag = piece.startsWith("<");
    if (what.startsWith("<")) pieces.splice(i, 0, what);
    else if (isTag && what === "lost") pieces.splice(i, 1);
    else if (isTag && what === "doubled") pieces.splice(i, 0, piece);
    else if (what === "swapped") pieces.splice(i, 2, pieces[i + 1] ?? "", piece);
  }
  return page.slice(0, start) + pieces.join("");
}

/** Undefined for a page that is refused. */
function outcomeOf(page: string) {
  try {
    return wallonia.parse({ bytes: Buffer.from(page), location: "page.html" });
  } catch (error) {
    if (error instanceof ParseError) return undefined;
    throw error;
  }
}
