import assert from "node:assert/strict";
import type { LightMyRequestResponse } from "fastify";
import { Compile } from "typebox/schema";

/** An OpenAPI document, as far as these tests look into it. */
export interface OpenApi {
  readonly openapi: string;
  readonly info: Readonly<Record<string, unknown>>;
  readonly servers: readonly { readonly url: string }[];
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, OpenApiOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

export interface OpenApiOperation {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly description: string;
    readonly schema: Readonly<Record<string, unknown>>;
    readonly example?: unknown;
  }[];
  readonly responses: Readonly<
    Record<
      string,
      {
        readonly description: string;
        readonly content?: Readonly<Record<string, { readonly schema: object }>>;
      }
    >
  >;
}

/** Fails unless the answer is one that the document announces for this address, in the form it announces. */
export function assertDocumented(document: OpenApi, url: string, response: LightMyRequestResponse): void {
  const path = url.split("?", 1)[0] ?? "";
  const template = Object.keys(document.paths).find((one) => isMatch(one, path));
  if (template === undefined) {
    assert.equal(response.statusCode, 404, `${path} answers, and is not in the document`);
    return;
  }
  const responses = document.paths[template]?.get?.responses ?? {};
  const status = String(response.statusCode);
  const announced = responses[status] ?? responses[`${status[0]}XX`];
  assert.ok(announced !== undefined, `${template} answers ${status}, which is not in the document`);
  if (announced.content === undefined) {
    assert.equal(response.body, "");
    return;
  }
  const mediaType = String(response.headers["content-type"]).split(";", 1)[0] ?? "";
  const { schema } = announced.content[mediaType] ?? {};
  assert.ok(schema !== undefined, `${template} answers as ${mediaType}, which is not in the document`);
  assertValid(document, schema, mediaType.endsWith("json") ? response.json() : response.body);
}

/** Fails unless a value fits a schema of the document. */
export function assertValid({ components }: OpenApi, schema: object, value: unknown): void {
  const validator = Compile({ ...schema, components } as object);
  assert.ok(validator.Check(value), JSON.stringify(validator.Errors(value)[1], null, 2));
}

/** Whether a path is one of a template's, `{name}` standing for any one part, or for what stands before its ending. */
function isMatch(template: string, path: string): boolean {
  const parts = path.split("/");
  const wanted = template.split("/");
  return (
    wanted.length === parts.length &&
    wanted.every((part, i) =>
      part.startsWith("{") ? parts[i]?.endsWith(part.replace(/^.*\}/, "")) : part === parts[i],
    )
  );
}
