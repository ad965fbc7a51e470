/**
 * How long readers wait for a search: GET /api/v1/questions?q=… with facets, from a real server over a generated
 * register in PostgreSQL, in the same turns as SQLite's FTS5 over the same questions, within this process, and as
 * the obvious statement, which ranks and counts all that match. With --growth, over a register and over one of a
 * tenth of its size instead, with the look-ups by minister.
 *
 *   node bench/search.ts [--questions 140000] [--requests 20] [--growth]
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { connectPostgres } from "../src/store/postgres.ts";
import { createPostgresDatabase, startPostgresServer, TEMPLATE } from "../test/helpers/postgres-server.ts";
import { fillFts5 } from "./fts5.ts";
import { lookUpPaths } from "./look-up-paths.ts";
import { countMatches, filterOf, searchObviously } from "./obvious-search.ts";
import { type Search, SEARCHES } from "./searches.ts";
import {
  createRegisterApp,
  fillRegister,
  listen,
  parliament,
  readAnswer,
  SHARED_BUFFERS,
} from "./served-register.ts";
import { percentile, timeInTurns, type Work } from "./turns.ts";

const { values } = parseArgs({
  options: {
    questions: { type: "string", default: "140000" },
    requests: { type: "string", default: "20" },
    growth: { type: "boolean", default: false },
  },
});
const size = Number(values.questions);
const turns = { turns: Number(values.requests), warmUp: 2 };

/** Opens a register of its own on a server, filled and served. */
async function openRegister(serverUrl: string, questions: number) {
  const { db, close } = connectPostgres(await createPostgresDatabase(serverUrl, TEMPLATE));
  await fillRegister(db, { questions });
  const app = createRegisterApp(db);
  const origin = await listen(app);
  return {
    db,
    origin,
    async close() {
      await app.close();
      await close();
    },
  };
}

function pathOf({ q, minister }: Search): string {
  const query = { q, sort: "relevance", limit: "20", facets: "true", ...(minister !== null && { minister }) };
  return `/api/v1/questions?${new URLSearchParams(query).toString()}`;
}

const nameOfSearch = ({ q, minister }: Search) => (minister === null ? q : `${q} [minister]`);

type Times = ReadonlyMap<string, readonly number[]>;

const merged = (all: Times, wanted: (name: string) => boolean) =>
  [...all].flatMap(([name, times]) => (wanted(name) ? times : [])).sort((one, other) => one - other);

const ENGINES = ["vigie", "fts5", "obvious"] as const;

async function compare(serverUrl: string, folder: string): Promise<void> {
  const { db, origin, close } = await openRegister(serverUrl, size);
  const fts5 = await fillFts5(db, parliament, folder);
  try {
    const filters = await Promise.all(SEARCHES.map((search) => filterOf(db, search)));
    const works = new Map<string, Work>();
    for (const [place, search] of SEARCHES.entries()) {
      const path = pathOf(search);
      works.set(`vigie ${place}`, () => readAnswer(`${origin}${path}`));
      works.set(`fts5 ${place}`, () => fts5.findBest(search));
      works.set(`obvious ${place}`, () => searchObviously(db, filters[place]!));
    }
    const times = await timeInTurns(works, turns);
    console.log(
      `${size} questions, ${turns.turns} turns; milliseconds\n\n` +
        `${"search".padEnd(44)}     matches        Vigie, HTTP        FTS5 bm25      ranking all   Vigie/FTS5\n` +
        `${"".padEnd(44)}  Vigie   FTS5      p50    p95      p50    p95      p50    p95      of p95`,
    );
    const line = (
      name: string,
      matches: readonly (number | string)[],
      found: readonly (readonly number[])[],
    ) => {
      const counts = matches.map((count) => String(count).padStart(7)).join("");
      const figures = found.map((taken) => {
        return `  ${[0.5, 0.95].map((share) => percentile(taken, share).toFixed(1).padStart(7)).join("")}`;
      });
      const [ours, theirs] = found.map((taken) => percentile(taken, 0.95));
      console.log(
        `${name.padEnd(44)}${counts}${figures.join("")}${(ours! / theirs!).toFixed(2).padStart(12)}`,
      );
    };
    for (const [place, search] of SEARCHES.entries()) {
      const matches = [await countMatches(db, filters[place]!), fts5.count(search)];
      line(
        nameOfSearch(search),
        matches,
        ENGINES.map((engine) => times.get(`${engine} ${place}`)!),
      );
    }
    line(
      "all",
      ["", ""],
      ENGINES.map((engine) => merged(times, (name) => name.startsWith(engine))),
    );
  } finally {
    fts5.close();
    await close();
  }
}

const KINDS = { search: "searches, by relevance with facets", lookUp: "look-ups by minister" } as const;

async function compareSizes(serverUrl: string): Promise<void> {
  const sizes = [size / 10, size];
  const registers = [];
  try {
    for (const questions of sizes) registers.push(await openRegister(serverUrl, questions));
    const works = new Map<string, Work>();
    for (const search of SEARCHES) {
      for (const [place, { origin }] of registers.entries()) {
        works.set(`search ${place} ${nameOfSearch(search)}`, () => readAnswer(`${origin}${pathOf(search)}`));
      }
    }
    for (const path of lookUpPaths()) {
      for (const [place, { origin }] of registers.entries()) {
        works.set(`lookUp ${place} ${path}`, () => readAnswer(`${origin}${path}`));
      }
    }
    const times = await timeInTurns(works, turns);
    console.log(`${sizes.join(" and ")} questions, ${turns.turns} turns; milliseconds\n`);
    console.log(
      `${"".padEnd(40)}${sizes.map((one) => `${one}: p50    p95`.padStart(22)).join("")}   growth of p95`,
    );
    for (const [kind, name] of Object.entries(KINDS)) {
      const taken = sizes.map((_, place) => merged(times, (own) => own.startsWith(`${kind} ${place} `)));
      const figures = taken.map((own) =>
        [0.5, 0.95]
          .map((share) => percentile(own, share).toFixed(1).padStart(7))
          .join("")
          .padStart(22),
      );
      const [before, after] = taken.map((own) => percentile(own, 0.95));
      console.log(`${name.padEnd(40)}${figures.join("")}${(after! / before!).toFixed(2).padStart(16)}`);
    }
  } finally {
    for (const { close } of registers) await close();
  }
}

const folder = await mkdtemp(join(tmpdir(), "vigie-bench-"));
const server = await startPostgresServer({ sharedBuffers: SHARED_BUFFERS });
try {
  await (values.growth ? compareSizes(server.url) : compare(server.url, folder));
} finally {
  await server.stop();
  await rm(folder, { recursive: true });
}
