import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { suite, test } from "node:test";
import { wallonia } from "../../../src/sources/wallonia/index.ts";
import { projectRoot } from "../../helpers/source-files.ts";
import { judgeText } from "./labelled-examples.ts";

/** Real pages are other people's words: they lie beside the project, not in it. */
const SHARED = join(projectRoot, "../shared/corpus");
const skip = existsSync(SHARED) ? false : "no ../shared beside the project: real answers not judged";

/** All other answers of the corpus answer, two of them (50027, 50039) in one or two short sentences. */
const OTHERS: Readonly<Record<string, string>> = {
  "50002": "holding",
  "50020": "referral",
  "50029": "notCompetent",
  "50035": "notCompetent",
};

suite("real answers", { skip }, () => {
  for (const rendering of ["html", "text"]) {
    test(`the 22 of autumn 2013 are judged as read by people, in ${rendering}`, () => {
      const folder = join(SHARED, "autumn-2013", rendering);
      const answers = readdirSync(folder).flatMap((name) => answersOf(join(folder, name)));
      assert.equal(answers.length, 22);
      for (const { id, nature } of answers) assert.equal(nature, OTHERS[id] ?? "substantive", id);
    });
  }

  test("print page 50370 promises an answer under the heading of one", () => {
    assert.deepEqual(
      answersOf(join(SHARED, "print-pages/PW_50370.html")).map(({ nature }) => nature),
      ["holding"],
    );
  });
});

/** The natures of the answers on a page, each resting on words of its text. */
function answersOf(location: string) {
  const { sourceId, answers } = wallonia.parse({ bytes: readFileSync(location), location });
  return answers.map(({ text }) => {
    const { nature, evidence } = judgeText(text);
    assert.equal(evidence.length === 0, nature === "substantive");
    for (const words of evidence) assert.ok(text.includes(words), words);
    return { id: sourceId ?? "", nature };
  });
}
