import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { isWithdrawalNotice } from "../../src/domain/withdrawal.ts";

const NOTICES: readonly string[] = [
  "QE RETIRÉE PAR SON AUTEUR",
  "qe retiree par son auteur",
  "Q.E. retirée par son auteur.",
  "Q. E. RETIREE PAR L'AUTEUR",
  "QE retire\u0301e par son auteur",
  "Question écrite retirée par l’auteur",
  "Question écrite retirée par son auteure !",
  "Question retirée par son autrice",
  "Question retirée par ses auteurs",
  "Question retirée à la demande de l'auteur(e)",
  "(Question écrite n° 217 (2013-2014) 1 retirée par son auteur)",
  "La présente question a été retirée par son auteur le 1er octobre 2013.",
  "La question est retirée par son auteur en date du 01/10/2013.",
  "Retirée par son auteur",
  "Retiré par l'auteur",
  "Retiré(e) par l’auteur",
  "*** QE retirée ***",
  "Question écrite retirée.",
  "Retrait par l'auteur",
  "RETRAIT DE LA QUESTION ÉCRITE PAR SON AUTEUR",
  "Retrait de la QE à la demande de l’auteur",
  "L'auteur a retiré sa question.",
  "L’autrice retire la question écrite",
  "Question retirée par son auteur\n\nElle sera posée en commission.",
  "Q.E. retirée par son auteur. Elle sera posée en commission.",
];

const OTHERS: readonly (readonly [why: string, text: string])[] = [
  ["nothing is said", ""],
  ["nothing but signs", "***"],
  ["something else was withdrawn", "La proposition de décret a été retirée par son auteur."],
  ["a demand was", "La demande de permis a été retirée par son auteur le 1er octobre 2013."],
  ["it is not said what", "Retirée."],
  ["a noun alone", "Retrait"],
  ["somebody else withdrew it", "Question retirée par le ministre"],
  ["it was taken off a list", "Question retirée de l'ordre du jour"],
  ["it is denied", "La question n'a pas été retirée par son auteur."],
  ["it was not yet", "La question sera retirée par son auteur."],
  ["it was by mistake", "Question retirée par erreur par son auteur"],
  ["it asks", "Question retirée par son auteur ?"],
  ["it asks after that", "Question retirée par son auteur. Pourquoi ?"],
  [
    "it is told of somebody",
    "L'auteur a retiré sa question au ministre de la Mobilité pour la poser à son collègue.",
  ],
  ["it is not the first that is said", "Les écluses sont fermées. Question retirée par son auteur."],
  ["it goes on", "Question retirée par son auteur l'an dernier, et posée de nouveau à présent."],
  ["another question is meant", "Une question écrite retirée par son auteur reste sans réponse."],
  ["a licence was", "Le retrait de l'agrément par son auteur"],
  ["it names the thing before", "QE relative au carrelet retirée par son auteur"],
  [
    "a long text mentions a bill",
    "Le projet de décret sur les passerelles a été retiré par son auteur. Les communes riveraines attendaient ce texte " +
      "pour rouvrir quatre ouvrages aux piétons avant l'été.\n\nQuand un nouveau projet sera-t-il déposé ?",
  ],
  [
    "a long text begins like a notice",
    "Question retirée par son auteur. Ainsi répondait-on en mars à ceux qui demandaient quand rouvriraient les passerelles " +
      "du canal. Je souhaite savoir ce qu'il en est à présent.",
  ],
];

suite("a question was withdrawn where its page says", () => {
  for (const text of NOTICES) test(JSON.stringify(text), () => assert.ok(isWithdrawalNotice(text)));
});

suite("a question was not withdrawn where", () => {
  for (const [why, text] of OTHERS) test(why, () => assert.ok(!isWithdrawalNotice(text)));
});
