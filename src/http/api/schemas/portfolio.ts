import { Type } from "typebox";
import { governmentOrNull, seenDays } from "./offices.ts";
import { component, count, text } from "./schema.ts";

const slug = text(
  "Nom sans casse ni accents, utilisable comme filtre et dans les adresses",
  "bien-etre-animal",
);
const personSlug = text(
  "Nom sans casse ni accents, utilisable comme filtre et dans les adresses",
  "dupont-anne",
);
const personName = text("Le nom dans son orthographe la plus complète");

const shared = {
  slug,
  name: text("La compétence, sans article, dans son orthographe la plus complète", "Bien-être animal"),
  holderCount: count("Nombre de personnes interrogées sous un titre qui la contient"),
  lastHolder: Type.Object(
    { slug: personSlug, name: personName },
    { description: "La dernière personne interrogée sous un tel titre" },
  ),
  ...seenDays("sous un titre qui la contient"),
  questions: count(
    "Nombre de questions adressées sous un titre qui la contient ou, sans titre imprimé, à qui l’exerçait ce jour-là ; " +
      "ce que trouve le filtre « portfolio »",
  ),
};

const PortfolioHolder = component(
  "PortfolioHolder",
  Type.Object(
    {
      person: Type.Object({ slug: personSlug, name: personName }, { description: "La personne interrogée" }),
      office: text("Son titre, tel que publié"),
      government: governmentOrNull,
      ...seenDays("sous ce titre, pendant ce gouvernement"),
    },
    {
      description:
        "Quelqu’un qui a exercé la compétence ; les dates sont celles des questions, non d’une nomination",
    },
  ),
);

const PortfolioSummary = component(
  "PortfolioSummary",
  Type.Object(shared, { description: "Une compétence, telle que les titres des ministres la nomment" }),
);

export const Portfolio = component(
  "Portfolio",
  Type.Object(
    {
      ...shared,
      holders: Type.Array(PortfolioHolder.ref, {
        description: "Ses détenteurs, dans l’ordre où ils apparaissent",
      }),
    },
    { description: "Une compétence et ceux qui l’ont exercée" },
  ),
);

export const PortfolioList = component(
  "PortfolioList",
  Type.Object(
    { items: Type.Array(PortfolioSummary.ref, { description: "Les compétences, par ordre alphabétique" }) },
    { description: "Toutes les compétences" },
  ),
);

export const portfolioComponents = [PortfolioHolder, PortfolioSummary, Portfolio, PortfolioList];
