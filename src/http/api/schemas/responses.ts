import type { Readable } from "node:stream";
import { type TSchema, Type } from "typebox";
import { Problem } from "./problem.ts";

const ETAG = { type: "string", description: "À renvoyer dans « If-None-Match » : 304 si rien n’a changé" };
const LAST_MODIFIED = {
  type: "string",
  description: "Date du dernier changement, pour « If-Modified-Since »",
};
/** What an answer can be revalidated by. */
export const VALIDATORS = { ETag: ETAG, "Last-Modified": LAST_MODIFIED };
const LINK = {
  type: "string",
  description: 'rel="next" : adresse de la page suivante ; absent sur la dernière',
};

type Headers = Readonly<Record<string, { readonly type: string; readonly description: string }>>;

/** A JSON answer and the headers it carries. */
function json<Shape extends TSchema>(description: string, schema: Shape, headers: Headers) {
  return { description, headers, content: { "application/json": { schema } } };
}

/** An answer that can be revalidated by tag alone. */
export const tagged = <Shape extends TSchema>(description: string, schema: Shape) =>
  json(description, schema, { ETag: ETAG });

/** An answer that can be revalidated by tag or by date. */
export const dated = <Shape extends TSchema>(description: string, schema: Shape) =>
  json(description, schema, VALIDATORS);

/** A dated answer that comes in pages. */
export const paged = <Shape extends TSchema>(description: string, schema: Shape) =>
  json(description, schema, { ...VALIDATORS, Link: LINK });

/** A file in another form than JSON, that can be revalidated by tag or by date. */
export const file = (description: string, mediaType: string) => ({
  description,
  headers: VALIDATORS,
  content: { [mediaType]: { schema: Type.Unsafe<string | Readable>({ type: "string" }) } },
});

/** A refusal, as problem+json. */
export function problem(description: string) {
  return { description, content: { "application/problem+json": { schema: Problem.ref } } };
}

/** What an address with filters answers where one of them names what nobody knows. */
export const unknownName = problem(
  "Rien ni personne ne porte le nom donné ; « suggestions » propose les noms voisins",
);

export const failure = { "5xx": problem("La faute est de notre côté") };

const refusedForNow = {
  ...problem("Trop de requêtes en une minute ; « Retry-After » dit quand reprendre"),
  headers: {
    "Retry-After": { type: "integer", description: "Dans combien de secondes reprendre" },
    RateLimit: { type: "string", description: "Ce qui reste de la minute : r requêtes, t secondes" },
    "RateLimit-Policy": { type: "string", description: "Ce qui est permis : q requêtes en w secondes" },
  },
};

/** What every address of the interface may answer, feeds and dumps included, beside what was asked for. */
export const common = {
  304: Type.Null({ description: "Rien n’a changé depuis la version que le client possède" }),
  400: problem("Un paramètre est inconnu ou mal écrit ; « parameter » le nomme"),
  429: refusedForNow,
  ...failure,
};
