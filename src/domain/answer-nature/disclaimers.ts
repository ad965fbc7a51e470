import { anyOf, inOrder, type Phrase } from "./phrase.ts";

/** « compétence », « attributions », « ressort ». */
const COMPETENCE = "(?:competences?|attributions?|ressort)\\b";

/** Who answers instead: « ma collègue », « l'État fédéral », « la Communauté française ». */
const ANOTHER = `\\b(?:${[
  "ministres?|collegues?|homologues?|federal|(?:etat|autorite|gouvernement|niveau|pouvoir) federale?",
  "communaute|gouvernement (?:flamand|bruxellois)|region (?:flamande|bruxelloise)",
].join("|")})\\b`;

/** The same, or named by a word that stands for it. */
const ANOTHER_NAMED = `(?:${ANOTHER}|\\b(?:celle-ci|celui-ci|madame|monsieur|a elle|a lui)\\b)`;

const BELONG = [
  "releve|relevent|relevait|relevant|ressort|ressortit|ressortissent|ressortissant|rentre|rentrent|rentrant",
  "entre|entrent|entrant|figure|figurent|est|sont|etant|ayant|fait|font|faisant",
].join("|");

/** « ne relève pas », « n'entrant donc pas », « n'ayant pas … dans ». */
const DOES_NOT_BELONG = inOrder(
  `\\b(?:ne |n')(?:${BELONG}) (?:donc |des lors |toutefois |malheureusement ){0,2}pas\\b`,
  "(?! (?:seulement|uniquement|exclusivement|directement|que)\\b)",
).source;

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
      "\\b(?:egalement|aussi|a la fois|ainsi que)\\b",
    ),
  },
  {
    name: "is another's power",
    example: "Cette question est de la compétence de Monsieur le Ministre du Budget.",
    pattern: inOrder(
      "\\b(?:est|sont) (?:bien |donc |toutefois )?(?:de|du|des|une|dans)\\b.{0,30}\\b",
      COMPETENCE,
      ".{0,30}",
      ANOTHER,
    ),
    unless: /\b(?:egalement|aussi|a la fois|ainsi que)\b/,
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
      "(?:federale|communautaire)s?\\b",
    ),
  },
];

/** Sendings to whoever is competent. They count only in a clause without a word of substance. */
export const REDIRECTIONS: readonly Phrase[] = [
  {
    name: "please put your question to",
    example: "J'invite l'honorable membre à adresser sa question à ma collègue.",
    pattern: inOrder(
      "\\b(?:invitee?|inviter|priee?|suggerer?|convient|conseiller?|propose|voudra|a lieu|faut)\\b.{0,60}",
      "\\b(?:adresser|poser|soumettre)\\b.{0,60}?",
      ANOTHER_NAMED,
    ),
    unless: /\breponses?\b/,
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
    ),
  },
  {
    name: "please ask whoever is competent",
    example: "Il convient d'interroger le Ministre fédéral de la Justice.",
    pattern: inOrder(
      "\\b(?:invitee?|inviter|priee?|suggerer?|convient|conseiller?|propose|voudra|a lieu|faut)\\b.{0,60}",
      "\\b(?:interroger|questionner)\\b.{0,30}?",
      ANOTHER_NAMED,
    ),
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
