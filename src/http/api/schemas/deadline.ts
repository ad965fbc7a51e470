import { type Static, Type } from "typebox";
import { CLOSURES } from "../../../domain/deadline/answer-rule.ts";
import { answerPeriod, questionState } from "./question.ts";
import { component, day, nullable, oneOf, text } from "./schema.ts";

const AnswerRule = Type.Object(
  {
    id: text("Identifiant de la règle", "wallonia-indicative-15-working-days"),
    label: text("La règle en quelques mots", "15 jours ouvrables, valeur indicative"),
    periodDays: Type.Integer({ description: "Nombre de jours pour répondre", minimum: 1 }),
    countedIn: oneOf(
      ["workingDays", "calendarDays"],
      "workingDays : en jours ouvrables, sans les samedis ni les dimanches ; calendarDays : en jours calendrier",
    ),
    dayZero: oneOf(
      ["tabledOn", "dayAfterTabling"],
      "Jour à partir duquel on compte, le suivant étant le premier : celui du dépôt, ou son lendemain",
    ),
    closedOn: Type.Array(
      oneOf(
        CLOSURES,
        "publicHolidays : les jours fériés légaux ; communityDay : le 27 septembre, fête de la Fédération " +
          "Wallonie-Bruxelles ; recess : les vacances parlementaires",
      ),
      { description: "Les jours que la règle écarte encore" },
    ),
    inForceFrom: day("La règle vaut pour les questions déposées à partir de ce jour"),
    inForceTo: nullable(day("… et jusqu’à ce jour ; null tant qu’elle est en vigueur")),
    citation: text("D’où la règle est tirée"),
    verified: Type.Boolean({
      description:
        "false : le texte de la règle n’a pas été vérifié ; la date et tout retard sont indicatifs",
    }),
  },
  { description: "La règle en vigueur au jour du dépôt ; null quand aucune ne l’était" },
);

const SkippedDay = component(
  "SkippedDay",
  Type.Object(
    {
      on: day("Le jour"),
      reason: oneOf(
        ["weekend", "publicHoliday", "communityDay", "recess"],
        "weekend : samedi ou dimanche ; publicHoliday : jour férié légal, même un week-end ; communityDay : " +
          "27 septembre ; recess : vacances parlementaires",
      ),
      name: text("Son nom", "Lundi de Pâques"),
    },
    { description: "Un jour qui n’a pas compté" },
  ),
);

export const Deadline = component(
  "Deadline",
  Type.Object(
    {
      questionId: text("Identifiant public de la question", "wallonia-55877"),
      tabledOn: day("Date de dépôt"),
      state: questionState,
      asOf: day("Le jour, à Bruxelles, pour lequel « daysOverdue » est donné"),
      ...answerPeriod,
      rule: nullable(AnswerRule),
      skipped: Type.Array(SkippedDay.ref, {
        description:
          "Les jours qui n’ont pas compté jusqu’à « answerDueOn », dans l’ordre, chacun avec sa raison ; vide quand " +
          "la date enregistrée ne s’accorde pas avec les règles connues ici à présent",
      }),
      explanation: text("Tout cela en quelques phrases"),
    },
    { description: "Le délai d’une question et la façon dont il a été compté" },
  ),
);

export const deadlineComponents = [SkippedDay, Deadline];

export type DeadlineJson = Static<typeof Deadline.ref>;
