import { anyOf, inOrder, type Phrase } from "./phrase.ts";

/** « compétence », « attributions », « ressort ». */
const COMPETENCE = "(?:competences?|attributions?|ressort)\\b";

/** Who answers instead: « ma collègue », « l'État fédéral », « la Communauté française ». */
const ANOTHER = `\\b(?:${[
  "ministres?|secretaire d'etat|collegues?|homologues?",
  "federal|(?:etat|autorite|gouvernement|niveau|pouvoir) federale?",
  "communaute|pouvoir organisateur|autorites (?:communales|provinciales|de la (?:commune|province))",
  "gouvernement (?:flamand|bruxellois)|region (?:flamande|bruxelloise)",
].join("|")})\\b`;

/** The same, or named by a word that stands for it. */
const ANOTHER_NAMED = `(?:${ANOTHER}|\\b(?:celle-ci|celui-ci|madame|monsieur|a elle|a lui)\\b)`;

const BELONG = [
  "releve|relevent|relevait|relevant|ressort|ressortit|ressortissent|ressortissant|rentre|rentrent|rentrant",
  "entre|entrent|entrant|figure|figurent|est|sont|etant|ayant|fait|font|faisant",
].join("|");

/** « ne relève pas », « n'entrant donc pas », « n'ayant pas … dans ». */
const DOES_NOT_BELONG = inOrder(
  `\\b(?:ne |n')(?:${BELONG}) (?:donc |des lors |toutefois |malheureusement ){0,2}`,
  "(?:pas|plus|nullement|aucunement)\\b",
  "(?! (?:seulement|uniquement|exclusivement|directement|que|tous|toutes|entierement)\\b)",
).source;

/** « aussi de mes compétences », « conjointement »: the matter is the minister's too. */
const SHARED = inOrder(
  "\\b(?:egalement|aussi|a la fois|ainsi que|conjointement|moi-meme|les miennes|plusieurs)\\b",
  "|\\b(?:mes|ma) (?:competences?|attributions?)\\b",
);

const OURS = "\\b(?:mes|ma|mon)(?: seules?| (?:champ|domaine|sphere) de)?";

/** Statements that the matter of the clause is not the minister's. */
export const NOT_MINE: readonly Phrase[] = [
  {
    name: "not among my powers",
    example: "Cette question ne relève pas de mes compétences.",
    pattern: inOrder(DOES_NOT_BELONG, ".{0,40}", OURS, " ", COMPETENCE),
  },
  {
    name: "beyond my powers",
    example: "Cette matière échappe à mes compétences.",
    pattern: inOrder("\\b(?:echappe(?:nt)?|hors|sort(?:ent)?|decliner)\\b.{0,20}", OURS, " ", COMPETENCE),
  },
  {
    name: "I am not the one to answer",
    example: "Je ne suis pas compétente pour répondre à cette question.",
    pattern: inOrder(
      "\\bje ne suis (?:donc |des lors )?pas (?:le ministre |la ministre )?(?:competente?|habilitee?)",
      "(?:[.]?$|,| (?:(?:pour|a) (?:y )?repondre|(?:en|dans|pour) (?:la |cette |ce |le )?(?:matiere|",
      "domaine|sujet))\\b)",
    ),
  },
  {
    name: "not a power of this Region",
    example: "Cette matière ne relève pas de la compétence de la Région.",
    pattern: inOrder(
      DOES_NOT_BELONG,
      ".{0,20}\\b(?:competences?|attributions?|exercees?)\\b.{0,20}\\b(?:region|wallonie|",
      "gouvernement wallon|regionale?s?)\\b",
    ),
    unless: /\bexclusi|\bseules?\b/,
  },
  {
    name: "I have no power",
    example: "Je ne dispose d'aucune compétence en matière de police des bacs.",
    pattern: inOrder(
      "\\bje ne dispose (?:pas de |d'aucune )competence (?:en (?:la )?matiere|pour (?:y )?repondre)\\b",
    ),
  },
  {
    name: "no matter of this Region",
    example: "La police des bacs n'est pas une matière régionale.",
    pattern: /\bn'est pas une (?:matiere|competence) regionale(?:[.]?$|,)/,
  },
  {
    name: "does not concern me",
    example: "Cette question ne me concerne pas.",
    pattern: /\bne (?:me )?concerne(?:nt)? pas(?:[.]?$|,| la region\b| la wallonie\b| mes competences\b)/,
  },
];

/** Statements that the matter of the clause is another's: a minister, another level of government. */
export const ANOTHERS: readonly Phrase[] = [
  {
    name: "belongs to another",
    example: "Cette question relève de la compétence exclusive de ma collègue.",
    pattern: inOrder(
      "\\b(?:releve(?:nt|rait)?|relevant|ressort(?:it|ent|issant)?|incombe(?:nt)?|appartien(?:t|",
      "nent))\\b.{0,70}",
      ANOTHER,
    ),
    unless: anyOf(
      "\\b(?:ne |n')(?:releve|ressort|incombe|appartien)",
      // « il appartient au Ministre de soumettre ce rapport », but not « d'y répondre ».
      "\\bappartient\\b.{0,60}\\bd(?:e |')(?!repondre|apporter|fournir)[a-z]+(?:er|ir|re)\\b",
      SHARED,
    ),
  },
  {
    name: "is another's power",
    example: "Cette question est de la compétence de Monsieur le Ministre du Budget.",
    pattern: inOrder(
      "(?:\\b(?:est|sont|etant) (?:bien |donc |toutefois )?(?:de|du|des|une|dans)|",
      "\\bs'agi(?:t|ssant) d'une)",
      "\\b.{0,30}\\b",
      COMPETENCE,
      "(?:.{0,30}",
      ANOTHER,
      "| (?:exclusive )?(?:des communes|de la (?:commune|province))\\b)",
    ),
    unless: SHARED,
  },
  {
    name: "another is competent",
    example: "La Ministre du Logement est compétente pour répondre à cette question.",
    pattern: inOrder(
      ANOTHER,
      ".{0,60}\\b(?:est|sont) (?:seule? )?competente?s? (?:pour (?:y )?repondre|en la matiere)\\b",
    ),
  },
  {
    name: "another looks after it",
    example: "Cette matière est gérée par ma collègue.",
    pattern: inOrder(
      "\\b(?:geree?s?|suivie?s?|traitee?s?|exercee?s?) par (?:mon|ma|le|la|l') ?.{0,10}?",
      ANOTHER,
    ),
  },
  {
    name: "a federal power",
    example: "La police des gares est une compétence exclusivement fédérale.",
    pattern: inOrder(
      "\\b(?:est|sont|concerne(?:nt)?|d')\\b ?(?:une |des )?(?:matieres?|competences?) (?:[a-z]+ment )?",
      "(?:federale|communautaire|communale|provinciale)s?\\b|",
      "\\b(?:matiere|competence)\\b.{0,20}\\betant (?:[a-z]+ment )?(?:federale|communautaire)\\b",
    ),
  },
  {
    name: "concerns another's powers",
    example: "Cette question concerne exclusivement les compétences de ma collègue.",
    pattern: inOrder(
      "\\bquestion\\b.{0,60}\\bconcerne (?:[a-z]+ment )?(?:les|une) (?:competences?|",
      "attributions?) (?:de|du)\\b.{0,20}",
      ANOTHER,
    ),
    unless: SHARED,
  },
  {
    name: "is another's to answer",
    example: "Il revient à ma collègue de répondre à cette question.",
    pattern: inOrder(
      "\\brevient (?:a|au|aux)\\b.{0,20}",
      ANOTHER,
      ".{0,60}\\b(?:d'y repondre|de repondre a (?:la|cette|votre|sa) question)\\b",
    ),
    unless: SHARED,
  },
  {
    name: "but another's",
    example: "Le point soulevé n'est pas de mon ressort, mais de celui de ma collègue.",
    pattern: inOrder(
      "^mais (?:bien |plutot )?(?:de|a) (?:celles?|ceux|celui) (?:de|du|des)\\b.{0,10}",
      ANOTHER,
    ),
    unless: SHARED,
  },
  {
    name: "handed over to another",
    example: "Cette compétence a été transférée à la Communauté germanophone.",
    pattern: inOrder(
      "\\b(?:competence|matiere)s?\\b.{0,20}\\b(?:a|ont) ete transferee?s? (?:a|au|aux|vers) (?:la |l')?",
      ANOTHER,
    ),
  },
  {
    name: "is put to another",
    example: "La présente question s'adresse à mon collègue.",
    pattern: inOrder("\\bquestion s'adresse (?:[a-z]+ment )?(?:a|au|aux)\\b.{0,10}", ANOTHER),
    unless: SHARED,
  },
];

/** « j'invite l'honorable membre à », « il convient de ». */
const PLEASE =
  "\\b(?:invitee?|inviter|priee?|suggerer?|convient|conseiller?|propose|voudra|veuillez|a lieu|faut)\\b";

/** How anybody is to apply for something: « la demande doit être adressée au Ministre ». */
const APPLICATION = "\\b(?:une|les?|la|toutes?|leurs?|ces) demandes?\\b(?! de l'honorable)";

/** Sendings to whoever is competent. They count only in a clause without a word of substance. */
export const REDIRECTIONS: readonly Phrase[] = [
  {
    name: "please put your question to",
    example: "J'invite l'honorable membre à adresser sa question à ma collègue.",
    pattern: inOrder(
      `(?:${PLEASE}|\\bappartient\\b.{0,20}\\bhonorable\\b).{0,60}`,
      "\\b(?:adresser|poser|soumettre)\\b.{0,60}?",
      ANOTHER_NAMED,
    ),
    unless: anyOf("\\breponses?\\b", APPLICATION),
  },
  {
    name: "you will put your question to",
    example: "L'honorable membre adressera sa question au Ministre du Logement.",
    pattern: inOrder(
      "\\b(?:membre|deputee?|elle|il|vous)\\b.{0,20}\\b(?:adressera|posera|adresserez)\\b.{0,60}?",
      ANOTHER_NAMED,
    ),
  },
  {
    name: "the question must be put to",
    example: "Cette question doit être posée à mon collègue.",
    pattern: inOrder(
      "\\b(?:doit|devrait|doivent|peut) (?:donc |plutot )?etre (?:adressee|posee|soumise)s? ",
      ".{0,20}",
      ANOTHER_NAMED,
      "|\\bc'est (?:donc |des lors )?a (?:lui|elle) que (?:la|cette|votre|sa) question doit\\b",
    ),
    unless: anyOf(APPLICATION),
  },
  {
    name: "please ask whoever is competent",
    example: "Il convient d'interroger le Ministre fédéral de la Justice.",
    pattern: inOrder(PLEASE, ".{0,60}", "\\b(?:interroger|questionner)\\b.{0,30}?", ANOTHER_NAMED),
  },
  {
    name: "I refer you to whoever is competent",
    example: "Je renvoie l'honorable membre vers le Ministre fédéral.",
    pattern: inOrder("\\brenvoie\\b.{0,40}\\b(?:vers|a|au)\\b.{0,20}", ANOTHER),
    unless: /\b(?:reponses?|pas)\b/,
  },
  {
    name: "to whom I refer you",
    example: "Cette question est suivie par mon collègue, auquel je vous renvoie.",
    pattern: inOrder(
      ANOTHER,
      ".{0,60}\\b(?:auquel|a laquelle|a qui|vers lequel|vers laquelle|vers qui) je (?:vous |",
      "l'honorable membre |le |la |l')?renvoie\\b",
    ),
    unless: /\breponses?\b/,
  },
  {
    name: "I passed the question on",
    example: "J'ai transmis la question à mon collègue.",
    pattern: inOrder("\\b(?:ai transmis|transmets|ai transmise)\\b.{0,40}\\bquestion\\b.{0,20}", ANOTHER),
  },
  {
    name: "I passed it on to another",
    example: "Je lui ai transmis votre question.",
    pattern: /\blui ai (?:des lors |donc )?transmis (?:la|votre|sa|cette) question\b/,
  },
  {
    name: "another is better placed to answer",
    example: "Mon collègue est le mieux placé pour y répondre.",
    pattern: /\bmieux placee? pour (?:y |vous y |lui )?repondre\b/,
  },
];
