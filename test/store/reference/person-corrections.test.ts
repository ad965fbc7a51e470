import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { suite, test, type TestContext } from "node:test";
import { pathToFileURL } from "node:url";
import { ConfigError } from "../../../src/errors.ts";
import { readPersonCorrections } from "../../../src/store/reference/read-person-corrections.ts";
import { PARLIAMENT } from "../../helpers/page-stores.ts";
import { temporaryDirectory } from "../../helpers/temporary-directory.ts";

type Row = Readonly<Record<string, unknown>>;

const aMerge = (overrides: Row = {}): Row => ({
  parliament: "wallonia",
  from: "vermeil-odile",
  into: "vermeil-odette",
  reason: "Prénom mal imprimé.",
  ...overrides,
});
const aSplit = (overrides: Row = {}): Row => ({
  parliament: "wallonia",
  name: "vermeil-odette",
  slug: "vermeil-odette-2",
  role: "author",
  from: "2014-01-01",
  to: null,
  reason: "Deux personnes du même nom.",
  ...overrides,
});

async function seedsOf(t: TestContext, merges: readonly Row[], splits: readonly Row[]): Promise<URL> {
  const folder = await temporaryDirectory(t);
  writeFileSync(join(folder, "person-merges.json"), JSON.stringify(merges));
  writeFileSync(join(folder, "person-splits.json"), JSON.stringify(splits));
  return pathToFileURL(`${folder}/`);
}

test("corrections of names are read, those of the parliament asked for alone", async (t) => {
  const seeds = await seedsOf(t, [aMerge(), aMerge({ parliament: "elsewhere" })], [aSplit()]);
  const { merges, splits } = readPersonCorrections(PARLIAMENT, seeds);
  const { parliament: _m, ...merge } = aMerge();
  const { parliament: _s, ...split } = aSplit();
  assert.deepEqual([merges, splits], [[merge], [split]]);
});

test("what is shipped is well formed", () => {
  assert.ok(readPersonCorrections(PARLIAMENT));
});

const FAULTS: readonly (readonly [string, readonly Row[], readonly Row[], RegExp])[] = [
  ["a name that is not folded", [aMerge({ from: "VERMEIL Odile" })], [], /entrée 1, from.*« vermeil-odile »/],
  ["a name merged with itself", [aMerge({ into: "vermeil-odile" })], [], /entrée 1, into.*même nom/],
  ["a name merged twice", [aMerge(), aMerge({ into: "vermeil-o" })], [], /entrée 2, from/],
  [
    "a chain of merges",
    [aMerge(), aMerge({ from: "vermeil-odette", into: "vermeil-o" })],
    [],
    /entrée 1, into/,
  ],
  ["a merge without a reason", [aMerge({ reason: "" })], [], /entrée 1, reason/],
  ["a field nobody knows", [aMerge({ why: "?" })], [], /entrée 1, why/],
  ["a split that ends before it begins", [], [aSplit({ to: "2013-12-31" })], /entrée 1, to/],
  ["a day that does not exist", [], [aSplit({ from: "2014-02-30" })], /entrée 1, from/],
  [
    "two splits that one mention falls under",
    [],
    [aSplit(), aSplit({ role: null, slug: "x" })],
    /entrée 2, name/,
  ],
];

suite("corrections of names are refused, by file, row and field:", () => {
  for (const [fault, merges, splits, message] of FAULTS) {
    test(fault, async (t) => {
      const seeds = await seedsOf(t, merges, splits);
      assert.throws(
        () => readPersonCorrections(PARLIAMENT, seeds),
        (error) => {
          assert.ok(error instanceof ConfigError);
          assert.match(error.message, message);
          return true;
        },
      );
    });
  }
});

test("two splits of one name may follow each other, or be of two roles", async (t) => {
  const splits = [
    aSplit({ to: "2014-06-30" }),
    aSplit({ from: "2014-07-01", slug: "vermeil-odette-3" }),
    aSplit({ role: "minister", slug: "vermeil-odette-4" }),
  ];
  assert.equal(readPersonCorrections(PARLIAMENT, await seedsOf(t, [], splits)).splits.length, 3);
});
