import assert from "node:assert/strict";
import { after, suite, test } from "node:test";
import { openApp } from "../../helpers/apps.ts";
import { assertValid, type OpenApi } from "../../helpers/documented.ts";
import { PROBLEMS } from "../../../src/http/problems.ts";

/** What is given in another form than plain JSON. */
const FORMS: readonly (readonly [RegExp, string])[] = [
  [/^\/metrics$|\/\{sha256\}$/, "text/plain"],
  [/^\/feeds\/.+\.atom$/, "application/atom+xml"],
  [/^\/feeds\/.+\.json$/, "application/feed+json"],
  [/^\/feeds\/.+\.ics$/, "text/calendar"],
  [/^\/feeds\/.+\.csv$/, "text/csv"],
  [/^\/feeds\/.+\.jsonl$/, "application/jsonl"],
  [/^\/dumps\/.+\/\{file\}$/, "application/gzip"],
  [/\/akoma-ntoso\.xml$/, "application/akn+xml"],
];

suite("the OpenAPI document", async () => {
  const { app, json } = await openApp({ after });
  const document = await json<OpenApi>("/api/v1/openapi.json");
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
  );

  test("is OpenAPI 3.1, and says what it describes, which version, and where", () => {
    assert.equal(document.openapi, "3.1.0");
    assert.deepEqual([document.info.title, document.info.version], ["Vigie", "1.2.3"]);
    assert.deepEqual(document.servers, [{ url: "https://vigie.example" }]);
  });

  test("describes every address of the API and of the service's health", () => {
    assert.deepEqual(Object.keys(document.paths).sort(), [
      "/api/v1/authors",
      "/api/v1/authors/{slug}",
      "/api/v1/authors/{slug}/delays",
      "/api/v1/authors/{slug}/questions",
      "/api/v1/events",
      "/api/v1/exports/popolo.json",
      "/api/v1/ingest/coverage",
      "/api/v1/ingest/runs",
      "/api/v1/ministers",
      "/api/v1/ministers/{slug}",
      "/api/v1/ministers/{slug}/delays",
      "/api/v1/ministers/{slug}/questions",
      "/api/v1/openapi.json",
      "/api/v1/portfolios",
      "/api/v1/portfolios/{slug}",
      "/api/v1/portfolios/{slug}/delays",
      "/api/v1/portfolios/{slug}/questions",
      "/api/v1/questions",
      "/api/v1/questions/{id}",
      "/api/v1/questions/{id}/akoma-ntoso.xml",
      "/api/v1/questions/{id}/deadline",
      "/api/v1/questions/{id}/revisions",
      "/api/v1/questions/{id}/similar",
      "/api/v1/questions/{id}/snapshots/{sha256}",
      "/api/v1/sessions",
      "/api/v1/sessions/{session}",
      "/api/v1/sessions/{session}/delays",
      "/api/v1/sessions/{session}/questions",
      "/api/v1/stats/delays",
      "/api/v1/stats/delays/comparison",
      "/dumps",
      "/dumps/{date}/datapackage.json",
      "/dumps/{date}/{file}",
      "/feeds/deadlines.ics",
      "/feeds/events.atom",
      "/feeds/events.json",
      "/feeds/questions.atom",
      "/feeds/questions.csv",
      "/feeds/questions.json",
      "/feeds/questions.jsonl",
      "/feeds/questions/{id}.atom",
      "/feeds/questions/{id}.json",
      "/health/live",
      "/health/ready",
      "/metrics",
    ]);
    for (const path of Object.keys(document.paths)) {
      const url = path.replaceAll(/\{(\w+)\}/g, ":$1");
      assert.ok(app.hasRoute({ method: "GET", url }), path);
    }
  });

  test("gives each operation a name of its own, words and a known tag", () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    assert.equal(new Set(ids).size, operations.length);
    const tags = document.tags.map(({ name }) => name);
    for (const { path, operation } of operations) {
      for (const words of [operation.operationId, operation.summary, operation.description]) {
        assert.ok(words, path);
      }
      assert.ok(operation.tags.length === 1 && tags.includes(operation.tags[0]!), path);
    }
  });

  test("describes each parameter, with an example that fits, and asks for none but those of the path", () => {
    for (const { path, operation } of operations) {
      const parameters = operation.parameters ?? [];
      const inPath = parameters.filter((parameter) => parameter.in === "path").map(({ name }) => name);
      assert.deepEqual(
        inPath,
        [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
      );
      for (const parameter of parameters) {
        const where = `${path} ${parameter.name}`;
        assert.ok(parameter.description, where);
        assert.equal(parameter.required === true, parameter.in === "path", where);
        for (const value of [parameter.example, parameter.schema.default]) {
          if (value !== undefined) assertValid(document, parameter.schema, value);
        }
      }
    }
  });

  test("describes each answer in words, with a named form", () => {
    for (const { path, operation } of operations) {
      assert.ok(operation.responses["200"], path);
      for (const [status, { description, content = {} }] of Object.entries(operation.responses)) {
        assert.match(status, /^[1-5](\d\d|XX)$/);
        assert.ok(description && description !== "Default Response", `${path} ${status}`);
        const form = FORMS.find(([address]) => address.test(path))?.[1] ?? "application/json";
        for (const mediaType of Object.keys(content)) {
          assert.equal(mediaType, status < "4" ? form : "application/problem+json");
        }
      }
    }
  });

  test("points only to what it holds, and uses nothing of OpenAPI 3.0", () => {
    const text = JSON.stringify(document);
    const names = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(
      ([, name]) => name ?? "",
    );
    assert.deepEqual(
      [...new Set(names)].filter((name) => !Object.hasOwn(document.components.schemas, name)),
      [],
    );
    assert.equal([...text.matchAll(/"\$ref"/g)].length, names.length);
    assert.ok(!/"nullable"|"\$id"|"def-\d/.test(text));
    for (const name of Object.keys(document.components.schemas)) assert.match(name, /^[A-Z]\w+$/);
  });

  test("names every code a problem may carry", () => {
    const problem = document.components.schemas.Problem as { properties: { code: { examples: string[] } } };
    assert.deepEqual(problem.properties.code.examples, Object.keys(PROBLEMS));
  });
});
