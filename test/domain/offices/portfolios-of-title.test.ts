import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { suite, test } from "node:test";
import { portfoliosOfTitle, portfolioSlugOf } from "../../../src/domain/offices/portfolios-of-title.ts";
import { projectRoot } from "../../helpers/source-files.ts";

type Split = readonly (readonly [title: string, ...portfolios: string[]])[];

/** Every title seen on pages of 2004 to 2024, split by hand. */
const PUBLISHED: Split = [
  ["Ministre-Président du Gouvernement wallon"],
  ["Ministre de l'Economie et de l'Emploi", "Economie", "Emploi"],
  [
    "Ministre de la Santé, de l'Action sociale et de l'Egalité des chances",
    ...["Santé", "Action sociale", "Egalité des chances"],
  ],
  [
    "Ministre de la Santé, de l'Action sociale et de l'Egalité des Chances",
    ...["Santé", "Action sociale", "Egalité des Chances"],
  ],
  [
    "Ministre de l'Agriculture, de la Ruralité, de l'Environnement et du Tourisme",
    ...["Agriculture", "Ruralité", "Environnement", "Tourisme"],
  ],
  [
    "Ministre du Budget, des Finances, de l'Equipement et du Patrimoine",
    ...["Budget", "Finances", "Equipement", "Patrimoine"],
  ],
  [
    "Ministre des Affaires intérieures et de la Fonction publique",
    "Affaires intérieures",
    "Fonction publique",
  ],
  ["Ministre des Pouvoirs locaux et de la Ville", "Pouvoirs locaux", "Ville"],
  [
    "Ministre du Budget, des Finances, de l'Emploi, de la Formation et des Sports",
    ...["Budget", "Finances", "Emploi", "Formation", "Sports"],
  ],
  [
    "Ministre des Travaux publics, de l'Agriculture, de la Ruralité, de la Nature, de la Forêt et du Patrimoine",
    ...["Travaux publics", "Agriculture", "Ruralité", "Nature", "Forêt", "Patrimoine"],
  ],
  [
    "Ministre de l'Environnement, de l'Aménagement du Territoire et de la Mobilité",
    ...["Environnement", "Aménagement du Territoire", "Mobilité"],
  ],
  [
    "Ministre du Développement durable et de la Fonction publique",
    ...["Développement durable", "Fonction publique"],
  ],
  [
    "Ministre de l'Economie, des PME, du Commerce extérieur et des Technologies nouvelles",
    ...["Economie", "PME", "Commerce extérieur", "Technologies nouvelles"],
  ],
  [
    "Ministre de l'Economie, de l'Industrie, de l'Innovation et du Numérique",
    ...["Economie", "Industrie", "Innovation", "Numérique"],
  ],
  [
    "Ministre des Travaux publics, de la Santé, de l'Action sociale et du Patrimoine",
    ...["Travaux publics", "Santé", "Action sociale", "Patrimoine"],
  ],
  [
    "Ministre des Pouvoirs locaux, de la Ville, du Logement et de l'Energie",
    ...["Pouvoirs locaux", "Ville", "Logement", "Energie"],
  ],
  [
    "Ministre du Budget, de la Fonction publique et de la Simplification administrative",
    ...["Budget", "Fonction publique", "Simplification administrative"],
  ],
  [
    "Ministre de l'Environnement, de l'Aménagement du Territoire, de la Mobilité et des Transports, des Aéroports " +
      "et du Bien-être animal",
    ...[
      "Environnement",
      "Aménagement du Territoire",
      "Mobilité",
      "Transports",
      "Aéroports",
      "Bien-être animal",
    ],
  ],
  [
    "Ministre de l’Environnement, de l’Aménagement du Territoire, de la Mobilité et des Transports et du " +
      "Bien-être animal",
    ...["Environnement", "Aménagement du Territoire", "Mobilité", "Transports", "Bien-être animal"],
  ],
  ["Ministre des Pouvoirs locaux, de la Ville et du Logement", "Pouvoirs locaux", "Ville", "Logement"],
  [
    "Ministre de l'Economie, de l’Industrie, de la Recherche, de l’Innovation, du Numérique, de l’Emploi et de la " +
      "Formation",
    ...["Economie", "Industrie", "Recherche", "Innovation", "Numérique", "Emploi", "Formation"],
  ],
  [
    "Ministre de l'Environnement, de la Transition écologique, de l'Aménagement du Territoire, des Travaux publics, " +
      "de la Mobilité, des Transports, du Bien-être animal et des Zonings",
    ...["Environnement", "Transition écologique", "Aménagement du Territoire", "Travaux publics", "Mobilité"],
    ...["Transports", "Bien-être animal", "Zonings"],
  ],
  [
    "Ministre de l'Agriculture, de la Nature, de la Forêt, de la Ruralité, du Tourisme, du Patrimoine et délégué à " +
      "la Grande Région",
    ...["Agriculture", "Nature", "Forêt", "Ruralité", "Tourisme", "Patrimoine", "Grande Région"],
  ],
  [
    "Ministre de l’Action sociale, de la Santé, de l’Egalité des chances, de la Fonction publique et de la " +
      "Simplification administrative",
    ...[
      "Action sociale",
      "Santé",
      "Egalité des chances",
      "Fonction publique",
      "Simplification administrative",
    ],
  ],
  [
    "Ministre du Budget, des Finances, de l'Energie, du Climat et des Aéroports",
    ...["Budget", "Finances", "Energie", "Climat", "Aéroports"],
  ],
  [
    "Ministre des Pouvoirs locaux, du Logement et des Infrastructures sportives",
    ...["Pouvoirs locaux", "Logement", "Infrastructures sportives"],
  ],
  [
    "Ministre de l'Environnement, de la Nature, de la Forêt, de la Ruralité et du Bien-être animal",
    ...["Environnement", "Nature", "Forêt", "Ruralité", "Bien-être animal"],
  ],
  ["Ministre du Logement, des Pouvoirs locaux et de la Ville", "Logement", "Pouvoirs locaux", "Ville"],
  [
    "Ministre du Climat, de l'Energie, de la Mobilité et des Infrastructures",
    ...["Climat", "Energie", "Mobilité", "Infrastructures"],
  ],
  [
    "Ministre de la Fonction publique, de l'Informatique, de la Simplification administrative, en charge des " +
      "allocations familiales, du Tourisme, du Patrimoine et de la Sécurité routière",
    ...[
      "Fonction publique",
      "Informatique",
      "Simplification administrative",
      "allocations familiales",
      "Tourisme",
    ],
    ...["Patrimoine", "Sécurité routière"],
  ],
  [
    "Ministre du Budget et des Finances, des Aéroports et des Infrastructures sportives",
    ...["Budget", "Finances", "Aéroports", "Infrastructures sportives"],
  ],
];

/** Forms that lists of the press have, or that titles may take. */
const OTHER_FORMS: Split = [
  ["Ministre"],
  ["Ministre-Présidente"],
  ["ministre-président du gouvernement de Wallonie"],
  ["Vice-Président du Gouvernement wallon"],
  ["Ministre-Président, chargé de la Coordination de la Politique", "Coordination de la Politique"],
  ["Vice-Présidente et Ministre des Écluses", "Écluses"],
  ["vice-Présidente, ministre de l'Emploi", "Emploi"],
  ["VICE-MINISTRE-PRÉSIDENTE ET MINISTRE DU CLIMAT", "CLIMAT"],
  ["Vice-Pre\u0301sident et Ministre de l’E\u0301nergie", "Énergie"],
  ["Ministre des Écluses et Vice-Présidente", "Écluses"],
  ["Ministre wallonne du Climat", "Climat"],
  ["ministre de l'Economie, l'Emploi et la formation", "Economie", "Emploi", "formation"],
  ["Ministre des Écluses, des Passerelles, et des Phares", "Écluses", "Passerelles", "Phares"],
  ["Ministre des Écluses ainsi que des Phares", "Écluses", "Phares"],
  ["Ministre des Écluses ;\u00a0des\u00a0Phares.", "Écluses", "Phares"],
  ["Ministre déléguée à la Grande Région", "Grande Région"],
  ["Ministre, déléguée aux Phares et chargée d’Écluses", "Phares", "Écluses"],
  ["Environnement, Nature, Bien-être animal", "Environnement", "Nature", "Bien-être animal"],
  ["Economie, P.M.E., Commerce extérieur", "Economie", "P.M.E.", "Commerce extérieur"],
  ["Ministre des P.M.E.", "P.M.E."],
  ["Ministre de l'Économie et de l’Economie", "Économie"],
];

/** What looks like a place to cut and is none. */
const WHOLE: Split = [
  ["Commerce extérieur, Recherche et Innovation", "Commerce extérieur", "Recherche et Innovation"],
  ["Ministre de la Lutte contre la pauvreté", "Lutte contre la pauvreté"],
  ["Ministre de l'Aide à la jeunesse et aux familles", "Aide à la jeunesse et aux familles"],
  [
    "Ministre des Infrastructures d'accueil de la petite enfance",
    "Infrastructures d'accueil de la petite enfance",
  ],
  [
    "Fonction publique (Personnel, Bâtiments et des Archives), Sports",
    ...["Fonction publique (Personnel, Bâtiments et des Archives)", "Sports"],
  ],
  ["Fonction publique (Personnel, Sports", "Fonction publique (Personnel", "Sports"],
  ["Ministre des", "des"],
  ["Ministres réunis", "Ministres réunis"],
  ["Secrétaire d'État au Logement", "Secrétaire d'État au Logement"],
];

for (const [rule, table] of Object.entries({
  "a published title holds its portfolios": PUBLISHED,
  "a rank is no portfolio, and articles are none of its words": OTHER_FORMS,
  "what no rule splits stays whole": WHOLE,
})) {
  suite(rule, () => {
    for (const [title, ...portfolios] of table) {
      test(title, () => assert.deepEqual(portfoliosOfTitle(title), portfolios));
    }
  });
}

test("nothing is in a title without words", () => {
  for (const title of ["", " \u00a0 ", ",", ", ;"]) assert.deepEqual(portfoliosOfTitle(title), []);
});

test("a title of any length is split at once", { timeout: 5000 }, () => {
  const long = ["a,", "(", "( ,", " et ", "et de ", "de la ", "P.M.", "ministre-", "délégué à "];
  for (const text of long) portfoliosOfTitle(text.repeat(20_000));
});

test("portfolios are one in any spelling, with or without an article", () => {
  for (const [slug, ...spellings] of [
    ["economie", "Economie", "l'Economie", "de l’Économie", "ECONOMIE", "E\u0301conomie"],
    ["pme", "PME", "P.M.E.", "des P.M.E.", "P.M.E"],
    ["bien-etre-animal", "Bien-être animal", "le bien-être animal", "bien-etre-animal"],
    ["allocations-familiales", "allocations familiales", "des Allocations familiales"],
    ["economie-sociale", "Economie sociale"],
    ["", "??", ""],
  ] as const) {
    for (const spelling of spellings) assert.equal(portfolioSlugOf(spelling), slug, spelling);
  }
});

const SHARED = join(projectRoot, "../shared");
const OBSERVED = join(SHARED, "domain/offices-observed.tsv");
const CORPUS = join(SHARED, "corpus/autumn-2013/truth.jsonl");
const skip =
  existsSync(OBSERVED) && existsSync(CORPUS) ? false : "no ../shared beside the project: titles not compared";

test("every title observed is in the table of published ones", { skip }, () => {
  const observed = readFileSync(OBSERVED, "utf8").trim().split("\n").slice(1);
  const corpus = readFileSync(CORPUS, "utf8").trim().split("\n");
  const titles = [
    ...observed.map((row) => row.split("\t")[1]!),
    ...corpus.map((line) => (JSON.parse(line) as { addresseeTitle: string }).addresseeTitle),
  ];
  const known = new Set(PUBLISHED.map(([title]) => title));
  for (const title of new Set(titles)) assert.ok(known.has(title), title);
});
