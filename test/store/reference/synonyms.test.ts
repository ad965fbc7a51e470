import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { suite, test, type TestContext } from "node:test";
import { pathToFileURL } from "node:url";
import { MOST_WORDS } from "../../../src/domain/search/parse-search.ts";
import { searchableText, wordsOf } from "../../../src/domain/search/words.ts";
import { ConfigError } from "../../../src/errors.ts";
import { readSynonyms } from "../../../src/store/reference/read-synonyms.ts";
import { projectRoot } from "../../helpers/source-files.ts";
import { temporaryDirectory } from "../../helpers/temporary-directory.ts";

type Row = Readonly<Record<string, unknown>>;

const aRow = (overrides: Row = {}): Row => ({
  ...{ parliament: "fiction", forms: ["OMF", "Office des moulins flottants"], notExpandedFrom: [] },
  ...{ kind: "officialName", source: "Nom de l’office", notedOn: "2026-11-25" },
  ...overrides,
});

/** A folder of reference data of its own. */
async function seedsOf(t: TestContext, rows: unknown): Promise<URL> {
  const folder = await temporaryDirectory(t);
  writeFileSync(join(folder, "synonyms.json"), JSON.stringify(rows));
  return pathToFileURL(`${folder}/`);
}

suite("the synonyms of the reference data", () => {
  const groups = readSynonyms("wallonia");
  const groupOf = (form: string) => groups.find(({ forms }) => forms.some(({ text }) => text === form));

  for (const [acronym, name] of [
    ["PTCE", "pôle territorial de coopération économique"],
    ["ESS", "économie sociale et solidaire"],
    ["AViQ", "Agence pour une Vie de Qualité"],
    ["TEC", "Opérateur de transport de Wallonie"],
    ["CPAS", "centre public d’action sociale"],
  ] as const) {
    test(`know ${acronym}`, () => {
      assert.ok(groupOf(acronym)?.forms.some(({ text, isExpandedFrom }) => text === name && isExpandedFrom));
    });
  }

  test("are sought from every form but acronyms that are words or mean something else as well", () => {
    const left = groups.flatMap(({ forms }) => forms.filter(({ isExpandedFrom }) => !isExpandedFrom));
    assert.deepEqual(left.map(({ text }) => text).sort(), ["ALE", "CRAC", "ETA", "MIRE", "PAC"]);
  });

  test("are short enough to be typed whole", () => {
    const forms = groups.flatMap((group) => group.forms);
    for (const { text } of forms) assert.ok(wordsOf(text).length < MOST_WORDS, text);
  });

  test("are none of another parliament's", () => {
    assert.deepEqual(readSynonyms("elsewhere"), []);
  });
});

suite("a file of synonyms", () => {
  test("gives the groups of one parliament, in its order, with the forms that are expanded", async (t) => {
    const seeds = await seedsOf(t, [
      aRow(),
      aRow({ parliament: "elsewhere" }),
      aRow({ forms: ["BAC", "barque à câble"], notExpandedFrom: ["BAC"] }),
    ]);
    assert.deepEqual(readSynonyms("fiction", seeds), [
      {
        forms: [
          { text: "OMF", isExpandedFrom: true },
          { text: "Office des moulins flottants", isExpandedFrom: true },
        ],
      },
      {
        forms: [
          { text: "BAC", isExpandedFrom: false },
          { text: "barque à câble", isExpandedFrom: true },
        ],
      },
    ]);
  });

  const REFUSED = [
    ["a group of one form", [aRow({ forms: ["OMF"] })], /entrée 1, forms/],
    ["a form without a word", [aRow({ forms: ["OMF", "— !"] })], /entrée 1, forms\.1.*ni lettre ni chiffre/],
    [
      "two forms that are searched as one",
      [aRow({ forms: ["OMF", "O.M.F."] })],
      /entrée 1, forms\.1.*forms\.0/,
    ],
    ["a form of two groups", [aRow(), aRow({ forms: ["omf", "autre"] })], /entrée 2, forms\.0.*entrée 1/],
    [
      "a form not expanded from that is none",
      [aRow({ notExpandedFrom: ["BAC"] })],
      /entrée 1, notExpandedFrom.*BAC/,
    ],
    ["a kind nobody knows", [aRow({ kind: "rumour" })], /entrée 1, kind.*statute ou officialName/],
    ["a group without a source", [aRow({ source: "" })], /entrée 1, source/],
    [
      "a day that no calendar has",
      [aRow({ notedOn: "2026-02-30" })],
      /entrée 1, notedOn.*jour du calendrier/,
    ],
    ["a field nobody reads", [aRow({ form: [] })], /entrée 1, form\b/],
    ["no list", aRow(), /liste d’entrées/],
  ] as const;

  for (const [what, rows, told] of REFUSED) {
    test(`is refused for ${what}, with its place`, async (t) => {
      const seeds = await seedsOf(t, rows);
      assert.throws(
        () => readSynonyms("fiction", seeds),
        (error) =>
          error instanceof ConfigError && error.message.includes("synonyms.json") && told.test(error.message),
      );
    });
  }
});

const CORPUS = join(projectRoot, "../shared/corpus/autumn-2013/text");
const skip = existsSync(CORPUS)
  ? false
  : "no ../shared beside the project: synonyms not looked for in real pages";

test("some of the forms stand in real pages", { skip }, () => {
  const text = readdirSync(CORPUS)
    .map((file) => ` ${searchableText(readFileSync(join(CORPUS, file), "utf8"))} `)
    .join("\n");
  const isFound = (form: string) => text.includes(` ${searchableText(form)} `);
  const met = readSynonyms("wallonia").filter(({ forms }) => forms.some((form) => isFound(form.text)));
  assert.ok(met.length >= 20, `${met.length}`);
});
