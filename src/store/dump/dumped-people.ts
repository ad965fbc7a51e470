import { officePortfolios, offices, personNames, persons, portfolios } from "../schema/index.ts";
import { describeTable } from "./described-table.ts";

/** Who asks and who answers, as the pages name them. */
export const dumpedPeople = [
  describeTable(persons, {
    description: "Les personnes nommées sur les pages, comme auteur, destinataire ou signataire",
    fields: {
      slug: "Le nom sans casse, accents ni ponctuation : la clé par laquelle les graphies se retrouvent",
      name: "La graphie la plus complète rencontrée",
    },
  }),
  describeTable(personNames, {
    description: "Toutes les graphies d’un nom, telles que les pages les impriment",
    fields: {
      personId: "La personne",
      name: "La graphie",
      slug: "La même, sans casse, accents ni ponctuation",
    },
  }),
  describeTable(offices, {
    description: "Les titres sous lesquels des questions ont été adressées",
    fields: {
      personId: "Qui porte le titre",
      slug: "Le titre sans casse, accents ni ponctuation",
      title: "Le titre, tel que publié la première fois",
    },
  }),
  describeTable(portfolios, {
    description: "Les compétences que citent les titres",
    fields: {
      slug: "Le nom sans casse, accents ni ponctuation",
      name: "La graphie la plus complète rencontrée",
    },
  }),
  describeTable(officePortfolios, {
    description: "Quelles compétences un titre réunit",
    fields: {
      officeId: "Le titre",
      portfolioId: "La compétence",
      position: "Sa place dans le titre ; 0 pour la première",
    },
  }),
];
