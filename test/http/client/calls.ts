import type { OpenApi, OpenApiOperation } from "../../helpers/documented.ts";
import type { ExampleRegister } from "./example-register.ts";

/** One request to an operation, by the examples of its parameters. */
export interface Call {
  /** Of the operation, and of the one parameter of the query that is given, if any. */
  readonly name: string;
  readonly path: string;
  readonly operation: OpenApiOperation;
  readonly inPath: Readonly<Record<string, string>>;
  readonly inQuery: Readonly<Record<string, unknown>>;
}

/** Every operation as the documentation calls it, then with each parameter that has an example or a default. */
export function listCalls({ document, addresses }: ExampleRegister): Call[] {
  return operationsOf(document).flatMap(({ path, operation }) => {
    const { operationId, parameters = [] } = operation;
    const [inPath = "", inQuery = ""] = (addresses.get(operationId) ?? "").split("?");
    const shown = new URLSearchParams(inQuery);
    const values = parameters
      .filter((parameter) => parameter.in === "query")
      .map(({ name, example, schema }) => [name, example ?? schema.default] as const)
      .filter(([, value]) => value !== undefined);
    const base: Call = {
      name: operationId,
      path,
      operation,
      inPath: valuesInPath(path, inPath),
      inQuery: Object.fromEntries(values.filter(([name]) => shown.has(name))),
    };
    const withEach = values.map(([name, value]) => ({
      ...base,
      name: `${operationId} ${name}`,
      inQuery: { ...base.inQuery, [name]: value },
    }));
    return [base, ...withEach];
  });
}

/** Everything the document describes, GET being all there is. */
export function operationsOf(document: OpenApi): { path: string; operation: OpenApiOperation }[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.values(methods).map((operation) => ({ path, operation })),
  );
}

/** The media types in which an operation gives what was asked for. */
export function mediaTypesOf({ responses }: OpenApiOperation): string[] {
  return Object.keys(responses["200"]?.content ?? {});
}

/** What stands in an address at the places of a template. */
function valuesInPath(template: string, path: string): Record<string, string> {
  const pattern = template.replaceAll(".", "\\.").replace(/\{(\w+)\}/g, "(?<$1>[^/]+)");
  const { groups = {} } = new RegExp(`^${pattern}$`).exec(path) ?? {};
  return Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)]));
}
