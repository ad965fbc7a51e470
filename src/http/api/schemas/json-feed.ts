import { type Static, Type } from "typebox";
import { component, day, instant, nullable, oneOf, text } from "./schema.ts";

const item = Type.Object(
  {
    id: text("Identifiant, qui ne change jamais", "tag:vigie,2026:wallonia/55877"),
    url: text("La page de la question dans Vigie"),
    external_url: Type.Optional(text("La page officielle")),
    title: text("Titre"),
    summary: text("De qui, à qui, et où en est la réponse"),
    content_html: text("Le texte de la question et de ses réponses, en HTML sans script ni image"),
    date_published: instant("Le jour du dépôt, ou le moment de l’évènement"),
    date_modified: instant("Quand la version présente a été enregistrée, ou le moment de l’évènement"),
    authors: Type.Array(Type.Object({ name: Type.String() }), { description: "L’auteur de la question" }),
    tags: Type.Array(Type.String(), { description: "Session, compétences et genre d’évènement" }),
  },
  { description: "Une question, ou quelque chose qui lui est arrivé" },
);

export const JsonFeed = component(
  "JsonFeed",
  Type.Object(
    {
      version: oneOf(["https://jsonfeed.org/version/1.1"], "Version du format"),
      title: text("Titre du fil"),
      description: text("Quelles questions, et quelle période cette page couvre"),
      language: text("Langue", "fr"),
      home_page_url: text("Les mêmes questions dans Vigie"),
      feed_url: text("Adresse de la première page du fil"),
      next_url: Type.Optional(text("Adresse de la page suivante, plus ancienne ; absente sur la dernière")),
      authors: Type.Array(Type.Object({ name: Type.String() }), { description: "Qui publie le fil" }),
      _vigie: Type.Object(
        {
          from: nullable(day("Jour de l’entrée la plus ancienne de cette page ; null sans entrée")),
          to: nullable(day("Jour de l’entrée la plus récente de cette page ; null sans entrée")),
          filter: text("Quelles questions, en toutes lettres"),
        },
        { description: "Ce que cette page couvre" },
      ),
      items: Type.Array(item, { description: "Les entrées, la plus récente d’abord" }),
    },
    { description: "Une page de fil au format JSON Feed 1.1" },
  ),
);

export type JsonFeedJson = Static<typeof JsonFeed.ref>;
export const feedComponents = [JsonFeed];
