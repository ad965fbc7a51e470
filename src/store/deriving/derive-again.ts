import { isDeepStrictEqual } from "node:util";
import { dateIn, SITE_TIME_ZONE } from "../../domain/calendar-date.ts";
import { type DerivationData, type DerivedFacts, deriveFacts } from "../../domain/derived-facts.ts";
import { authorOf, ministerOf, signerOf } from "../../domain/mentions.ts";
import { firstReplyOver } from "../../domain/replayed-versions.ts";
import type { OfficeIds } from "../saving/offices.ts";
import type { PersonIds } from "../saving/people.ts";
import { natureColumns } from "../saving/write-answers.ts";
import type { StoredAnswerFacts, StoredFacts } from "./stored-facts.ts";

/** What is to be written of a question, and which of it differs from what is stored. */
export interface DerivedQuestion {
  readonly id: number;
  readonly facts: DerivedFacts;
  readonly askedById: number;
  readonly addressedToId: number;
  readonly officeId: number | null;
  readonly answers: readonly StoredAnswerFacts[];
  /** By the names of the public JSON. */
  readonly changed: readonly string[];
}

/** Whom the people of a question are matched to. */
interface Matching {
  readonly reference: DerivationData;
  readonly personId: PersonIds;
  readonly officeId: OfficeIds;
}

/** Derives all that follows from a question again, in memory. */
export function deriveAgain(
  stored: StoredFacts,
  { reference, personId, officeId }: Matching,
): DerivedQuestion {
  const { content } = stored.versions.at(-1)!;
  const addressedToId = personId(ministerOf(content));
  const derived = {
    id: stored.id,
    facts: deriveFacts(
      {
        versions: stored.versions.map((version) => version.content),
        announcedItems: stored.announcedItems,
        readOn: dateIn(stored.fetchedAt, SITE_TIME_ZONE),
        firstReplyOn: firstReplyOver(stored.versions),
      },
      reference,
    ),
    askedById: personId(authorOf(content)),
    addressedToId,
    officeId: officeId(addressedToId, content.addressedTo.office),
    answers: content.answers.map((answer) => ({
      ...natureColumns(answer),
      answeredById: personId(signerOf(answer)),
    })),
  };
  return { ...derived, changed: differencesBetween(stored, derived) };
}

type Derived = Omit<DerivedQuestion, "changed">;

function differencesBetween(stored: StoredFacts, derived: Derived): string[] {
  const facts = Object.keys(derived.facts) as (keyof DerivedFacts)[];
  const differs = (part: (answer: StoredAnswerFacts) => unknown) =>
    !isDeepStrictEqual(stored.answers.map(part), derived.answers.map(part));
  return [
    ...facts.filter((fact) => stored.facts[fact] !== derived.facts[fact]),
    ...(stored.askedById === derived.askedById ? [] : ["askedBy"]),
    ...(stored.addressedToId === derived.addressedToId ? [] : ["addressedTo"]),
    ...(stored.officeId === derived.officeId ? [] : ["office"]),
    ...(differs(({ nature, natureEvidence }) => [nature, natureEvidence]) ? ["nature"] : []),
    ...(differs(({ answeredById }) => answeredById) ? ["answeredBy"] : []),
  ];
}
