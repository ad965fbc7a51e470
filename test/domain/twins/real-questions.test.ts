import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { Lexicon } from "../../../src/domain/twins/lexicon.ts";
import { findTwinScore } from "../../../src/domain/twins/twin-score.ts";
import { TwinSide } from "../../../src/domain/twins/twin-side.ts";
import { wallonia } from "../../../src/sources/wallonia/index.ts";
import { projectRoot } from "../../helpers/source-files.ts";

/** Real pages are other people's words: they lie beside the project, not in it. */
const SHARED = join(projectRoot, "../shared/corpus");
const skip = existsSync(SHARED) ? false : "no ../shared beside the project: real questions not compared";

/**
 * Put to two ministers, by one author, under one title. All others that are alike are no twins by note 23: one
 * request for each of 21 communes, one for each of three provinces, two of a series.
 */
const TWINS = ["50029 50128", "50152 50155", "50177 50194", "50179 50192", "50219 50228"];

for (const rendering of ["html", "text"]) {
  test(`the twins of autumn 2013 are found, and no others, in ${rendering}`, { skip }, () => {
    const lexicon = new Lexicon();
    const folder = join(SHARED, "autumn-2013", rendering);
    const questions = readdirSync(folder).map((name) => {
      const location = join(folder, name);
      const { sourceId, ...question } = wallonia.parse({ bytes: readFileSync(location), location });
      return { id: sourceId ?? "", side: new TwinSide(question, lexicon) };
    });
    assert.equal(questions.length, 235);
    const pairs = questions.flatMap((one, place) =>
      questions
        .slice(place + 1)
        .filter((other) => findTwinScore(one.side, other.side) !== null)
        .map((other) => [one.id, other.id].sort().join(" ")),
    );
    assert.deepEqual(pairs.sort(), TWINS);
  });
}
