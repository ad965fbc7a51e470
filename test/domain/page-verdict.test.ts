import assert from "node:assert/strict";
import { test } from "node:test";
import { judgePage, type KnownVersion, type PageOrigin } from "../../src/domain/page-verdict.ts";
import type { ParsedQuestion } from "../../src/domain/parsed-question.ts";
import { contentOf } from "../../src/domain/question-content.ts";
import { aHoldingAnswer, anAnswer, aQuestion, day } from "../helpers/questions.ts";

const version = (sha256: string, overrides: Partial<ParsedQuestion> = {}): KnownVersion => ({
  sha256,
  content: contentOf(aQuestion(overrides)),
});
const nameAlone = { ...aQuestion().addressedTo, office: null };
const open = version("a");
const retitled = version("b", { title: "autre titre" });
const answered = version("c", { answers: [anAnswer()] });
const holding = version("d", { answers: [aHoldingAnswer()] });

const JUDGED: readonly (readonly [string, KnownVersion[], KnownVersion, PageOrigin, string])[] = [
  ["the present version again", [open], open, "file", "same"],
  ["other bytes of the same content", [open], { ...open, sha256: "z" }, "source", "same"],
  ["something new", [open], answered, "file", "changed"],
  ["less than the present version", [open, answered], open, "file", "poorer"],
  ["less than the present version, on the site", [open, answered], open, "source", "poorer"],
  ["an earlier version in a file", [open, retitled], open, "file", "earlier"],
  [
    "a page of the same day, but of another number, author and title",
    [open],
    version("z", { officialNumber: 999, askedBy: "DUCHÊNE Honoré", title: "tout autre chose" }),
    "source",
    "another",
  ],
  [
    "a page with number and author put right",
    [open],
    version("z", { officialNumber: 999, askedBy: "DUCHÊNE Honoré" }),
    "source",
    "changed",
  ],
  ["an earlier version in another file", [open, retitled], { ...open, sha256: "z" }, "file", "earlier"],
  [
    "the bytes of an earlier version, read otherwise",
    [open, retitled],
    { ...answered, sha256: "a" },
    "file",
    "earlier",
  ],
  [
    "an earlier version that tells an office beside",
    [
      version("a", { addressedTo: nameAlone }),
      version("b", { title: "autre titre", addressedTo: nameAlone }),
    ],
    { ...open, sha256: "z" },
    "file",
    "earlier",
  ],
  [
    "the bytes of the present version, which leave out what other bytes told",
    [open, version("b", { title: "autre titre" })],
    version("b", { title: "autre titre", addressedTo: nameAlone }),
    "file",
    "same",
  ],
  ["an earlier version on the site", [open, retitled], open, "source", "changed"],
  ["the bytes of the present version, read as less", [answered], { ...open, sha256: "c" }, "file", "changed"],
];

for (const [rule, versions, page, origin, expected] of JUDGED) {
  test(`${rule}: ${expected}`, () => {
    assert.equal(judgePage({ versions, firstReplyOn: null }, { ...page, origin }).verdict, expected);
  });
}

test("an earlier version is told by its number, the latest where there are several", () => {
  const verdict = judgePage(
    { versions: [open, retitled, open, retitled], firstReplyOn: null },
    { ...open, origin: "file" },
  );
  assert.deepEqual(verdict, { verdict: "earlier", revision: 3 });
});

test("a holding answer that gave way carries its date, and tells no correction", () => {
  const verdict = judgePage(
    { versions: [holding], firstReplyOn: day("2014-02-18") },
    { ...answered, origin: "file" },
  );
  assert.ok(verdict.verdict === "changed");
  assert.equal(verdict.carriedOn, "2014-02-18");
  assert.deepEqual(verdict.events, [{ kind: "answered", occurredOn: "2014-02-24" }]);
});

test("a date misread in the same bytes is not carried, one carried before is", () => {
  const misread = { ...holding, sha256: "c" };
  const read = { ...answered, origin: "file" } as const;
  const carriedOn = (firstReplyOn: string, present: KnownVersion) => {
    const verdict = judgePage({ versions: [present], firstReplyOn: day(firstReplyOn) }, read);
    return verdict.verdict === "changed" ? verdict.carriedOn : undefined;
  };
  assert.equal(carriedOn("2014-02-18", misread), null);
  assert.equal(carriedOn("2014-02-10", misread), "2014-02-10");
});
