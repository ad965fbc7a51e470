import { createHash } from "node:crypto";
import { NATURE_RULES } from "../../domain/answer-nature/answer-nature.ts";
import { DEADLINE_RULES } from "../../domain/deadline/answer-rule.ts";
import { type CalendarData, createAnswerCalendar } from "../../domain/deadline/answer-calendar.ts";
import { publicHolidaysOf } from "../../domain/deadline/public-holidays.ts";
import { type DerivationData, FACT_RULES } from "../../domain/derived-facts.ts";
import type { PartyList } from "../../domain/offices/party-lists.ts";
import { PORTFOLIO_RULES } from "../../domain/offices/portfolios-of-title.ts";
import { SEARCH_RULES } from "../../domain/search/search-document.ts";
import type { PersonCorrections } from "../../domain/person-corrections.ts";
import { readCalendarData } from "./read-calendar-data.ts";
import { readPartyLists } from "./read-party-lists.ts";
import { readPersonCorrections } from "./read-person-corrections.ts";

/** What derived facts rest on, beside the questions themselves. */
export interface ReferenceData extends DerivationData {
  /** Changes with any of it, and with the rules of ours by which facts are derived. */
  readonly fingerprint: string;
}

/** Reference data as people keep it. */
export interface ReferenceTexts extends CalendarData {
  readonly partyLists: readonly PartyList[];
  readonly corrections: PersonCorrections;
}

/** The days a library gives us may change with its version; those of the years that questions are of are enough. */
const HOLIDAYS = Array.from({ length: 41 }, (_, i) => [...publicHolidaysOf(2000 + i).keys()]);

const RULES = [FACT_RULES, NATURE_RULES, DEADLINE_RULES, PORTFOLIO_RULES, SEARCH_RULES];

export function createReferenceData(texts: ReferenceTexts): ReferenceData {
  const { partyLists, corrections } = texts;
  const all = JSON.stringify([texts, HOLIDAYS, RULES]);
  return {
    answerCalendar: createAnswerCalendar(texts),
    partyLists,
    corrections,
    fingerprint: createHash("sha256").update(all).digest("hex"),
  };
}

const read = new Map<string, ReferenceData>();

/**
 * What `seeds/` holds about a parliament; read once.
 * @throws {ConfigError} that names the file and the field which is not as it should be
 */
export function referenceDataOf(parliament: string): ReferenceData {
  const known = read.get(parliament);
  if (known !== undefined) return known;
  const data = createReferenceData({
    ...readCalendarData(parliament),
    partyLists: readPartyLists(parliament),
    corrections: readPersonCorrections(parliament),
  });
  read.set(parliament, data);
  return data;
}
