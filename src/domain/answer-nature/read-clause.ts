import type { Clause } from "./clauses.ts";
import { ANOTHERS, NOT_MINE, REDIRECTIONS } from "./disclaimers.ts";
import { listNeutralTurns } from "./neutral-turns.ts";
import { isNeutralWord, isSlight } from "./neutral-words.ts";
import { findPhrase } from "./phrase.ts";
import { PROMISES } from "./promises.ts";
import { isReferenceNumber } from "./reference-number.ts";
import { REFERRALS, UNCHANGED } from "./referrals.ts";
import { placeWords } from "./topic.ts";

/**
 * What a clause says. `question`: that the question is another's to answer. `matter`: that its matter is
 * another's. `topic`: that something it names is. `redirection`: whom to ask. `unchanged`: that all is as it
 * was. `neutral`: nothing. `substance`: something else.
 */
export type Meaning =
  | "question"
  | "matter"
  | "topic"
  | "redirection"
  | "referral"
  | "promise"
  | "unchanged"
  | "neutral"
  | "substance";

/** A clause as it was understood. */
export interface ReadClause {
  readonly meaning: Meaning;
  /** The words as printed that say so; null for what says nothing or something else. */
  readonly evidence: string | null;
}

const NEUTRAL: ReadClause = { meaning: "neutral", evidence: null };
const SUBSTANCE: ReadClause = { meaning: "substance", evidence: null };

/** Longer than any way of promising or referring. */
const LONGEST = 1000;

/** « le second point », « pour le surplus »: what follows is about a part of the question. */
const PART = new RegExp(
  `\\b(?:${[
    "premiere?s?|deuxieme|seconde?|troisieme|quatrieme|aspects?|volets?|sous-question|notamment",
    "points?(?! (?:souleve|evoque|aborde)s?\\b)",
    "(?:en|une|cette) partie|partiellement|surplus|pour le reste|en outre|par ailleurs|ce qui concerne",
  ].join("|")})\\b`,
);

/** The question itself, or « celle-ci » where it was spoken of. */
const THE_QUESTION = /\b(?:questions?|demande|interpellation|objet|celle-ci|elle|reponse|repondre)\b/;

/** So many slight words may be overlooked in a clause that speaks to the member. */
const MOST_OVERLOOKED = 2;
const TO_THE_MEMBER = /\b(?:honorable|deputee?|vous|votre|l'invite)\b/;

/** « transmise *au* collège », « donnée *par la* régie »: who else is spoken of is never overlooked. */
const COMPLEMENT = /\b(?:au|aux|du|des|(?:a|de|par) (?:l[ae]s? |l'|cette |cet |ce |ces |chaque )?) ?$|\bd'$/;

/** One slight word may be overlooked here: « les recherches *entreprises* pour y répondre ». */
const OF_ANSWERING = /\b(?:pour|de|d'y|y) repondre\b/;

/** What is said of the question by a clause that holds no word of substance. */
const SAYINGS = [
  ["redirection", REDIRECTIONS],
  ["referral", REFERRALS],
  ["promise", PROMISES],
  ["unchanged", UNCHANGED],
] as const;

/** What a clause says, as far as the rules know; `earlier` is as for `findPhrase`. */
export function readClause(clause: Clause, earlier: string): ReadClause {
  const { folded } = clause;
  if (folded.length > LONGEST) return SUBSTANCE;
  const foreign = listForeignWords(clause);
  const disclaimed = findDisclaimer(folded, foreign);
  if (disclaimed !== null) return { meaning: disclaimed.meaning, evidence: around(clause, disclaimed.match) };

  const isSlightly = (most: number) =>
    foreign.length <= most &&
    foreign.every(
      ({ word, at }) => isSlight(word) && !COMPLEMENT.test(folded.slice(Math.max(0, at - 16), at)),
    );
  const isNeutral = isSlightly(OF_ANSWERING.test(folded) ? 1 : 0);
  if (!isNeutral && !(TO_THE_MEMBER.test(folded) && isSlightly(MOST_OVERLOOKED))) return SUBSTANCE;
  for (const [meaning, phrases] of SAYINGS) {
    const match = findPhrase(folded, phrases, earlier);
    if (match !== null) return { meaning, evidence: around(clause, match) };
  }
  return isNeutral ? NEUTRAL : SUBSTANCE;
}

interface ForeignWord {
  readonly word: string;
  readonly at: number;
}

/** The words of a clause that are neither talk about answering nor the matter of the question told again. */
function listForeignWords({ folded, printed }: Clause): ForeignWord[] {
  const isVerbA = (at: number) => printed(at, at + 1) === "a";
  const foreign = placeWords(folded, isVerbA).filter(
    ({ word, at, inTopic }) => !inTopic && !isNeutralWord(word) && !isReferenceNumber(folded, word, at),
  );
  if (foreign.length === 0) return foreign;
  const turns = listNeutralTurns(folded);
  return foreign.filter(({ at }) => !turns.some(({ from, to }) => at >= from && at < to));
}

/** Whose the matter is; null where the clause does not say, or says more than that. */
function findDisclaimer(folded: string, foreign: readonly ForeignWord[]) {
  const notMine = findPhrase(folded, NOT_MINE);
  const match = notMine ?? findPhrase(folded, ANOTHERS);
  if (match === null || PART.test(folded)) return null;
  if (foreign.length === 0)
    return { meaning: THE_QUESTION.test(folded) ? "question" : "matter", match } as const;
  if (foreign.some(({ at }) => at >= match.index)) return null;
  return { meaning: notMine === null ? "topic" : "matter", match } as const;
}

/** The words of a match as printed, with the rest of the stretch between commas in which they stand. */
function around({ folded, printed }: Clause, match: RegExpExecArray): string {
  const from = folded.lastIndexOf(",", match.index) + 1;
  const comma = folded.indexOf(",", match.index + match[0].length);
  const to = comma === -1 ? folded.length : comma;
  return printed(from, to).replace(/^[\s"«“(]+|[\s.!?…]+$/gu, "");
}
