import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { suite, test } from "node:test";
import { ParseError } from "../../../src/errors.ts";
import type { RawPage } from "../../../src/sources/shared/source.ts";
import { wallonia } from "../../../src/sources/wallonia/index.ts";
import { listFiles, projectRoot } from "../../helpers/source-files.ts";

const FOLDER = "test/fixtures/wallonia";
const EXPECTED = ".expected.json";
/** How a page came, where its bytes and its name do not tell: `{"location", "contentType"}`. */
const REQUEST = ".request.json";

/** Pages without a record have a table of their own. */
const files = listFiles(FOLDER).filter((file) => !file.startsWith(`${FOLDER}/signs/`));
const pages = files.filter((file) => !file.endsWith(".json"));
const beside = (page: string, suffix: string) => page.replace(/\.[a-z]+$/, suffix);
const read = (file: string) => readFileSync(join(projectRoot, file));
const readJson = (file: string): unknown => JSON.parse(read(file).toString());

suite("fixtures", () => {
  test("every expectation has its one page", () => {
    const expected = files.filter((file) => file.endsWith(EXPECTED));
    const requests = files.filter((file) => file.endsWith(REQUEST));
    const owed = pages.map((page) => beside(page, EXPECTED));
    assert.deepEqual(expected.sort(), owed.sort());
    assert.deepEqual(
      requests.filter((file) => !owed.includes(file.replace(REQUEST, EXPECTED))),
      [],
    );
  });

  for (const page of pages) {
    test(page.slice(FOLDER.length + 1), () => {
      const expected = beside(page, EXPECTED);
      assert.ok(files.includes(expected), `no ${expected}: write what the page should give`);
      assert.deepEqual(outcomeOf(page), readJson(expected));
    });
  }
});

/** The record of a page, or the code and the fields of its refusal, as JSON has them. */
function outcomeOf(page: string): unknown {
  const request = beside(page, REQUEST);
  const asked = files.includes(request) ? (readJson(request) as Partial<RawPage>) : {};
  try {
    return wallonia.parse({ bytes: read(page), location: page, ...asked });
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    const { code, context } = error;
    assert.match(error.message, /\p{Ll}{4}/u, "a refusal says why");
    for (const field of fieldsIn(context))
      assert.ok(error.message.includes(field), `${error.message}: ${field}`);
    return { code, ...("fields" in context ? { fields: context["fields"] } : {}) };
  }
}

const fieldsIn = ({ fields }: Readonly<Record<string, unknown>>) =>
  Array.isArray(fields) ? fields.map(String) : [];
