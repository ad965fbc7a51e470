import type { FastifyError, FastifyRequest } from "fastify";
import { BadRequestError } from "../../errors.ts";

/** What is known of a parameter from the schema of its route. */
interface ParameterSchema {
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly description?: string;
}

type Parameters = Readonly<Record<string, ParameterSchema>>;

/** Says which parameter the validator refused, what it was given and what would be accepted. */
export function refusalOfInput(error: FastifyError, request: FastifyRequest): BadRequestError {
  const [fault] = error.validation ?? [];
  const isQuery = error.validationContext === "querystring";
  const given = (isQuery ? request.query : request.params) as Readonly<Record<string, unknown>>;
  const accepted = parametersOf(isQuery ? request.routeOptions.schema?.querystring : undefined);

  const unexpected = fault?.params.additionalProperty;
  if (typeof unexpected === "string") return unknownParameter(unexpected, Object.keys(accepted));

  const name = fault?.instancePath.split("/")[1] ?? "";
  const value = given[name];
  if (Array.isArray(value)) {
    return new BadRequestError(name, `Le paramètre « ${name} » ne peut être donné qu’une fois.`);
  }
  const refused = `Le paramètre « ${name} » ne peut pas être « ${cut(String(value))} ».`;
  return new BadRequestError(name, `${refused} ${expectationOf(accepted[name] ?? {})}`);
}

function parametersOf(schema: unknown): Parameters {
  return (schema as { properties?: Parameters } | undefined)?.properties ?? {};
}

function unknownParameter(name: string, accepted: readonly string[]): BadRequestError {
  const known = accepted.length === 0 ? "Cette adresse n’en a aucun." : `Acceptés : ${accepted.join(", ")}.`;
  return new BadRequestError(name, `Le paramètre « ${cut(name)} » n’existe pas ici. ${known}`);
}

function expectationOf({ type, format, description, ...schema }: ParameterSchema): string {
  if (schema.enum !== undefined) return `Valeurs acceptées : ${schema.enum.join(", ")}.`;
  if (format === "date") return "Attendu : un jour du calendrier, sous la forme AAAA-MM-JJ.";
  if (type === "integer") return `Attendu : un nombre entier de ${schema.minimum} à ${schema.maximum}.`;
  return description === undefined
    ? ""
    : `Attendu : ${description.charAt(0).toLowerCase()}${description.slice(1)}.`;
}

/** Enough of what was given to recognise it. */
const cut = (value: string) => (value.length > 80 ? `${value.slice(0, 80)}…` : value);
