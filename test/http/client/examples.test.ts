import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, suite, test } from "node:test";
import { assertValid } from "../../helpers/documented.ts";
import { parseSamplePages } from "../../helpers/sample-pages.ts";
import { listFiles, projectRoot } from "../../helpers/source-files.ts";
import { exampleQuestions, openExampleRegister } from "./example-register.ts";

const documents = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"]
  .concat(["bench", "docs", "migrations", "seeds", "src"].flatMap(listFiles))
  .filter((path) => path.endsWith(".md"))
  .map((path) => ({ path, text: readFileSync(join(projectRoot, path), "utf8") }));

/** Addresses of a first start, as commands and links give them. */
const ON_LOCALHOST = /http:\/\/localhost:3000(\/[^\s'"`<>)]*)/g;

/** What is written as code and begins as an address does. */
const IN_CODE = /`(?:GET )?(\/[^`\s]*)`/g;

suite("every address that a document of the project gives", async () => {
  const { app, document } = await openExampleRegister({ after }, [
    ...parseSamplePages(),
    ...exampleQuestions,
  ]);
  const described = Object.keys(document.paths);
  const firstParts = new Set(described.map((path) => path.split("/")[1]));
  const isOurs = (address: string) => firstParts.has(address.split(/[/?]/)[1]);

  for (const { path, text } of documents) {
    const given = [...text.matchAll(ON_LOCALHOST), ...text.matchAll(IN_CODE)].map((match) => match[1] ?? "");
    for (const address of new Set(given.filter(isOurs))) {
      test(`${path}: ${address}`, async () => {
        if (described.includes(address)) return;
        assert.doesNotMatch(address, /[{…]/, "no such address is described");
        const { statusCode, body } = await app.inject({ url: address });
        assert.equal(statusCode, 200, body);
        assert.ok(!/"total":0\b|"items":\[\]/.test(body) || address.startsWith("/api/v1/ingest"), body);
      });
    }
  }

  test("is looked for: the README gives some", () => {
    const [readme] = documents;
    assert.ok([...readme!.text.matchAll(ON_LOCALHOST)].length >= 4);
    assert.ok([...readme!.text.matchAll(IN_CODE)].length >= 4);
  });
});

suite("every example within the OpenAPI document", async () => {
  const { document } = await openExampleRegister({ after });

  for (const { where, schema, value } of examplesIn(document, "")) {
    test(`fits what it is an example of: ${where}`, () => assertValid(document, schema, value));
  }

  test("is looked for", () => {
    assert.ok([...examplesIn(document, "")].length > 20);
  });
});

interface Example {
  readonly where: string;
  readonly schema: object;
  readonly value: unknown;
}

interface Annotated {
  readonly examples?: unknown;
  readonly example?: unknown;
  readonly default?: unknown;
  readonly schema?: object;
}

/** The examples and defaults of a schema and of all below it; beside a parameter's schema stands its example. */
function* examplesIn(node: unknown, where: string): Generator<Example> {
  if (typeof node !== "object" || node === null) return;
  const { examples, example, default: standard, schema } = node as Annotated;
  const values = [...(Array.isArray(examples) ? (examples as unknown[]) : []), example, standard];
  for (const value of values) {
    if (value === undefined || typeof value === "object") continue;
    yield { where: `${where} ${JSON.stringify(value)}`, schema: schema ?? node, value };
  }
  for (const [key, below] of Object.entries(node)) yield* examplesIn(below, `${where}/${key}`);
}
