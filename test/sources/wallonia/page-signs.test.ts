import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { suite, test } from "node:test";
import fc from "fast-check";
import { ParseError } from "../../../src/errors.ts";
import type { RawPage } from "../../../src/sources/shared/source.ts";
import { wallonia } from "../../../src/sources/wallonia/index.ts";
import { HOSTILE_PAGES } from "../../helpers/hostile-pages.ts";
import { aHoldingAnswer, anAnswer, aQuestion } from "../../helpers/questions.ts";
import { RENDERINGS } from "../../helpers/render-question.ts";
import { listFiles, projectRoot } from "../../helpers/source-files.ts";

const FOLDER = "test/fixtures/wallonia";
const SIGNS = `${FOLDER}/signs`;
const SHARED = join(projectRoot, "../shared");
const LIMIT_MS = 3000;

/** Each page of the folder of signs, and what it shows in the place of a record. */
const SHOWN = {
  absent: [
    "absent-404-in-frame.html",
    "absent-by-server.html",
    "absent-count-in-frame.html",
    "absent-file-by-server.html",
    "absent-names-in-frame.html",
    "absent-no-result.html",
    "absent-print-empty.html",
    "absent-print-names-in-table.html",
    "absent-print-sentence.html",
  ],
  challenge: [
    "challenge-browser-check.html",
    "challenge-checkbox-without-words.html",
    "challenge-checkbox.html",
    "challenge-cut.html",
    "challenge-empty-incident.html",
    "challenge-in-english.html",
    "challenge-in-frame.html",
  ],
  login: ["login-by-server.html", "login-form.html", "login-in-frame.html", "login-in-words.html"],
  maintenance: [
    "maintenance-because.html",
    "maintenance-fragment.html",
    "maintenance-gateway.html",
    "maintenance-in-english.html",
    "maintenance-in-frame.html",
    "maintenance-latin1.html",
    "maintenance-line.txt",
    "maintenance-unavailable.html",
  ],
  nothing: [
    "none-announced-maintenance.html",
    "none-bridge-in-maintenance.html",
    "none-captcha-cut.html",
    "none-fields-without-items.html",
    "none-frame-program-failed.html",
    "none-guarded-but-shown.html",
    "none-impossible-date.html",
    "none-login-in-window.html",
    "none-long-page.html",
    "none-maintenance-cut-before-people.html",
    "none-maintenance-cut-in-title.html",
    "none-maintenance-in-frame-cut.html",
    "none-oral-question-on-captchas.html",
    "none-print-by-script.html",
    "none-print-cut-in-container.html",
    "none-print-cut-in-fields.html",
    "none-print-cut-in-head.html",
    "none-print-picture.html",
    "none-print-program-failed.html",
    "none-print-title-alone.html",
    "none-search-form.html",
    "none-single-page-app.html",
    "none-text-of-record-cut.txt",
    "none-too-deep.html",
    "none-values-below-names.html",
    "none-year-alone.html",
  ],
} as const;

/** The refused pages of the other fixtures that show no record. */
const WITHOUT_RECORD: Readonly<Record<string, string>> = {
  "other-unknown-id.html": "absent",
  "other-empty-frame.html": "absent",
  "other-homepage.html": "absent",
};

const ADDRESS = wallonia.urlOf("9910006");
const read = (file: string) => readFileSync(join(projectRoot, file));
const signOf = (page: string | Uint8Array, location = ADDRESS) =>
  wallonia.findPageSign({ bytes: typeof page === "string" ? Buffer.from(page) : page, location });
const listPages = (folder: string) => listFiles(folder).filter((file) => !file.endsWith(".json"));

suite("what a page shows in the place of a record", () => {
  for (const [sign, names] of Object.entries(SHOWN)) {
    for (const name of names) {
      test(`${name} shows ${sign}`, () => {
        assert.equal(signOf(read(`${SIGNS}/${name}`)) ?? "nothing", sign);
      });
    }
  }

  test("is told of every page of the folder, none of which is read as a question", () => {
    const pages = listPages(SIGNS);
    assert.deepEqual(pages.map((page) => basename(page)).sort(), Object.values(SHOWN).flat().sort());
    for (const page of pages) assert.ok(!isRead({ bytes: read(page), location: ADDRESS }), page);
  });

  test("is nothing where the bytes say nothing, or cannot be read", () => {
    const gone = "<h1>Site en maintenance</h1>";
    assert.equal(signOf(gone), "maintenance");
    for (const page of ["", " \r\n\t\u00a0", "\0\u0001\u0002".repeat(9)]) assert.equal(signOf(page), null);
    const contentType = "text/html; charset=utf-8";
    const bytes = Buffer.from(`${gone}<p>réessayez`, "latin1");
    assert.equal(wallonia.findPageSign({ bytes, location: ADDRESS, contentType }), null);
  });

  test("is nothing on a page longer than any that has nothing to show", () => {
    const notice = (length: number) => `<h1>Site en maintenance</h1><!--${"-".repeat(length)}-->`;
    assert.equal(signOf(notice(400_000)), "maintenance");
    assert.equal(signOf(notice(600_000)), null);
  });

  test("is found behind a long script", () => {
    const script = `<script>var a=[${'"<div class=modal>",'.repeat(15_000)}]</script>`;
    assert.equal(
      signOf(`<html><head>${script}</head><body><p>Êtes-vous un robot ?</body></html>`),
      "challenge",
    );
    assert.equal(signOf(`<html><body>${script}<script>gokuProps={}</script></body></html>`), "challenge");
    assert.equal(signOf(`<html><body>${script}</body></html>`), null);
  });
});

suite("the front page in the place of a record", () => {
  const front = read(`${FOLDER}/other-homepage.html`);
  const cases: readonly [location: string, sign: string | null][] = [
    ["https://www.parlement-wallonie.be/", "absent"],
    ["https://www.parlement-wallonie.be", "absent"],
    ["http://127.0.0.1:8080/index.php", "absent"],
    ["https://www.parlement-wallonie.be/pwpages", "absent"],
    ["https://www.parlement-wallonie.be/?iddoc=12", null],
    ["https://www.parlement-wallonie.be/actualites", null],
    ["index.html", null],
    [ADDRESS, null],
  ];
  for (const [location, sign] of cases) {
    test(`at ${location} shows ${sign ?? "nothing"}`, () => assert.equal(signOf(front, location), sign));
  }

  test("is no front page without its links, or where it breaks off", () => {
    assert.equal(signOf("<html><body><p>Bonjour</p></body></html>", "https://example.org/"), null);
    assert.equal(signOf(front.subarray(0, front.length - 400), "https://example.org/"), null);
  });
});

suite("a page with a record shows nothing in its place", () => {
  test("whichever fixture it is", () => {
    const pages = listPages(FOLDER).filter((page) => !page.startsWith(SIGNS));
    for (const location of pages) {
      const request = location.replace(/\.[a-z]+$/, ".request.json");
      const asked = existsSync(join(projectRoot, request))
        ? (JSON.parse(read(request).toString()) as Partial<RawPage>)
        : {};
      const sign = wallonia.findPageSign({ bytes: read(location), location, ...asked });
      assert.equal(sign, WITHOUT_RECORD[basename(location)] ?? null, location);
    }
  });

  const skip = existsSync(join(SHARED, "corpus"))
    ? false
    : "no ../shared beside the project: real pages not looked at";
  test("whichever real page it is", { skip }, () => {
    const folders = ["corpus/autumn-2013/html", "corpus/autumn-2013/text", "corpus/print-pages"];
    const pages = [...folders, "corpus/skeletons", "seeds"].flatMap((folder) => {
      return readdirSync(join(SHARED, folder)).map((name) => join(SHARED, folder, name));
    });
    assert.ok(pages.length > 500, `${pages.length} pages`);
    for (const page of pages) assert.equal(signOf(readFileSync(page)), null, page);
  });

  const question = aQuestion({
    title: "Page introuvable : le site est en maintenance",
    questionText: "Êtes-vous un robot ?\n\nLe site est en maintenance.\n\nAucun élément.",
    answers: [aHoldingAnswer({ text: "0 élément(s) trouvé(s)." }), anAnswer({ text: "404 Not Found" })],
  });

  for (const { name, render } of RENDERINGS) {
    test(`whatever it speaks of, as ${name}`, () => assert.equal(signOf(render(question)), null));
  }

  // Flat paragraphs have no end to miss: cut behind its title, such a page is nothing but that title.
  for (const { name, render } of RENDERINGS.filter(({ name }) => name !== "flat headings and paragraphs")) {
    test(`wherever it is cut, as ${name}`, () => {
      const page = render(question);
      for (let length = 1; length < page.length; length += 1) {
        assert.equal(signOf(page.slice(0, length)), null, page.slice(0, length).slice(-80));
      }
    });
  }

  test("however it is damaged, as long as it is read", () => {
    const pages = RENDERINGS.map(({ render }) => render(question));
    const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
    const piece = fc.constantFrom(
      "<div class=modal>",
      "</div>",
      "<nav>",
      "<script>",
      "<title>Maintenance</title>",
      "\n",
    );
    const damages = fc.array(fc.tuple(place, piece), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.constantFrom(...pages), damages, (page, list) => {
        const damaged = list.reduce((whole, [at, part]) => {
          const middle = Math.floor(at * whole.length);
          return whole.slice(0, middle) + part + whole.slice(middle);
        }, page);
        const bytes = Buffer.from(damaged);
        if (isRead({ bytes, location: ADDRESS })) assert.equal(signOf(bytes), null, damaged);
      }),
      { numRuns: 500 },
    );
  });
});

suite("hostile pages", () => {
  for (const [name, page] of HOSTILE_PAGES) {
    test(`of ${name} are looked at at once`, () => {
      const bytes = Buffer.from(page).subarray(0, 512 * 1024);
      const begin = performance.now();
      signOf(bytes);
      const took = performance.now() - begin;
      assert.ok(took < LIMIT_MS, `${Math.round(took)} ms for ${bytes.length} bytes`);
    });
  }

  const tags = [
    "<input type ",
    '<input type="',
    "<div class=modal ",
    "<div class=modal>",
    "<div style=display:",
    "<!--",
  ];
  const words = ["<title>", "Session : <b>", "<p>Année :", "question ", "site est ", "en raison de "];
  for (const piece of [...tags, ...words]) {
    test(`of nothing but ${piece} are looked at at once`, () => {
      const begin = performance.now();
      signOf(`<p>${piece.repeat(Math.floor(500_000 / piece.length))}`);
      assert.ok(performance.now() - begin < LIMIT_MS);
    });
  }
});

function isRead(page: RawPage): boolean {
  try {
    wallonia.parse(page);
    return true;
  } catch (error) {
    if (error instanceof ParseError) return false;
    throw error;
  }
}
