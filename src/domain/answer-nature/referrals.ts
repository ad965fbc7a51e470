import { anyOf, inOrder, type Phrase } from "./phrase.ts";

/** Where the answer is: « la réponse », « la séance publique ». */
const PLACE = `\\b(?:${[
  "reponses?|questions?|interpellations?|debats?|discussions?|seances?|commission|comptes? rendus?",
  "propos|rapports?",
].join("|")})\\b`;

/** « se référer à », « prendre connaissance de ». */
const TO_LOOK =
  "\\b(?:(?:se|me|vous) (?:referer|reporter|rapporter)|prendre connaissance|consulter|relire|lire)\\b";

/** Who asks the member to look: « j'invite », « l'honorable membre est prié de », « voudra bien ». */
const PLEASE = `(?:${[
  "\\bj'(?:invite|ai l'honneur)",
  "\\bje (?:[a-z']+ ?){0,3}?(?:invite|prie|suggere|conseille|propose|permets)\\b",
  "\\b(?:est|etes) (?:[a-z]+ )?(?:invitee?|priee?)\\b",
  "\\b(?:membre|deputee?|vous|il|elle) (?:peut|pourra|voudra|voudrez)\\b",
  "\\bveuillez\\b|\\bil y a lieu de\\b",
].join("|")})`;

const NEGATED = /\b(?:ne |n')(?!(?:peux|puis|peut|pourrai)[a-z]* que\b)[^,]{0,60}\b(?:pas|plus|jamais)\b/;

/** An answer of somebody else, or to somebody else. */
const ELSEWHERE = anyOf(
  "\\breponses? (?:(?:de|a) mon administration|de l'administration|de mes services|des services)",
  "\\b(?:a|au|aux) (?:les |mes |ces |differents ){0,2}(?:acteurs|services|instances|organismes|demandes)\\b",
);

const NO_REFERRAL = anyOf(NEGATED, ELSEWHERE);

/** Sendings to an answer given elsewhere. They count only in a clause without a word of substance. */
export const REFERRALS: readonly Phrase[] = [
  {
    name: "I refer you to",
    example: "Je renvoie l'honorable membre à ma réponse à la question écrite n° 12.",
    pattern: inOrder(
      "\\b(?:je|nous|permets|peux|puis|dois|honneur)\\b.{0,30}\\b(?:renvoie|renvoyer|renverrai|",
      "renvoyons)\\b.{0,60}",
      PLACE,
      "|\\bil est (?:des lors |donc )?renvoye a\\b.{0,30}",
      PLACE,
    ),
    unless: NO_REFERRAL,
  },
  {
    name: "I refer you there",
    example: "Je me permets d'y renvoyer l'honorable membre.",
    pattern: /\b(?:je|permets|nous)\b.{0,20}\by (?:renvoie|renvoyer|renverrai|renvoyons)\b/,
    unless: NO_REFERRAL,
  },
  {
    name: "to which I refer you",
    example: "Comme indiqué en réponse à la question n° 9, à laquelle je renvoie l'honorable membre.",
    pattern: /\b(?:question|reponse|interpellation)\b.{0,60}\ba laquelle je (?:l[ea] |vous |l')?renvoie\b/,
    unless: NO_REFERRAL,
  },
  {
    name: "I remind you of the answer",
    example: "Je me permets de lui rappeler la réponse déjà fournie à sa question n° 4.",
    pattern: /\brappel(?:er|le)\b.{0,40}\breponse (?:deja )?(?:fournie|donnee|apportee) (?:a|lors|en|dans)\b/,
    unless: NO_REFERRAL,
  },
  {
    name: "I can only confirm the answer",
    example: "Je ne puis que confirmer la réponse donnée à la question n° 4.",
    pattern: inOrder(
      "\\b(?:que|permets de) (?:confirmer|repeter|reiterer) (?:la|ma) reponse (?:deja )?",
      "(?:fournie|donnee|apportee) (?:a|lors|en|dans)\\b",
    ),
    unless: NO_REFERRAL,
  },
  {
    name: "please look at",
    example: "J'invite Madame la Députée à se référer à ma réponse.",
    pattern: inOrder(PLEASE, ".{0,60}?(?:\\bs'y (?:referer|reporter)\\b|", TO_LOOK, ".{0,40}", PLACE, ")"),
    unless: NO_REFERRAL,
  },
  {
    name: "I rely on",
    example: "Je me réfère à la réponse donnée à la question n° 4.",
    pattern: inOrder(
      "\\b(?:me refere|nous referons|voir|cf|est fait reference a)\\b.{0,30}",
      PLACE,
      "|\\bm'y refere\\b",
    ),
    unless: NO_REFERRAL,
  },
  {
    name: "the same answer",
    example: "Ma réponse est identique à celle fournie à la question n° 8.",
    pattern: anyOf(
      /\breponse\b.{0,60}\b(?:identique a|(?:la )?meme que|similaire a|analogue a)\b/,
      /\bmeme reponse qu(?:e|'a)\b.{0,30}\bquestion\b/,
      /\breponse (?:a|aux?) .{0,40}\best jointe a celle\b/,
      /\breponse\b.{0,90}\bvaut\b.{0,30}\bquestion\b/,
    ),
    unless: NO_REFERRAL,
  },
  {
    name: "the answer stands in",
    example: "La réponse figure dans le compte rendu de la séance du 4 mai.",
    pattern: inOrder(
      "\\b(?:figure|figurent|trouvera|trouverez|se trouvent?|trouve sa reponse)\\b.{0,60}\\b(?:dans|",
      "a)\\b.{0,20}(?:\\bcelle\\b|",
      PLACE,
      ")",
    ),
    unless: anyOf(NO_REFERRAL, "\\b(?:sera|seront|prochain)\\b"),
  },
  {
    name: "the answer was given",
    example: "La réponse à cette question a déjà été donnée en commission.",
    pattern: inOrder(
      "\\breponse\\b.{0,60}\\b(?:a|ont) (?:deja )?ete (?:donnee|apportee|fournie|communiquee|",
      "formulee)\\b.{0,20}",
      "\\b(?:en|lors|dans le cadre|au cours|a l'occasion|a la question|au parlement)\\b",
    ),
    unless: NO_REFERRAL,
  },
  {
    name: "it was answered",
    example: "J'ai déjà répondu à cette question.",
    pattern: inOrder(
      "\\b(?:j'ai (?:deja )?repondu|nous avons (?:deja )?repondu|occasion de (?:vous |lui )?repondre|",
      "occasion de m'exprimer|me suis (?:deja )?exprimee?|",
      "il a (?:deja )?ete repondu|question a (?:deja )?recu (?:une )?reponse|",
      "questions ont (?:deja )?recu une reponse|",
      "(?:question|sujet|objet)\\b.{0,80}\\ba (?:deja )?fait l'objet d'une reponse (?:en|lors|a|publiee|",
      "de ma part)|",
      "(?:collegue|ministre|predecesseur|president) a deja repondu a (?:cette|la|sa) question|",
      "il y est repondu (?:[a-z]+ment )?(?:sous|avec|dans|en))\\b",
    ),
    unless: NO_REFERRAL,
  },
];

/** What may be said beside a referral, and answers where there is none. */
export const UNCHANGED: readonly Phrase[] = [
  {
    name: "nothing has changed",
    example: "La situation n'a pas évolué depuis lors.",
    pattern: /\bn'a pas (?:change|evolue|varie)\b/,
  },
];
