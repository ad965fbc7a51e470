import assert from "node:assert/strict";
import { suite, test } from "node:test";
import {
  findCycles,
  findForbiddenImports,
  findForeignPackages,
  importsOf,
  type RoomTable,
} from "./imports.ts";

const file = (path: string, text: string) => ({ path, text });

suite("importsOf", () => {
  const forms: Readonly<Record<string, string>> = {
    "an import": 'import { b } from "./b.ts";',
    "an import for its effect": 'import "./b.ts";',
    "an import of a type": 'import type { B } from "./b.ts";',
    "an export of another file's names": 'export { b } from "./b.ts";',
    "an export of all types under a name": 'export type * as B from "./b.ts";',
    "a dynamic import": 'const b = await import("./b.ts");',
    "a type read off a file": 'type B = import("./b.ts").B;',
    "an import with attributes": 'import b from "./b.ts" with { type: "json" };',
  };
  for (const [name, text] of Object.entries(forms)) {
    test(`finds ${name}`, () => {
      assert.deepEqual(importsOf(file("src/a.ts", text)), [
        { from: "src/a.ts", target: "src/b.ts", isOurs: true },
      ]);
    });
  }

  test("follows paths upwards and names packages without their inner paths", () => {
    const text = 'import "../c.ts"; import "pg/lib/x"; import "@fastify/etag/y"; import "node:fs/promises";';
    const targets = importsOf(file("src/a/b.ts", text)).map(({ target }) => target);
    assert.deepEqual(targets, ["src/c.ts", "pg", "@fastify/etag", "node:fs"]);
  });

  test("is not taken in by comments, texts and regular expressions", () => {
    const text =
      '// import "./b.ts"\n/* import "./b.ts" */ const a = `import "./b.ts"`; const c = /import ".\\/b"/;';
    assert.deepEqual(importsOf(file("src/a.ts", text)), []);
  });
});

suite("findForbiddenImports", () => {
  const table: RoomTable = {
    domain: [],
    http: ["domain"],
    sources: ["sources/alpha"],
    "sources/alpha": ["domain"],
  };
  const verdict = (path: string, text: string) => findForbiddenImports([file(path, text)], table);

  test("lets a room import itself and what the table allows", () => {
    assert.deepEqual(
      verdict("src/http/a.ts", 'import "./b.ts"; import "../domain/c.ts"; import "fastify";'),
      [],
    );
  });

  test("names the file, the import and what would have been allowed", () => {
    assert.deepEqual(verdict("src/http/a.ts", 'import type { S } from "../sources/s.ts";'), [
      "src/http/a.ts imports src/sources/s.ts: http may import domain",
    ]);
    assert.deepEqual(verdict("src/domain/a.ts", 'import "../http/b.ts";'), [
      "src/domain/a.ts imports src/http/b.ts: domain may import nothing",
    ]);
  });

  test("takes a room within a room for a room of its own", () => {
    assert.deepEqual(verdict("src/sources/registry.ts", 'import "./alpha/index.ts";'), []);
    assert.equal(verdict("src/sources/alpha/a.ts", 'import "../registry.ts";').length, 1);
  });

  test("refuses files of ours outside the rooms, and files that stand in none", () => {
    assert.equal(verdict("src/http/a.ts", 'import "../../test/b.ts";').length, 1);
    assert.deepEqual(verdict("src/attic/a.ts", ""), ["src/attic/a.ts stands in no room of the table"]);
  });
});

test("findForeignPackages names who imports a package away from its home", () => {
  const files = [
    file("src/store/a.ts", 'import "pg";'),
    file("src/http/b.ts", 'import "pg"; import "pg-x";'),
  ];
  const isAtHome = (path: string) => path.startsWith("src/store/");
  assert.deepEqual(findForeignPackages(files, /^pg$/, isAtHome), ["src/http/b.ts imports pg"]);
});

suite("findCycles", () => {
  const of = (links: Readonly<Record<string, readonly string[]>>) =>
    findCycles(
      Object.entries(links).map(([name, targets]) =>
        file(`src/${name}.ts`, targets.map((target) => `import "./${target}.ts";`).join("\n")),
      ),
    );

  test("finds none where two ways lead to one file", () => {
    assert.deepEqual(of({ a: ["b", "c"], b: ["d"], c: ["d"], d: [] }), []);
  });

  test("names a circle once, wherever one enters it", () => {
    assert.deepEqual(of({ a: ["b"], b: ["c"], c: ["b"], d: ["c"] }), ["src/b.ts → src/c.ts → src/b.ts"]);
  });

  test("finds a file that imports itself", () => {
    assert.deepEqual(of({ a: ["a"] }), ["src/a.ts → src/a.ts"]);
  });
});
