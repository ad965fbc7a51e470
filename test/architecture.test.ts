import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { findAny, findHabit, findSilenced, HABITS } from "./helpers/habits.ts";
import { findCycles, findForbiddenImports, findForeignPackages, type RoomTable } from "./helpers/imports.ts";
import { listFiles, readSourceFiles } from "./helpers/source-files.ts";

const files = readSourceFiles("src");
const parliaments = [...new Set(files.map(({ path }) => /^src\/(sources\/[^/]+)\//.exec(path)?.[1]))]
  .filter((room) => room !== undefined)
  .filter((room) => room !== "sources/shared");

/** What each room may import of the others; anything else, types included, is forbidden. */
const LIBRARY: RoomTable = {
  domain: ["errors.ts"],
  "sources/shared": ["errors.ts", "domain"],
  ...Object.fromEntries(parliaments.map((room) => [room, ["errors.ts", "domain", "sources/shared"]])),
  sources: ["errors.ts", "domain", "sources/shared", ...parliaments],
  fetching: ["errors.ts", "domain"],
  store: ["errors.ts", "domain"],
  ingest: ["errors.ts", "domain", "sources", "sources/shared", "fetching", "store"],
  notify: ["errors.ts", "domain", "store"],
  jobs: ["errors.ts", "ingest", "notify", "store", "sources", "sources/shared"],
  http: ["errors.ts", "domain", "store", "notify"],
  "errors.ts": [],
  "config.ts": ["errors.ts"],
  "logging.ts": ["errors.ts"],
};

/** Composition may import everything, and tell the version; nothing else may import composition. */
const ROOMS: RoomTable = {
  ...LIBRARY,
  "package.json": [],
  "main.ts": [...Object.keys(LIBRARY), "package.json", "cli"],
  cli: [...Object.keys(LIBRARY), "package.json", "main.ts"],
};

const isComposition = (path: string) => path === "src/main.ts" || isIn("cli")(path);

suite("rooms", () => {
  test("each room imports only the rooms it may", () => {
    assertNone(findForbiddenImports(files, ROOMS));
  });

  test("no file imports itself by a detour", () => {
    assertNone(findCycles(files));
  });

  test("the database is spoken to in store alone", () => {
    assertNone(findForeignPackages(files, /^(drizzle-.*|pg|@electric-sql\/.*)$/, isIn("store")));
  });

  test("pages are taken apart in sources alone", () => {
    assertNone(findForeignPackages(files, /^(cheerio|htmlparser2|dom.*|parse5.*)$/, isIn("sources")));
  });

  test("requests are answered and pages written in http alone", () => {
    assertNone(findForeignPackages(files, /^(fastify|@fastify\/.*|ghtml)$/, isIn("http")));
  });

  test("dates are reckoned in domain/calendar-date.ts alone", () => {
    const isAtHome = (path: string) => path === "src/domain/calendar-date.ts";
    assertNone(findForeignPackages(files, /^temporal-/, isAtHome));
  });

  test("domain and sources read no file and open no connection", () => {
    const pure = files.filter(({ path }) => isIn("domain")(path) || isIn("sources")(path));
    const inputAndOutput = /^(node:(fs|https?|http2|net|tls|dns|child_process|worker_threads)|got|undici)$/;
    assertNone(findForeignPackages(pure, inputAndOutput, () => false));
  });

  test("the clock is read in composition alone: elsewhere now and today are parameters", () => {
    const others = files.filter(({ path }) => !isComposition(path));
    assertNone(findHabit(others, HABITS.readsClock));
  });

  test("the environment is read in config.ts alone", () => {
    const others = files.filter(({ path }) => path !== "src/config.ts");
    assertNone(findHabit(others, HABITS.readsEnvironment));
  });
});

suite("files", () => {
  test("are named in kebab case", () => {
    const isNamedWell = (path: string) => /\/(README\.md|[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)+)$/.test(path);
    assertNone(listFiles("src").filter((path) => !isNamedWell(path)));
  });

  test("are at most 400 lines long", () => {
    const long = files.filter(({ text }) => text.trimEnd().split("\n").length > 400);
    assertNone(long.map(({ path }) => path));
  });

  test("export by name, never by default", () => {
    assertNone(findHabit(files, HABITS.exportsByDefault));
  });

  test("never say any", () => {
    assertNone(findAny(files));
  });

  test("silence neither the compiler nor the linter", () => {
    assertNone(findSilenced(files));
  });
});

function isIn(room: string): (path: string) => boolean {
  return (path) => path.startsWith(`src/${room}/`);
}

/** Fails with one finding a line. */
function assertNone(findings: readonly string[]): void {
  assert.ok(findings.length === 0, `\n  ${findings.join("\n  ")}`);
}
