import type { AnswerRule } from "../../../domain/deadline/answer-rule.ts";
import { SMALL_GROUP } from "../../../domain/delays/delay-statistics.ts";
import type { DelayGrouping } from "../../../store/delay-reader.ts";
import type { QuestionFilter } from "../../../store/question-filter.ts";

const METHOD =
  "Estimation de Kaplan-Meier, limites à 95 % : une question encore ouverte compte pour le temps qu’elle a déjà " +
  "attendu. Les chiffres « naive » ne portent que sur les questions répondues et montrent une attente trop courte.";

const INDICATIVE =
  "La règle de délai appliquée n’a pas pu être vérifiée : les retards et les parts dans le délai sont indicatifs.";

const SMALL =
  `Les groupes de moins de ${SMALL_GROUP} questions (« isSmall ») viennent à part : quelques questions de plus ou de ` +
  "moins changeraient leurs chiffres, qui ne se comparent pas.";

const CHOSEN_BY_OUTCOME =
  "Les questions sont choisies ici d’après ce qu’elles sont devenues à ce jour (état, retard, date de réponse ou de " +
  "modification) : l’estimation en est faussée et ne dit pas le temps que prennent les réponses en général.";

/** Filters by what became of a question. To keep the answered alone, say, leaves out those that wait. */
const BY_OUTCOME = ["states", "overdueOn", "answeredFrom", "answeredTo", "modifiedSince"] as const;

const OF_GROUPING: Readonly<Partial<Record<DelayGrouping, string>>> = {
  portfolio:
    "Une question compte dans chacune des compétences du titre auquel elle est adressée : les groupes ne " +
    "s’additionnent pas. Sans titre imprimé, ce sont celles que le destinataire exerçait ce jour-là.",
  party: "Le parti est celui de l’auteur au moment de la question, quand une source de l’époque le dit.",
};

/** How to read the comparison of two ministers. */
export const COMPARISON_WARNINGS: readonly string[] = [
  "Des ministres différents reçoivent des questions différentes, par leur nombre, leur sujet et leur difficulté : un " +
    "écart de rythme ne dit rien de sa cause.",
  "La valeur p dit seulement si le hasard suffit à expliquer un écart de cette taille ; elle n’est pas un jugement, et " +
    "une valeur élevée ne prouve pas que les rythmes sont égaux.",
  "Qui compare beaucoup de ministres deux à deux trouvera des écarts par hasard : une comparaison sur vingt, sans " +
    "aucune différence réelle, donne une valeur p sous 0,05.",
];

/** What has to be known to read figures, in French. */
export function notesOn({ rules, hasSmall, by, filter }: NotedFigures): string[] {
  return [
    METHOD,
    ...(BY_OUTCOME.some((name) => filter[name] !== undefined) ? [CHOSEN_BY_OUTCOME] : []),
    ...(rules.some(({ verified }) => !verified) ? [INDICATIVE] : []),
    ...(hasSmall ? [SMALL] : []),
    ...(by === null ? [] : [OF_GROUPING[by] ?? []].flat()),
  ];
}

interface NotedFigures {
  readonly rules: readonly Pick<AnswerRule, "verified">[];
  readonly hasSmall: boolean;
  readonly by: DelayGrouping | null;
  readonly filter: QuestionFilter;
}
