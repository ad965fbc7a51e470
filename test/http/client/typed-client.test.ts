import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, suite, test } from "node:test";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { assertValid } from "../../helpers/documented.ts";
import { projectRoot } from "../../helpers/source-files.ts";
import { type Call, listCalls, mediaTypesOf, operationsOf } from "./calls.ts";
import { openExampleRegister } from "./example-register.ts";
import { compile, findLooseTypes, findTypeErrors, writePrograms } from "./typed-programs.ts";

/** The program that the documentation shows, whole. */
const documented = /```ts\n(.+?)```/s.exec(
  readFileSync(join(projectRoot, "docs/typed-client.md"), "utf8"),
)?.[1];

/** What a client must be told of the answers it works with; the compiler refuses whatever is not exactly so. */
const EXPECTATIONS = `
import type { components, paths } from "./vigie.ts";

type Same<One, Other> =
  (<T>() => T extends One ? 1 : 2) extends <T>() => T extends Other ? 1 : 2 ? true : false;
type Expect<Holds extends true> = Holds;

type Answers<Path extends keyof paths> = paths[Path] extends { get: { responses: infer All } } ? All : never;
type Json<Answer> = Answer extends { content: { "application/json": infer Body } } ? Body : never;
type Refusal<Answer> = Answer extends { content: { "application/problem+json": infer Body } } ? Body : never;

type List = Json<Answers<"/api/v1/questions">[200]>;
type Whole = Json<Answers<"/api/v1/questions/{id}">[200]>;
type Problem = Refusal<Answers<"/api/v1/questions/{id}">[404]>;

export type Expectations = [
  Expect<Same<List["items"][number]["title"], string>>,
  Expect<Same<List["items"][number]["answeredOn"], string | null>>,
  Expect<Same<List["items"][number]["daysOverdue"], number | null>>,
  Expect<Same<List["page"]["nextCursor"], string | null>>,
  Expect<Same<List["page"]["totalIsExact"], boolean>>,
  Expect<Same<Whole["state"], "open" | "holding" | "answered" | "converted">>,
  Expect<Same<Whole["answers"][number]["text"], string>>,
  Expect<Same<Problem, components["schemas"]["Problem"]>>,
  Expect<Same<Problem["code"], string>>,
  Expect<Same<Problem["parameter"], string | undefined>>,
  Expect<Same<Refusal<Answers<"/api/v1/questions">[429]>, Problem>>,
];
`;

/** What says nothing of its own form on purpose: files of other formats, and the old and new value of any field. */
const LOOSE_ON_PURPOSE = /^(?:getOpenApi|getDumpFile)\.responses\.20\d\.|\.(?:before|after)$/;

interface Answered {
  readonly data?: unknown;
  readonly error?: { readonly code: string };
  readonly response: Response;
}

suite("a client generated from the document", async () => {
  const register = await openExampleRegister({ after });
  const { app, document } = register;
  const baseUrl = await app.listen({ host: "127.0.0.1", port: 0 });
  const calls = listCalls(register);
  const directory = await writePrograms({ after }, document, {
    "every-operation.ts": programOf(calls),
    "example.ts": String(documented).replaceAll("http://localhost:3000", baseUrl),
    "expectations.ts": EXPECTATIONS,
  });
  const program = compile(directory);

  test("type-checks under the strict rules of this project", () => {
    assert.deepEqual(findTypeErrors(program), []);
  });

  test("is told the form of everything it takes and gets", () => {
    const loose = findLooseTypes(program, directory);
    assert.deepEqual(
      loose.filter((path) => !LOOSE_ON_PURPOSE.test(path)),
      [],
    );
    assert.ok(
      loose.some((path) => path.startsWith("getOpenApi.")),
      "nothing was looked at",
    );
  });

  test("calls every operation", () => {
    const called = new Set(calls.map(({ operation }) => operation.operationId));
    assert.deepEqual(
      [...called],
      operationsOf(document).map(({ operation }) => operation.operationId),
    );
  });

  test("gets from the running server what it was told, whatever example it gives", async (t) => {
    const { createCalls } = (await import(pathToFileURL(join(directory, "every-operation.ts")).href)) as {
      createCalls: (baseUrl: string) => Record<string, () => Promise<Answered>>;
    };
    const functions = createCalls(baseUrl);
    for (const { name, operation } of calls) {
      await t.test(name, async () => {
        const { data, error, response } = await functions[name]!();
        assert.equal(response.status, 200, JSON.stringify(error));
        const mediaType = response.headers.get("content-type")?.split(";", 1)[0] ?? "";
        const announced = operation.responses["200"]?.content?.[mediaType];
        assert.ok(announced, `${mediaType} is not among ${mediaTypesOf(operation).join()}`);
        assertValid(document, announced.schema, data);
      });
    }
  });

  test("runs as the documentation shows it", async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [join(directory, "example.ts")], {
      timeout: 20_000,
    });
    assert.match(stdout, /^MARTIN Paul\t\d+\t/m);
    assert.match(stdout, /^unknown_minister: /m);
  });
});

/** A module of one function for each call, each of them one typed request. */
function programOf(calls: readonly Call[]): string {
  const functions = calls.map(({ name, path, operation, inPath, inQuery }) => {
    const options = {
      params: {
        ...(Object.keys(inPath).length === 0 ? {} : { path: inPath }),
        ...(Object.keys(inQuery).length === 0 ? {} : { query: inQuery }),
      },
      ...(mediaTypesOf(operation).some((type) => type.endsWith("json")) ? {} : { parseAs: "text" }),
    };
    return `    ${JSON.stringify(name)}: () => client.GET(${JSON.stringify(path)}, ${JSON.stringify(options)}),`;
  });
  return `import createClient from "openapi-fetch";
import type { paths } from "./vigie.ts";

export function createCalls(baseUrl: string) {
  const client = createClient<paths>({ baseUrl });
  return {
${functions.join("\n")}
  };
}
`;
}
