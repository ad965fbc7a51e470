import { anyOf, inOrder, type Phrase } from "./phrase.ts";

/** Later: « d'ici peu », « dès que possible ». */
const LATER = `\\b(?:${[
  "ulterieur|prochain|d'ici|sous peu|plus tard|bref|delais?\\b|aussitot|sitot|lorsqu|quand|une fois|a venir",
  "courant d|bientot|temps utile|a ce moment|des (?:que|qu'|reception|leur|la|l'|lors)",
].join("|")})`;

/** What is promised. */
const ANSWER =
  "\\b(?:reponses?|elements?|informations?|renseignements?|donnees|chiffres|statistiques|precisions)\\b";

/** What stands for it: « je *les lui* transmettrai », « de *lui en* faire part ». */
const IT = "\\b(?:(?:les|la|le) (?:lui |vous )?|(?:lui|vous) (?:les|la|le|en) ?|en )";

const INFINITIVES = `(?:${[
  "transmettre|communiquer|fournir|apporter|adresser|donner|envoyer",
  "faire (?:part|parvenir|tenir|suivre)",
].join("|")})\\b`;
const FUTURES = `(?:${[
  "(?:transmettr|communiquer|fournir|apporter|adresser|donner|enverr|reserver)(?:ai|ais|ons|ions)\\b",
  "fer(?:ai|ais|ons) (?:\\S+ ){0,2}(?:part|parvenir|tenir|suivre)\\b",
].join("|")})`;

/** « répondre », « revenir vers vous », « lui fournir une réponse ». */
const TO_ANSWER = `(?:${[
  "\\brepondre\\b|\\brevenir (?:vers|aupres)\\b",
  `${IT}${INFINITIVES}|\\b${INFINITIVES}.{0,60}${ANSWER}`,
].join("|")})`;

/** « répondrai », « reviendrai vers vous », « lui fournirai une réponse ». */
const WILL_ANSWER = [
  "\\brepondr(?:ai|ais|ons)\\b|\\breviendr(?:ai|ais|ons) (?:\\S+ ){0,2}?(?:vers|aupres)\\b",
  `${IT}${FUTURES}|\\b${FUTURES}.{0,60}${ANSWER}`,
].join("|");

/** « sera », « pourra vous être », « soit ». */
const WILL_BE = `\\b(?:${[
  "sera|seront|serait|seraient|soit|soient",
  "(?:pourra|pourront|pourrait|devra|devrait|devraient|va|vont) (?:\\S+ ){0,3}?etre",
].join("|")})\\b`;

/** « transmise », « apportée ». */
const GIVEN = "\\b(?:transmis|communiqu|fourni|adress|envoy|apport|donne|remis|formul|reserv)[a-z]*\\b";

/** What may stand for the answer. */
const IT_STANDS_FOR = "(?:elles?|ils|celles?-ci|ceux-ci)";

/** What « elle », « ils » stand for: the answer, the data asked for, or any data. */
const THE_ANSWER = anyOf("\\breponses?\\b", `${ANSWER} (?:demande|souhaite|sollicite)e?s\\b`);
const ANSWER_OR_DATA = new RegExp(ANSWER);

/** The member who asked. */
const THE_MEMBER = "(?:honorable|deputee?s?|vous|parlementaire)\\b";

/** « sera transmise à l'honorable membre ». */
const GIVEN_TO_THE_MEMBER = inOrder(WILL_BE, ".{0,30}", GIVEN, ".{0,30}\\b", THE_MEMBER).source;

/** « vous seront », « lui parviendront ». */
const WILL_BE_TO_YOU = "\\b(?:vous|lui) (?:seront|sera|seraient|serait|parviendr)";

const NOT_YET_COME = "ne me sont (?:malheureusement )?pas encore parven";

const NEGATED = /\b(?:ne |n')(?!manqu)[^,]{0,60}\b(?:pas|plus|jamais)\b(?! encore)/;

/** Who or what else may be answered. */
const OTHERS = [
  "administrations?|gouvernements?|services?|ministres?|collegues?|cabinet|instances?|organismes?",
  "acteurs?|parlement|autorites?|communaute|region|auteurs?|directions?|college|commission|conseil",
  "communes?|provinces?|societes?|intercommunales?|office|agence|regie|operateurs?",
  "demandes|matieres?|problematiques?|themes?",
].join("|");

/** An answer or data for somebody else, or to something else than the question. */
const ELSEWHERE = anyOf(
  // « une réponse leur sera donnée », « sa réponse », « à chacun ».
  "\\bleur (?:repondr|sera|seront|parviendr|transm|communiqu|fourni|apport|adress)",
  // Not « à la réception de leurs réponses ».
  "(?<!\\breception de )\\b(?:sa|leur|ses|leurs) reponses?\\b",
  "\\ba (?:chacune?|tous|toutes)\\b",
  // « une réponse me sera transmise », but not « la réponse suivra dès que les chiffres me seront transmis ».
  "\\breponses?\\b(?:(?! des | lorsqu| quand| aussitot)[a-z' ]){0,40}?\\bm(?:e |')(?:sera|soit|est|parv)",
  inOrder(
    "\\b(?:a|au|aux|vers) (?:la |le |l'|les |mon |ma |mes |nos |monsieur le |madame la |tous |toutes |",
    "cette |ce |ces |differents ){0,3}",
    `(?:${OTHERS})\\b`,
  ),
  "\\breponses? (?:du |d'un|de (?:la|l'|mon|ma|mes|nos|cette|ce)\\b)(?! part)",
);
const NO_PROMISE = anyOf(NEGATED, ELSEWHERE);

/** Whether « elle » in a later clause may stand for what this folded one speaks of. */
export const speaksOfAnswer = (folded: string) => ANSWER_OR_DATA.test(folded);

/** Promises of an answer. They count only in a clause without a word of substance. */
export const PROMISES: readonly Phrase[] = [
  {
    name: "an answer will be given",
    example: "Une réponse complète vous sera apportée.",
    pattern: inOrder("\\breponses?\\b.{0,60}", WILL_BE, ".{0,40}", GIVEN),
    unless: anyOf(NO_PROMISE, "\\bpar (?:mon|ma|le|la|l'|les)"),
  },
  {
    name: "an answer will follow",
    example: "La réponse suivra.",
    pattern: /\b(?:reponses?|celle-ci)\b.{0,60}\b(?:suivra|suivront|parviendra|parviendront)\b/,
    unless: NO_PROMISE,
  },
  {
    name: "it will be given to the member",
    example: "Ces informations seront transmises à l'honorable membre.",
    pattern: inOrder(ANSWER, ".{0,80}", GIVEN_TO_THE_MEMBER),
    unless: NO_PROMISE,
  },
  {
    name: "they will be given to you",
    example: "Les informations lui seront communiquées dès leur réception.",
    pattern: inOrder(ANSWER, ".{0,80}", WILL_BE_TO_YOU),
    unless: NO_PROMISE,
  },
  {
    name: "it will be given to them",
    example: "La réponse demande une vérification. Celle-ci sera transmise à l'honorable membre.",
    pattern: inOrder("\\b", IT_STANDS_FOR, "\\b.{0,80}(?:", GIVEN_TO_THE_MEMBER, "|", WILL_BE_TO_YOU, ")"),
    unless: NO_PROMISE,
    after: ANSWER_OR_DATA,
  },
  {
    name: "it will be given soon",
    example: "La réponse demande une vérification. Elle sera transmise prochainement.",
    pattern: inOrder("^", IT_STANDS_FOR, " ", WILL_BE, ".{0,30}", GIVEN, ".{0,30}", LATER),
    unless: NO_PROMISE,
    after: THE_ANSWER,
  },
  {
    name: "an answer will be published",
    example: "La réponse sera publiée ultérieurement.",
    pattern: inOrder("\\breponse\\b.{0,40}", WILL_BE, ".{0,20}\\bpubliee?\\b.{0,40}", LATER),
    unless: NO_PROMISE,
  },
  {
    name: "what is needed to answer is being gathered",
    example: "Les éléments nécessaires pour répondre à l'honorable membre sont en cours de collecte.",
    pattern: inOrder(ANSWER, ".{0,60}\\brepondre\\b.{0,60}\\b(?:sont|est) en (?:cours|voie) d"),
    unless: NO_PROMISE,
  },
  {
    name: "what is needed to answer has not come yet",
    example: "Les données nécessaires à la réponse ne me sont pas encore parvenues.",
    pattern: inOrder(
      "\\b(?:elements|informations|renseignements|donnees|chiffres)\\b.{0,60}",
      "\\b(?:repondre|reponse)\\b.{0,40}",
      NOT_YET_COME,
    ),
    unless: ELSEWHERE,
  },
  {
    name: "they have not come yet",
    example: "Pour répondre, des informations ont été demandées. Elles ne me sont pas encore parvenues.",
    pattern: inOrder("^(?:elles|ils|celles-ci|ceux-ci) ", NOT_YET_COME),
    unless: ELSEWHERE,
    after: inOrder("\\brepondre\\b.{0,120}", ANSWER),
  },
  {
    name: "the question calls for work that is not done",
    example: "Cette question nécessite des recherches qui ne sont pas encore terminées.",
    pattern: inOrder(
      "\\b(?:question|reponse)\\b.{0,60}\\b(?:necessite|requiert|exige|appelle|demande)\\b.{0,30}",
      "\\b(?:recherches|verifications|investigations|recolte|collecte)\\b.{0,30}",
      "\\b(?:pas|encore) .{0,30}\\b(?:termin|achev|finalis)[a-z]+",
    ),
    unless: ELSEWHERE,
  },
  {
    name: "an answer is being made",
    example: "La réponse est en cours de rédaction.",
    pattern: inOrder(
      "\\breponse\\b.{0,40}(?:",
      "\\ben cours d[e']|\\ben (?:preparation|elaboration|attente)\\b|\\ba suivre\\b|\\bsuit[.]?$",
      ")",
    ),
    unless: NO_PROMISE,
  },
  {
    name: "I will answer",
    example: "Je vous répondrai dès que possible.",
    pattern: inOrder("\\b(?:je|nous|j)\\b.{0,60}?(?:", WILL_ANSWER, ")"),
    unless: anyOf(NO_PROMISE, "\\brepondr[a-z]+ presents?\\b"),
  },
  {
    name: "I shall be able to answer",
    example: "Je serai en mesure de répondre à l'honorable membre dans quelques semaines.",
    pattern: inOrder(
      "\\b(?:serai|serais|serons) en mesure de\\b.{0,30}?",
      TO_ANSWER,
      "|\\b(?:je|nous) (?:pourrai|pourrons|vais|allons)\\b.{0,30}?",
      TO_ANSWER,
    ),
    unless: NO_PROMISE,
  },
  {
    name: "I shall not fail to answer",
    example: "Je ne manquerai pas de revenir vers l'honorable membre.",
    pattern: inOrder(
      "\\bmanqu(?:erai|erais|erons|e|ons) pas (?:de |d')[^,]{0,40}?(?:\\b(?:lui|vous) ",
      INFINITIVES,
      "|",
      TO_ANSWER,
      ")",
    ),
    unless: ELSEWHERE,
  },
  {
    name: "I undertake to answer",
    example: "Je m'engage à lui communiquer ces éléments.",
    pattern: inOrder(
      "\\b(?:m'engage|nous engageons|me permettrai|m'attacherai|m'efforcerai|m'empresserai)\\b[^,]{0,40}?",
      TO_ANSWER,
    ),
    unless: NO_PROMISE,
  },
  {
    name: "I propose to answer later",
    example: "Je propose à l'honorable membre de lui répondre ultérieurement.",
    pattern: inOrder(
      "\\bje (?:propose|souhaite|souhaiterais|prefere)\\b.{0,60}?",
      TO_ANSWER,
      ".{0,80}",
      LATER,
    ),
    unless: NO_PROMISE,
  },
  {
    name: "so as to give an answer soon",
    example: "Je rassemble les éléments qui me permettront de fournir une réponse complète d'ici peu.",
    pattern: inOrder(
      "\\b(?:permett[a-z]+|afin|pour|mesure|possible)\\b[^,]{0,30}?",
      TO_ANSWER,
      "[^,]{0,80}",
      LATER,
    ),
    unless: NO_PROMISE,
  },
  {
    name: "the member will receive an answer",
    example: "L'honorable membre recevra une réponse détaillée.",
    pattern: inOrder(
      "\\b(?:membre|deputee?|vous|il|elle) (?:[a-z]+ment |donc )?recevr(?:a|ez)\\b.{0,30}",
      ANSWER,
    ),
    unless: NO_PROMISE,
  },
  {
    name: "the member will find the answer in what is to come",
    example: "L'honorable membre trouvera la réponse dans un courrier qui lui sera adressé prochainement.",
    pattern: inOrder(
      "\\b(?:trouvera|trouverez|voudra bien trouver)\\b.{0,20}\\breponse\\b.{0,60}",
      "(?:\\bsera\\b.{0,20}",
      GIVEN,
      "|\\bprochain (?:bulletin|courrier)\\b)",
    ),
    unless: NO_PROMISE,
  },
  {
    name: "please wait for the answer",
    example: "Je prie l'honorable membre de bien vouloir patienter avant de recevoir une réponse complète.",
    pattern: inOrder("\\bpatienter\\b.{0,60}", ANSWER),
    unless: NO_PROMISE,
  },
  {
    name: "please be patient",
    example: "Je prie l'honorable membre de bien vouloir patienter.",
    pattern: inOrder(
      "(?:\\b(?:prie|invite|demande)\\b.{0,20}\\b(?:honorable|deputee?)\\b|",
      "\\b(?:vous |l')(?:prie|invite)\\b)",
      ".{0,40}\\b(?:patienter|preuve d(?:e|'un peu de) patience)\\b",
    ),
    unless: NO_PROMISE,
  },
  {
    name: "it will be answered",
    example: "Il sera répondu ultérieurement à l'honorable membre.",
    pattern: /\bil (?:vous |lui |y ){0,2}sera (?:donc |alors )?repondu\b/,
    unless: NO_PROMISE,
  },
  {
    name: "more time is needed to answer",
    example: "Je sollicite un délai supplémentaire pour répondre à l'honorable membre.",
    pattern: inOrder(
      "\\bdelai (?:supplement|complement)aire\\b.{0,80}\\b(?:repondre|reponse)\\b|",
      "\\b(?:sollicite\\b|m'accorder\\b).{0,60}\\bdelai (?:supplement|complement)aire\\b",
    ),
    unless: anyOf(NO_PROMISE, "\\bdonne"),
  },
];
