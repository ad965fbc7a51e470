/**
 * What an answer is. `substantive`: it answers. `holding`: it promises an answer and gives none.
 * `referral`: it sends the author to an answer given elsewhere. `notCompetent`: the minister says that the
 * question is another's to answer.
 */
export const ANSWER_NATURES = ["substantive", "holding", "referral", "notCompetent"] as const;

export type AnswerNature = (typeof ANSWER_NATURES)[number];

/** What an answer was found to be, and why. */
export interface JudgedNature {
  readonly nature: AnswerNature;
  /** The words of the page it rests on, verbatim; none for an answer that simply answers. */
  readonly evidence: readonly string[];
}

/** To be changed with the rules of this room: what is stored is then judged again at the next start. */
export const NATURE_RULES = "1";
