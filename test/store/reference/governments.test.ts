import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { suite, test, type TestContext } from "node:test";
import { pathToFileURL } from "node:url";
import { slugOf } from "../../../src/domain/folded-text.ts";
import { type DayRange, findDayRange } from "../../../src/domain/offices/day-range.ts";
import { partyOf } from "../../../src/domain/offices/party-lists.ts";
import { ConfigError } from "../../../src/errors.ts";
import { readGovernments } from "../../../src/store/reference/read-governments.ts";
import { readPartyLists } from "../../../src/store/reference/read-party-lists.ts";
import { day } from "../../helpers/questions.ts";
import { projectRoot } from "../../helpers/source-files.ts";
import { temporaryDirectory } from "../../helpers/temporary-directory.ts";

/** What every row has. */
const common = { parliament: "fiction", source: "https://example.org/source" };

interface Files {
  readonly governments: readonly object[];
  readonly members: readonly object[];
  readonly lists: readonly object[];
}

/** A folder of reference data of its own. */
async function seedsOf(t: TestContext, { governments, members, lists }: Files): Promise<URL> {
  const folder = await temporaryDirectory(t);
  const write = (file: string, rows: readonly object[]) =>
    writeFileSync(join(folder, file), JSON.stringify(rows));
  write("governments.json", governments);
  write("government-members.json", members);
  write("party-lists.json", lists);
  return pathToFileURL(`${folder}/`);
}

const { all, governmentOn, partyIn } = readGovernments("wallonia");

suite("the governments of the reference data", () => {
  test("follow one another, each up to the oath of the next", () => {
    assert.ok(all.length >= 9);
    for (const [place, { slug, until }] of all.entries()) {
      assert.deepEqual(until, all[place + 1]?.from ?? null, slug);
    }
  });

  for (const [on, slug] of [
    ["1995-06-15", null],
    ["2006-06-02", "legislature-2004-2009"],
    ["2009-07-15", "legislature-2004-2009"],
    ["2009-07-16", "demotte-ii"],
    ["2014-07-22", "demotte-ii"],
    ["2014-07-23", "magnette"],
    ["2017-07-27", "magnette"],
    ["2017-07-28", "borsus"],
    ["2019-08-31", "borsus"],
    ["2019-09-15", null],
    ["2019-10-01", "di-rupo-iii"],
    ["2024-07-14", "di-rupo-iii"],
    ["2024-07-15", "dolimont"],
  ] as const) {
    test(`on ${on} it is ${slug ?? "not known which"}`, () => {
      assert.equal(governmentOn(day(on))?.slug ?? null, slug);
    });
  }

  test("tell a member's party in each of them, and none where the sources give none", () => {
    const partyOn = (on: string, person: string) => partyIn(governmentOn(day(on))!, person);
    assert.equal(partyOn("2006-01-01", "di-rupo-elio"), "PS");
    assert.equal(partyOn("2020-01-01", "di-rupo-elio"), "PS");
    assert.equal(partyOn("2010-01-01", "lutgen-benoit"), "CDH");
    assert.equal(partyOn("2010-01-01", "henry-philippe"), "Ecolo");
    assert.equal(partyOn("2022-01-01", "collignon-christophe"), null);
    assert.equal(partyOn("2006-01-01", "marcourt-jean-claude"), null);
    assert.equal(partyOn("2018-01-01", "di-rupo-elio"), null);
  });

  test("are none of another parliament's", () => {
    assert.deepEqual(readGovernments("elsewhere").all, []);
    assert.deepEqual(readPartyLists("elsewhere"), []);
  });
});

suite("the party lists of the reference data", () => {
  const lists = readPartyLists("wallonia");

  test("hold for the sessions around their day alone", () => {
    assert.deepEqual(
      lists.map(({ asOf, sessions }) => [asOf, sessions]),
      [["2014-10-16", ["se2014", "2014-2015"]]],
    );
    assert.equal(partyOf(lists, "henry-philippe", "2014-2015"), "ECOLO");
    assert.equal(partyOf(lists, "henry-philippe", "2015-2016"), null);
    assert.equal(partyOf(lists, "henry-philippe", "2013-2014"), null);
  });
});

suite("what is wrong in the files of governments and parties is told, with its place", () => {
  const government = { ...common, slug: "one", name: "Un", from: "2004-07", until: null, doubt: null };
  const member = {
    ...{ ...common, government: "one", person: "vermeil-odette", name: "VERMEIL Odette", party: null },
    ...{ from: null, until: null, doubt: null },
  };
  const list = {
    ...common,
    asOf: "2014-10-16",
    sessions: ["se2014"],
    parties: { "vermeil-odette": "Saules" },
  };
  const good = { governments: [government], members: [member], lists: [list] };

  test("unless nothing is", async (t) => {
    const seeds = await seedsOf(t, good);
    assert.equal(readGovernments("fiction", seeds).governmentOn(day("2004-08-01"))?.name, "Un");
    assert.equal(partyOf(readPartyLists("fiction", seeds), "vermeil-odette", "se2014"), "Saules");
    assert.deepEqual(readGovernments("elsewhere", seeds).all, []);
  });

  for (const { rule, told, ...files } of [
    {
      rule: "a month that no year has",
      governments: [{ ...government, from: "2004-13" }],
      told: /governments\.json.* entrée 1, from.*AAAA-MM/,
    },
    {
      rule: "an end before the beginning",
      governments: [{ ...government, until: "2003" }],
      told: /entrée 1, until.*précède from/,
    },
    {
      rule: "a slug of two governments",
      governments: [government, government],
      told: /entrée 2, slug.*entrée 1/,
    },
    {
      rule: "a member of no government",
      members: [member, { ...member, government: "two" }],
      told: /government-members\.json.* entrée 2, government.*aucun gouvernement/,
    },
    {
      rule: "a member whose name is not folded",
      members: [{ ...member, person: "VERMEIL Odette" }],
      told: /entrée 1, person.*vermeil-odette/,
    },
    {
      rule: "a day of a member that does not exist",
      members: [{ ...member, until: "2015-02-29" }],
      told: /government-members\.json.* entrée 1, until/,
    },
    {
      rule: "a session of two lists",
      lists: [list, list],
      told: /party-lists\.json.* entrée 2, sessions.*se2014/,
    },
    {
      rule: "a name that is not folded",
      lists: [{ ...list, parties: { "VERMEIL Odette": "Saules" } }],
      told: /entrée 1, parties\.VERMEIL Odette.*vermeil-odette/,
    },
    { rule: "a field nobody reads", lists: [{ ...list, sesions: [] }], told: /entrée 1, sesions/ },
  ]) {
    test(rule, async (t) => {
      const seeds = await seedsOf(t, { ...good, ...files });
      const read = () => [readGovernments("fiction", seeds), readPartyLists("fiction", seeds)];
      assert.throws(read, (error) => error instanceof ConfigError && told.test(error.message));
    });
  }
});

const FACTS = join(projectRoot, "../shared/domain");
const skip = existsSync(FACTS) ? false : "no ../shared beside the project: reference data not compared";

suite("the facts of the domain", { skip }, () => {
  const rowsOf = (file: string) => {
    const [names = [], ...rows] = readFileSync(join(FACTS, file), "utf8")
      .trim()
      .split("\n")
      .map((row) => row.split("\t"));
    return rows.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i] ?? ""])));
  };

  /** Where the list has no French name for a government, or none at all. */
  const theirNames: Readonly<Record<string, string>> = {
    "gouvernement-2000-2004": "(6th legislature, 2nd government)",
    "legislature-2004-2009": "Demotte I legislature 2004-2009",
  };
  const theirNameOf = ({ slug, name }: { slug: string; name: string }) => theirNames[slug] ?? name;

  test("agree with the days of governments, as exactly as they know them", () => {
    const rows = rowsOf("governments.tsv");
    for (const { slug, name, from, until } of all) {
      const theirs = rows.filter(({ government }) => government === theirNameOf({ slug, name }));
      const isTold = (column: "start" | "end", { earliest, latest }: DayRange) =>
        theirs
          .flatMap((row) => findDayRange(row[column]!.replace(/ \(inferred.*/, "")) ?? [])
          .some((told) => told.earliest <= earliest && latest <= told.latest);
      assert.ok(isTold("start", from), name);
      if (until === null)
        assert.ok(
          theirs.every(({ end }) => end === ""),
          name,
        );
      else assert.ok(isTold("end", until), name);
    }
  });

  test("agree with the parties of members", () => {
    for (const row of rowsOf("governments.tsv")) {
      const government = all.find((one) => theirNameOf(one) === row.government);
      if (government === undefined || row.party === "") continue;
      assert.equal(partyIn(government, slugOf(row.minister!)), row.party, row.minister);
    }
  });

  test("agree with the parties of deputies", () => {
    const [list] = readPartyLists("wallonia");
    const rows = rowsOf("deputies-2014.tsv");
    assert.deepEqual(
      list?.parties,
      Object.fromEntries(rows.map(({ name, party }) => [slugOf(name!), party])),
    );
    assert.ok(rows.every((row) => row.as_of === list?.asOf));
  });
});
