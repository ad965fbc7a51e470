import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import { wallonia } from "../../../src/sources/wallonia/index.ts";
import { arbitraryQuestion } from "../../helpers/arbitrary-question.ts";
import { RENDERINGS } from "../../helpers/render-question.ts";

const parse = (page: string) => wallonia.parse({ bytes: Buffer.from(page), location: "page" });

suite("any question, in any rendering", () => {
  for (const { name, render, shows } of RENDERINGS) {
    test(`comes back whole from its ${name}`, () => {
      fc.assert(
        fc.property(arbitraryQuestion, (question) => {
          assert.deepEqual(parse(render(question)), shows(question));
        }),
        { numRuns: 300 },
      );
    });
  }
});
