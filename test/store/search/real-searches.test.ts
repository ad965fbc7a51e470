import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { before, suite, test } from "node:test";
import { wallonia } from "../../../src/sources/wallonia/index.ts";
import { readSynonyms } from "../../../src/store/reference/read-synonyms.ts";
import { createSearchReader, type SearchReader } from "../../../src/store/search/search-reader.ts";
import { databaseEngines, suiteOwner } from "../../helpers/databases.ts";
import { PARLIAMENT } from "../../helpers/page-stores.ts";
import { projectRoot } from "../../helpers/source-files.ts";
import { FIRST_PAGE, readersOf, store } from "../../helpers/registers.ts";

const PAGES = join(projectRoot, "../shared/corpus/autumn-2013/html");
const skip = existsSync(PAGES) ? false : "no ../shared beside the project: real questions not searched";

interface RealSearch {
  readonly typed: string;
  /** Their titles say it, and they come first, in whatever order. */
  readonly titled: string;
  /** The others that must be found. */
  readonly others: string;
  /** What must not be found; `rest`: nothing but the ones above is. */
  readonly not: string;
}

const search = (typed: string, titled: string, others: string, not = "rest"): RealSearch => ({
  ...{ typed, titled, others, not },
});

/**
 * As somebody would type them. What must be found was looked up in the texts of the pages by patterns, not by this
 * search.
 */
const SEARCHES: readonly RealSearch[] = [
  search("éolien", "50020 50030 50084 50179 50183 50192 50197 50248 50351", "50159 50357 50384"),
  search("l'éolienne", "50020 50030 50084 50179 50183 50192 50197 50248 50351", "50159 50357 50384"),
  search("EOLIENNES", "50020 50030 50084 50179 50183 50192 50197 50248 50351", "50159 50357 50384"),
  search("éolien -photovoltaïque", "50020 50030 50084 50183 50197 50248", "50159 50357 50384"),
  search("éoliennes photovoltaïques", "50179 50192", "50351"),
  search("photovoltaique", "50179 50192 50323", "50261 50351"),
  search('"cours d’eau"', "50285 50338", "50023"),
  search("CPAS", "50000 50012 50335", "50015 50051 50143 50144 50185 50219 50228 50230"),
  search("AWIPH", "50099 50230", ""),
  search("FOREM", "50006 50326", "50005 50089 50132 50134 50216 50218 50261 50264"),
  search("le TEC", "50282", "50041 50107 50198 50234 50284 50102"),
  search("certificats verts", "50179 50192", "50030 50035 50323 50351"),
  search("aéroport", "50260", "50053 50156 50233 50282"),
  search('"Liège Airport"', "", "50053"),
  search("chômage", "50089 50134", "50090 50218 50335"),
  search("stage de transition", "50000", "50135"),
  search("456 (2012-2013)", "50000", ""),
  search('"logement social"', "", "50012 50050 50149", "50251 50272"),
  search("dragage OR radar", "50338 50386", "50081"),
  search("vélo*", "", "50102 50110 50120 50161"),
  search("ravel", "50023", ""),
  search("Nollet éolien", "", "50351 50248 50183 50179 50084 50030", "50192 50197"),
  search("mobilité -Henry", "", "50008 50132 50134", "50102 50284 50198 50041"),
  search("nitrates", "", "50158"),
];

const idsOf = (list: string) => list.split(" ").filter((id) => id !== "");

function readQuestions() {
  return readdirSync(PAGES).map((name) => {
    const location = join(PAGES, name);
    return wallonia.parse({ bytes: readFileSync(location), location });
  });
}

for (const { engine, fresh } of databaseEngines) {
  suite(`a search of real questions (${engine})`, { skip }, () => {
    const owner = suiteOwner();
    let searches: SearchReader;
    let questions: ReturnType<typeof readersOf>["questions"];
    before(async () => {
      const db = await fresh(owner);
      await store(db, readQuestions());
      searches = createSearchReader(db, { parliament: PARLIAMENT, synonyms: readSynonyms(PARLIAMENT) });
      questions = readersOf(db).questions;
    });

    for (const { typed, titled, others, not } of SEARCHES) {
      test(`for ${typed} finds what it must, titles first, and nothing that it must not`, async () => {
        const { words } = await searches.understand(typed, { exact: false });
        const { items } = await questions.listQuestions({ words }, { ...FIRST_PAGE, sort: "relevance" });
        const found = items.map(({ sourceId }) => sourceId);
        const [first, rest] = [idsOf(titled), idsOf(others)];
        assert.deepEqual(found.slice(0, first.length).sort(), first.sort());
        if (not === "rest") assert.deepEqual(found.slice(first.length).sort(), rest.sort());
        else {
          assert.deepEqual(
            [...first, ...rest].filter((id) => !found.includes(id)),
            [],
          );
          assert.deepEqual(
            idsOf(not).filter((id) => found.includes(id)),
            [],
          );
        }
      });
    }
  });
}
