import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { suite, test } from "node:test";
import type { ParsedQuestion } from "../../../src/domain/parsed-question.ts";
import { ParseError } from "../../../src/errors.ts";
import { wallonia } from "../../../src/sources/wallonia/index.ts";
import { projectRoot } from "../../helpers/source-files.ts";

/** Real pages are other people's words: they lie beside the project, not in it. */
const SHARED = join(projectRoot, "../shared");
const skip = existsSync(join(SHARED, "corpus"))
  ? false
  : "no ../shared beside the project: real pages not read";

/** One line of the database the corpus was rebuilt from. */
interface Truth {
  readonly iddoc: number;
  readonly title: string;
  readonly session: string;
  readonly year: number;
  readonly number: string;
  readonly askedOn: string;
  readonly author: string;
  readonly addressee: string;
  readonly addresseeTitle: string | null;
  readonly answeredOn: string | null;
  readonly answeredBy: string | null;
  readonly questionText: string;
  readonly answerText: string | null;
}

/** A line of `domain/observed-questions.tsv`. */
type Observed = Readonly<Record<string, string>>;

const listPages = (folder: string) =>
  readdirSync(join(SHARED, folder))
    .sort()
    .map((name) => join(SHARED, folder, name));
const parse = (location: string) => wallonia.parse({ bytes: readFileSync(location), location });
const idOf = (page: string) => Number.parseInt(basename(page).replace("PW_", ""), 10);

suite("real pages", { skip }, () => {
  suite("of autumn 2013", () => {
    const truths = skip === false ? readTruth() : new Map<number, Truth>();

    for (const rendering of ["html", "text"]) {
      test(`all 235 say in ${rendering} what the database says`, () => {
        const pages = listPages(`corpus/autumn-2013/${rendering}`);
        assert.equal(pages.length, 235);
        for (const page of pages.filter((page) => basename(page) !== "50323.html")) {
          assert.deepEqual(factsOf(parse(page)), truths.get(idOf(page)), page);
        }
      });
    }

    test("50323 says more than the database, which took the words between two signs for a tag", () => {
      const { questionText, ...facts } = factsOf(parse(join(SHARED, "corpus/autumn-2013/html/50323.html")));
      const [lost, ...others]: readonly string[] = questionText.match(/<[^>]*>/g) ?? [];
      assert.ok(lost?.startsWith("< 10 kWc") && others.length === 0);
      assert.deepEqual(
        { ...facts, questionText: fold(questionText.replace(lost ?? "", "")) },
        truths.get(50323),
      );
    });

    test("none gives a warning", () => {
      const pages = ["html", "text"].flatMap((rendering) => listPages(`corpus/autumn-2013/${rendering}`));
      assert.deepEqual(
        pages.flatMap((page) => parse(page).warnings),
        [],
      );
    });
  });

  test("the three print pages are read as published", () => {
    const [saved, open, answered] = listPages("corpus/print-pages").map(parse);
    assert.deepEqual(
      [saved, open, answered].map((question) => [
        question?.sourceId,
        question?.tabledOn,
        question?.answers.length,
      ]),
      [
        ["36256", "2011-08-29", 1],
        ["50054", "2013-09-13", 0],
        ["50370", "2013-10-04", 1],
      ],
    );
    assert.equal(saved?.answers[0]?.answeredBy, "FURLAN Paul");
    assert.equal(answered?.answers[0]?.answeredOn, "2013-10-25");
    assert.equal(
      answered.answers[0].kind,
      "answer",
      "its heading does not say that it holds nothing but a promise",
    );
    assert.deepEqual(
      [saved, open, answered].flatMap((question) => question?.warnings),
      [],
    );
  });

  test("the 48 skeletons say who asked whom and when, as was observed", () => {
    const observed = skip === false ? readObserved() : new Map<number, Observed>();
    const pages = listPages("corpus/skeletons");
    assert.equal(pages.length, 48);
    for (const page of pages) {
      const question = parse(page);
      const row = observed.get(idOf(page));
      assert.deepEqual(headerOf(question), expectedHeader(row), page);
      const [answer] = question.answers;
      if (answer === undefined) continue;
      assert.deepEqual(
        [answer.answeredOn, answer.answeredBy],
        [row?.["answered_on"], row?.["answered_by"]],
        page,
      );
    }
  });

  test("of the five founding documents two are questions, three are none of ours", () => {
    const outcomes = listPages("seeds").map((page) => {
      try {
        const { sourceId, officialReference } = parse(page);
        return { sourceId, officialReference };
      } catch (error) {
        return error instanceof ParseError ? error.code : error;
      }
    });
    assert.deepEqual(outcomes, [
      { sourceId: null, officialReference: "31 (se2014) 1" },
      "not_a_question",
      "not_a_question",
      "not_a_question",
      { sourceId: null, officialReference: "238 (2023-2024) 1" },
    ]);
  });
});

const headerOf = (question: ParsedQuestion) => ({
  session: question.session,
  officialReference: question.officialReference,
  tabledOn: question.tabledOn,
  askedBy: question.askedBy,
  addressedTo: question.addressedTo.name,
  office: question.addressedTo.office,
});

const expectedHeader = (row: Observed | undefined) => ({
  session: row?.["session"],
  officialReference: row?.["official_reference"],
  tabledOn: row?.["tabled_on"],
  askedBy: row?.["asked_by"],
  addressedTo: row?.["addressed_to"],
  office: row?.["office"],
});

/** What the database says of a question, from a page. */
function factsOf(question: ParsedQuestion): Truth {
  const [answer] = question.answers;
  return {
    iddoc: Number(question.sourceId),
    title: fold(question.title),
    session: question.session,
    year: question.year,
    number: question.officialReference,
    askedOn: question.tabledOn,
    author: question.askedBy,
    addressee: question.addressedTo.name,
    addresseeTitle: question.addressedTo.office,
    answeredOn: answer?.answeredOn ?? null,
    answeredBy: answer?.answeredBy ?? null,
    questionText: fold(question.questionText),
    answerText: answer === undefined ? null : fold(answer.text),
  };
}

/** White space was kept differently there: blanks are folded on both sides. */
function readTruth(): Map<number, Truth> {
  const lines = readFileSync(join(SHARED, "corpus/autumn-2013/truth.jsonl"), "utf8").trim().split("\n");
  const foldText = (_key: string, value: unknown) => (typeof value === "string" ? fold(value) : value);
  return new Map(
    lines.map((line) => JSON.parse(line, foldText) as Truth).map((truth) => [truth.iddoc, truth]),
  );
}

function readObserved(): Map<number, Observed> {
  const [head, ...rows] = readFileSync(join(SHARED, "domain/observed-questions.tsv"), "utf8")
    .trim()
    .split("\n");
  const names = head?.split("\t") ?? [];
  return new Map(
    rows.map((row) => {
      const values = row.split("\t");
      return [Number(values[0]), Object.fromEntries(names.map((name, i) => [name, values[i] ?? ""]))];
    }),
  );
}

function fold(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
