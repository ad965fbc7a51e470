import { type Static, Type } from "typebox";
import { PROBLEMS } from "../../problems.ts";
import { component, text } from "./schema.ts";

export const Problem = component(
  "Problem",
  Type.Object(
    {
      type: text("Adresse de l’explication"),
      title: text("Nature du problème"),
      status: Type.Integer({ description: "Statut HTTP" }),
      detail: text("Ce qui s’est passé et ce qui est attendu, en une phrase"),
      code: Type.String({
        description: "Nature du problème, pour un programme ; stable",
        examples: Object.keys(PROBLEMS),
      }),
      instance: Type.Optional(text("L’adresse demandée ; absente quand elle n’a pas pu être lue")),
      parameter: Type.Optional(text("Le paramètre en cause")),
      suggestions: Type.Optional(
        Type.Array(Type.Object({ slug: Type.String(), name: Type.String() }), {
          description: "Des noms voisins, le plus proche d’abord",
        }),
      ),
      requestId: Type.Optional(text("Numéro de la requête dans notre journal")),
    },
    { description: "Une erreur, selon la RFC 9457 (application/problem+json)" },
  ),
);

export type ProblemJson = Static<typeof Problem.ref>;
