import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { suite, test } from "node:test";
import fc from "fast-check";
import { ParseError } from "../../../src/errors.ts";
import { wallonia } from "../../../src/sources/wallonia/index.ts";
import { HOSTILE_PAGES } from "../../helpers/hostile-pages.ts";
import { listFiles, projectRoot } from "../../helpers/source-files.ts";

/** The project promises a second for a megabyte; a slow machine under load is given three. */
const LIMIT_MS = 3000;

const fixtures = listFiles("test/fixtures/wallonia")
  .filter((file) => !file.endsWith(".json"))
  .map((file) => readFileSync(join(projectRoot, file)));
const parts = [
  ...[
    "<li>",
    "</li>",
    "<ul>",
    "</ul>",
    "<div>",
    "</div>",
    "<p>",
    "<br>",
    "<table><tr><td>",
    "<h5>",
    "</h5>",
    "<svg>",
    "<!--",
  ],
  ...["<script>", "<a href='", "<textarea>", "&#0;", "&", "\0", "\u00a0", "\u2028", "\ufeff", "  • ", "\n\n"],
  ...[
    "Question écrite du 04/02/2014",
    "Réponse du 24/02/2014",
    "Réponse du 31/02/",
    "de NOIRFALISE Odon",
    "à ",
  ],
  ...["Session : 2013-2014", "Année : ", "N° : 1 (2013-2014) 1", "3 élément(s) trouvé(s)."],
].map((part) => Buffer.from(part));

suite("hostile pages", () => {
  for (const [name, page] of HOSTILE_PAGES) {
    test(`of ${name} are read or refused at once`, () => {
      const bytes = Buffer.from(page);
      const begin = performance.now();
      outcomeOf(bytes);
      const took = performance.now() - begin;
      assert.ok(took < LIMIT_MS, `${Math.round(took)} ms for ${bytes.length} bytes`);
    });
  }
});

suite("damaged pages", () => {
  const place = fc.double({ min: 0, max: 1, noNaN: true });
  const fixture = fc.constantFrom(...fixtures);

  test("cut anywhere, are read or refused", () => {
    const cut = fc.tuple(fixture, place, place).map(([page, from, to]) => {
      const [first, last] = [from * page.length, to * page.length].sort((one, other) => one - other);
      return page.subarray(first, last);
    });
    fc.assert(
      fc.property(cut, (page) => isReadOrRefused(page)),
      { numRuns: 500 },
    );
  });

  test("with any bytes changed, are read or refused", () => {
    const changes = fc.array(fc.tuple(place, fc.nat(255)), { minLength: 1, maxLength: 20 });
    const changed = fc.tuple(fixture, changes).map(([page, list]) => {
      const copy = Buffer.from(page);
      for (const [at, value] of list) copy[Math.floor(at * copy.length)] = value;
      return copy;
    });
    fc.assert(
      fc.property(changed, (page) => isReadOrRefused(page)),
      { numRuns: 500 },
    );
  });

  test("with tags and words of the grammar put in anywhere, are read or refused", () => {
    const insertions = fc.array(fc.tuple(place, fc.constantFrom(...parts)), { minLength: 1, maxLength: 12 });
    const swollen = fc.tuple(fixture, insertions).map(([page, list]) =>
      list.reduce((whole, [at, part]) => {
        const middle = Math.floor(at * whole.length);
        return Buffer.concat([whole.subarray(0, middle), part, whole.subarray(middle)]);
      }, page),
    );
    fc.assert(
      fc.property(swollen, (page) => isReadOrRefused(page)),
      { numRuns: 500 },
    );
  });

  test("with tags lost, doubled and swapped, are read or refused", () => {
    const fates = fc.array(fc.tuple(place, fc.constantFrom("lost", "doubled", "swapped")), { maxLength: 12 });
    const muddled = fc.tuple(fixture, fates).map(([page, list]) => {
      const pieces = page.toString("latin1").split(/(?=<)|(?<=>)/);
      for (const [at, fate] of list) {
        const i = Math.floor(at * pieces.length);
        const piece = pieces[i] ?? "";
        if (fate === "lost") pieces[i] = "";
        else if (fate === "doubled") pieces[i] = piece + piece;
        else pieces.splice(i, 2, pieces[i + 1] ?? "", piece);
      }
      return Buffer.from(pieces.join(""), "latin1");
    });
    fc.assert(
      fc.property(muddled, (page) => isReadOrRefused(page)),
      { numRuns: 500 },
    );
  });

  test("made of any bytes, are read or refused, whatever encoding they come with", () => {
    const bytes = fc.uint8Array({ maxLength: 400 });
    const charset = fc.constantFrom(
      "",
      "; charset=utf-8",
      "; charset=iso-8859-1",
      "; charset=utf-16",
      "; charset=x",
    );
    fc.assert(
      fc.property(bytes, charset, (page, name) => isReadOrRefused(page, `text/html${name}`)),
      { numRuns: 1000 },
    );
  });

  test("made of any words of the grammar, are read or refused", () => {
    const page = fc.array(fc.constantFrom(...parts), { maxLength: 40 }).map((list) => Buffer.concat(list));
    fc.assert(
      fc.property(page, (page) => isReadOrRefused(page)),
      { numRuns: 1000 },
    );
  });
});

/** The record, or the refusal; anything else that is thrown goes on. */
function outcomeOf(bytes: Uint8Array, contentType?: string) {
  try {
    return wallonia.parse({
      bytes,
      location: "page.html",
      ...(contentType === undefined ? {} : { contentType }),
    });
  } catch (error) {
    if (error instanceof ParseError) return error;
    throw error;
  }
}

/** A refusal says why; a record has all it must have. */
function isReadOrRefused(bytes: Uint8Array, contentType?: string): void {
  const outcome = outcomeOf(bytes, contentType);
  if (outcome instanceof ParseError) {
    assert.match(outcome.message, /\p{Ll}{4}/u);
    return;
  }
  const { title, session, officialReference, askedBy, addressedTo, answers } = outcome;
  assert.ok([title, session, officialReference, askedBy, addressedTo.name].every((text) => text !== ""));
  assert.ok(
    answers.every(({ answeredBy, answeredOn }) => answeredBy !== "" && /^\d{4}-\d\d-\d\d$/.test(answeredOn)),
  );
  assert.doesNotMatch(JSON.stringify(outcome), /\\u0000/, "no text of a database holds it");
}
