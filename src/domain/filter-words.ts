import type { QuestionState } from "./answer-times.ts";
import { type CalendarDate, SITE_TIME_ZONE } from "./calendar-date.ts";
import { inFull, momentInFull } from "./french-day.ts";

/** What somebody asked of questions, names as they were understood; what is absent does not restrict. */
export interface AskedFilter {
  /** What is searched for, as typed. */
  readonly search?: string | undefined;
  readonly minister?: string | undefined;
  /** Whose holder was asked, whoever it was on the day. */
  readonly office?: string | undefined;
  readonly author?: string | undefined;
  readonly party?: string | undefined;
  readonly portfolio?: string | undefined;
  readonly session?: string | undefined;
  /** Any of these. */
  readonly states?: readonly QuestionState[] | undefined;
  /** Only those whose deadline has passed without an answer. */
  readonly isOverdue?: boolean | undefined;
  readonly tabledFrom?: CalendarDate | undefined;
  readonly tabledTo?: CalendarDate | undefined;
  readonly answeredFrom?: CalendarDate | undefined;
  readonly answeredTo?: CalendarDate | undefined;
  readonly modifiedSince?: Date | undefined;
}

/** What is said of questions in a state. */
export const STATE_WORDS: Readonly<Record<QuestionState, string>> = {
  open: "sans réponse",
  holding: "avec une réponse d’attente seulement",
  answered: "répondues",
  converted: "dont l’auteur a renoncé à la réponse écrite",
};

const either = new Intl.ListFormat("fr", { type: "disjunction" });

/** A filter as a French heading: « Questions de VERMEIL Odette à LAMBRECHT Aurore, sans réponse ». */
export function filterWords(filter: AskedFilter): string {
  const { search, minister, office, author, party, portfolio, session, states, isOverdue } = filter;
  const people = [given(author, (name) => ` de ${name}`), given(minister, (name) => ` à ${name}`)].join("");
  const restrictions = [
    given(search, (text) => `où l’on trouve ${quoted(text)}`),
    given(office, (name) => `adressées à qui exerçait la fonction ${quoted(name)}`),
    given(party, (name) => `d’auteurs du parti ${quoted(name)}`),
    given(portfolio, (name) => `relevant de la compétence ${quoted(name)}`),
    given(session, (name) => `de la session ${name}`),
    given(states, (list) => either.format(list.map((state) => STATE_WORDS[state]))),
    isOverdue === true ? "dont la date limite est passée" : "",
    periodWords("déposées", filter.tabledFrom, filter.tabledTo),
    periodWords("répondues", filter.answeredFrom, filter.answeredTo),
    given(filter.modifiedSince, (instant) => {
      return `nouvelles ou modifiées depuis le ${momentInFull(instant, SITE_TIME_ZONE)}`;
    }),
  ].filter((words) => words !== "");
  if (people === "" && restrictions.length === 0) return "Toutes les questions";
  return [`Questions${people}`, ...restrictions].join(
    people === "" && restrictions.length === 1 ? " " : ", ",
  );
}

const quoted = (text: string) => `«\u00a0${text}\u00a0»`;

const given = <T>(value: T | undefined, words: (value: T) => string) =>
  value === undefined ? "" : words(value);

function periodWords(done: string, from: CalendarDate | undefined, to: CalendarDate | undefined): string {
  if (from === undefined) return given(to, (day) => `${done} jusqu’au ${inFull(day)}`);
  if (to === undefined) return `${done} à partir du ${inFull(from)}`;
  return `${done} ${fromTo(from, to)}`;
}

/** « du 4 février 2014 au 1er mars 2014 », or « le 4 février 2014 » where that is one day. */
export function fromTo(from: CalendarDate, to: CalendarDate): string {
  return from === to ? `le ${inFull(from)}` : `du ${inFull(from)} au ${inFull(to)}`;
}
