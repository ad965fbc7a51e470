import { type Static, Type } from "typebox";
import { component, count, day, nullable, oneOf, text } from "./schema.ts";

/** A day, a month or a year, as exactly as it is known. */
const looseDay = (description: string) =>
  Type.String({ description, pattern: "^[0-9]{4}(-[0-9]{2}){0,2}$", examples: ["2014-07"] });

const otherNames = Type.Array(Type.Object({ name: text("Autre graphie, telle que publiée") }), {
  description: "Les autres graphies",
});

const links = (description: string) =>
  Type.Array(Type.Object({ url: text("Adresse"), note: Type.Optional(text("Ce qui s’y trouve")) }), {
    description,
  });

const PopoloPerson = component(
  "PopoloPerson",
  Type.Object(
    {
      id: text("Identifiant de la personne : son slug", "dupont-anne"),
      name: text("Nom tel que les pages l’impriment, dans sa graphie la plus complète"),
      sort_name: text("Le même : les pages impriment le nom de famille d’abord"),
      other_names: otherNames,
      identifiers: Type.Array(
        Type.Object({ scheme: text("Qui donne l’identifiant"), identifier: text("Lui-même") }),
        {
          description: "Les identifiants connus",
        },
      ),
      links: links("Où en lire plus"),
    },
    { description: "Quelqu’un que des questions nomment comme auteur, destinataire ou signataire" },
  ),
);

const PopoloOrganization = component(
  "PopoloOrganization",
  Type.Object(
    {
      id: text("Identifiant de l’organisation", "government/magnette"),
      name: text("Son nom", "Magnette"),
      classification: oneOf(["government", "party"], "government : un gouvernement ; party : un parti"),
      other_names: otherNames,
      founding_date: Type.Optional(looseDay("Serment du gouvernement, aussi exactement qu’il est connu")),
      dissolution_date: Type.Optional(looseDay("Serment du suivant, aussi exactement qu’il est connu")),
      sources: links("D’où ces dates sont tirées"),
    },
    { description: "Un gouvernement ou un parti" },
  ),
);

const PopoloPost = component(
  "PopoloPost",
  Type.Object(
    {
      id: text("Identifiant de la fonction", "post/ministre-de-la-mobilite"),
      label: text("Titre, tel que publié la première fois"),
      role: text("Le même"),
    },
    { description: "Un titre sous lequel un ministre a été interrogé, quel que soit son titulaire" },
  ),
);

const PopoloMembership = component(
  "PopoloMembership",
  Type.Object(
    {
      id: text("Identifiant de l’appartenance"),
      person_id: text("Identifiant de la personne"),
      organization_id: nullable(
        text(
          "Identifiant du gouvernement ou du parti ; null quand les sources laissent ouvert quel gouvernement c’était",
        ),
      ),
      post_id: Type.Optional(text("Identifiant de la fonction exercée dans ce gouvernement")),
      role: oneOf(["minister", "member"], "minister : dans un gouvernement ; member : d’un parti"),
      on_behalf_of_id: Type.Optional(text("Identifiant du parti de la personne dans ce gouvernement")),
      start_date: day("Dépôt de la première question qui le montre"),
      end_date: day("Dépôt de la dernière question qui le montre"),
      dates_seen_in_questions: Type.Unsafe<true>({
        type: "boolean",
        enum: [true],
        description:
          "Toujours vrai : ces dates sont celles des questions, non d’une nomination ; la période réelle peut les déborder",
      }),
      questions: count("Nombre des questions qui le montrent"),
    },
    { description: "Qui faisait partie de quoi, tel que les questions le montrent" },
  ),
);

export const Popolo = component(
  "Popolo",
  Type.Object(
    {
      persons: Type.Array(PopoloPerson.ref, { description: "Les personnes, par slug" }),
      organizations: Type.Array(PopoloOrganization.ref, {
        description: "Les gouvernements dans l’ordre du temps, puis les partis par slug",
      }),
      posts: Type.Array(PopoloPost.ref, { description: "Les titres de ministres, par slug" }),
      memberships: Type.Array(PopoloMembership.ref, {
        description: "Qui faisait partie de quoi, par personne",
      }),
    },
    { description: "Personnes, gouvernements, partis et fonctions, au format Popolo" },
  ),
);

export const popoloComponents = [PopoloPerson, PopoloOrganization, PopoloPost, PopoloMembership, Popolo];

export type PopoloJson = Static<typeof Popolo.ref>;
