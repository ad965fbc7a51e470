import {
  answers,
  attachments,
  questionAliases,
  questionEvents,
  questionRevisions,
  questions,
} from "../schema/index.ts";
import { describeTable } from "./described-table.ts";

const FOR_SEARCHING = "fait du texte, pour chercher : se refait";

/** The questions, their answers, and what happened to them. */
export const dumpedQuestions = [
  describeTable(questions, {
    description: "Les questions écrites, dans leur version actuelle",
    fields: {
      sourceId: "Identifiant du document sur le site (iddoc), ou « ref-… » tant que rien ne le dit",
      title: "Titre",
      session: "Session parlementaire, telle que publiée",
      year: "Année imprimée sur la page",
      officialReference: "Référence officielle, telle qu’imprimée",
      officialNumber: "Numéro, compté par ministre et par session",
      tabledOn: "Jour du dépôt",
      askedByName: "Nom de l’auteur, tel qu’imprimé",
      askedById: "L’auteur",
      addressedToName: "Nom du ministre interrogé, tel qu’imprimé",
      addressedToId: "Le ministre interrogé",
      addressedToOffice: "Titre du ministre, tel qu’imprimé ; null quand la page n’en donne pas",
      officeId: "Le titre du ministre ; null quand la page n’en donne pas",
      questionText: "Texte de la question, un paragraphe par alinéa séparé d’une ligne vide",
      announcedItems: "Nombre d’éléments annoncés par la page ; null quand elle n’en annonce pas",
      warnings: "Ce qui, sur la page, n’était pas comme attendu",
      state: "État, calculé : open, holding, answered ou converted",
      firstReplyOn: "Jour du premier envoi d’un ministre, calculé ; null sans envoi",
      answeredOn: "Jour de la première réponse sur le fond, calculé ; null sans elle",
      answerNature:
        "Nature de cette réponse, calculée : substantive, referral ou notCompetent ; null sans elle",
      convertedOn: "Jour où l’auteur a renoncé à la réponse écrite ; null sinon",
      delayDoubt: "Pourquoi le délai ne peut être dit, calculé ; null quand il peut l’être",
      answerDueOn: "Dernier jour pour répondre dans le délai, calculé ; null quand aucune règle ne le dit",
      answerRuleId: "La règle de délai appliquée ; null quand aucune ne s’applique",
      askedByParty: "Parti de l’auteur ce jour-là, d’après des listes publiées ; null quand aucune ne le dit",
      revision: "Numéro de la version actuelle, compté à partir de 1",
      snapshotId: "La page dont vient cette version",
      fetchedAt: "Dernière visite de la page, changée ou non",
      modifiedAt: "Quand Vigie a enregistré cette version, ou recalculé ce qui en découle",
    },
    leftOut: {
      titleWords: FOR_SEARCHING,
      titleVector: FOR_SEARCHING,
      searchVector: FOR_SEARCHING,
      searchRules: FOR_SEARCHING,
    },
  }),
  describeTable(questionAliases, {
    description: "Les anciens identifiants de questions, pour que d’anciens liens mènent encore quelque part",
    fields: {
      sourceId: "L’ancien identifiant",
      questionId: "La question",
    },
  }),
  describeTable(answers, {
    description: "Les réponses de la version actuelle, dans l’ordre de la page",
    fields: {
      questionId: "La question",
      position: "Place sur la page ; 0 pour la première",
      kind: "Genre, d’après l’intitulé : answer, holdingAnswer ou authorNote",
      answeredOn: "Jour de la réponse",
      answeredByName: "Nom du signataire, tel qu’imprimé",
      answeredById: "Le signataire",
      text: "Texte de la réponse",
      nature:
        "Nature, calculée : substantive, holding, referral ou notCompetent ; null sans texte, ou de l’auteur",
      natureEvidence: "Les mots sur lesquels repose la nature",
    },
  }),
  describeTable(attachments, {
    description: "Les annexes citées dans l’intitulé d’une réponse",
    fields: {
      questionId: "La question",
      answerPosition: "La réponse",
      position: "Place dans l’intitulé ; 0 pour la première",
      label: "Libellé",
      url: "Adresse ; null quand la page lue n’a pas de liens",
    },
  }),
  describeTable(questionRevisions, {
    description: "Chaque version enregistrée d’une question, entière",
    fields: {
      questionId: "La question",
      revision: "Numéro de la version, compté à partir de 1",
      snapshotId: "La page dont elle vient",
      parserVersion: "L’analyseur qui l’a lue",
      content: "Ce que disait la page",
      changes: "Ce qui la distingue de la version précédente ; vide pour la première",
      recordedAt: "Quand Vigie l’a enregistrée",
    },
  }),
  describeTable(questionEvents, {
    description: "Ce qui est arrivé aux questions, dans l’ordre où Vigie l’a constaté",
    fields: {
      questionId: "La question",
      revision: "La version qui l’a appris",
      kind: "Genre : tabled, holdingAnswer, answered, converted, corrected, disappeared ou reappeared",
      occurredOn: "Le jour que publie le Parlement ; null quand il n’en donne pas",
      recordedAt: "Quand Vigie l’a constaté",
    },
  }),
];
