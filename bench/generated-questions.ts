/**
 * A register as large as the real one, of nothing real: rows put straight into the tables, since taking in
 * that many pages would take an hour. The same for the same seed.
 */
import type { AnswerNature } from "../src/domain/answer-nature/answer-nature.ts";
import type { CalendarDate } from "../src/domain/calendar-date.ts";
import { slugOf } from "../src/domain/folded-text.ts";
import type { QuestionContent } from "../src/domain/question-content.ts";
import type { Database } from "../src/store/database.ts";
import { insertRows } from "../src/store/insert-rows.ts";
import {
  answers,
  officePortfolios,
  offices,
  persons,
  portfolios,
  questions,
  snapshots,
} from "../src/store/schema/index.ts";
import { keepSpellings } from "../src/store/search/keep-spellings.ts";
import { makeSearchColumns } from "../src/store/search/search-columns.ts";
import { randomNumbers } from "../test/helpers/random-questions.ts";
import { pickFrom } from "../test/helpers/replica/fictional-text.ts";
import { FIELDS, nameOf, PARTIES } from "./generated-names.ts";
import { type GeneratedTexts, generatedTexts } from "./generated-texts.ts";

/** Numbers from 0 to below 1. */
type Random = () => number;

export interface RegisterSize {
  readonly parliament: string;
  readonly questions: number;
  readonly seed?: number;
}

const FIRST_YEAR = 2004;
const YEARS = 20;
const YEARS_OF_TERM = 5;
const MINISTERS_OF_TERM = 11;
const AUTHORS = 400;
/** Authors have a party in the younger half of the sessions, as lists of deputies are known for some only. */
const PARTIES_SINCE = FIRST_YEAR + YEARS / 2;
const DAYS_ALLOWED = 21;
const BATCH = 1_000;

/** The day on which the generated register stands: the last one on which anything happened. */
export const LAST_DAY = `${FIRST_YEAR + YEARS}-09-01` as CalendarDate;

const DAY_MS = 24 * 60 * 60 * 1000;
const FIRST_DAY = numberOf(`${FIRST_YEAR}-09-02` as CalendarDate);

/**
 * Fills an empty database: 44 ministers with two titles each, 400 authors, portfolios, and so many questions
 * of 20 years, in the order of their days, with texts as long as on the site and an answer to most. One in
 * ten is open; some have a holding answer, were given up or carry impossible dates. All are of one snapshot,
 * which has no content. All can be found by their words.
 */
export async function generateQuestions(db: Database, size: RegisterSize): Promise<void> {
  const { parliament } = size;
  const random = randomNumbers(size.seed ?? 1);
  const cast = await insertCast(db, parliament, random);
  const drawTexts = generatedTexts();
  for (let first = 0; first < size.questions; first += BATCH) {
    const numbers = Array.from({ length: Math.min(BATCH, size.questions - first) }, (_, i) => first + i);
    const drawn = numbers.map((number) => {
      return drawQuestion(number, size, cast, drawTexts(random), random);
    });
    const contents = drawn.map(contentOf);
    await keepSpellings(db, parliament, contents);
    const searchable = await makeSearchColumns(db, contents);
    const rows = drawn.map(({ row }, i) => ({ ...row, ...searchable[i]! }));
    const ids = await insertRows(db, questions, rows, { returning: ["id"] });
    const told = drawn.flatMap(({ answer }, i) => {
      return answer === null ? [] : [{ ...answer, questionId: ids[i]!.id }];
    });
    await insertRows(db, answers, told);
  }
}

interface Cast {
  readonly authors: readonly { readonly id: number; readonly name: string; readonly party: string }[];
  readonly ministers: readonly Minister[];
  readonly snapshotId: number;
}

interface Minister {
  readonly id: number;
  readonly name: string;
  readonly titles: readonly { readonly id: number; readonly title: string }[];
  /** Half of the answers come within so many days. */
  readonly medianDays: number;
}

async function insertCast(db: Database, parliament: string, random: Random): Promise<Cast> {
  const ministerCount = (YEARS / YEARS_OF_TERM) * MINISTERS_OF_TERM;
  const names = Array.from({ length: ministerCount + AUTHORS }, (_, number) => nameOf(number));
  const people = await insertRows(
    db,
    persons,
    names.map((name) => ({ parliament, name, slug: slugOf(name) })),
    { returning: ["id", "name"] },
  );
  const fields = await insertRows(
    db,
    portfolios,
    FIELDS.map((name) => ({ parliament, name, slug: slugOf(name) })),
    { returning: ["id", "name"] },
  );
  const ministers: Minister[] = [];
  for (const [number, { id, name }] of people.slice(0, ministerCount).entries()) {
    const titles: { id: number; title: string }[] = [];
    for (const half of [0, 1]) {
      const own = [0, 1, 2].map((i) => fields[(number * 2 + half + i * 7) % fields.length]!);
      const title = `Ministre de ${own.map((field) => field.name).join(", de ")}`;
      const row = { parliament, personId: id, slug: slugOf(title), title };
      const [office] = await insertRows(db, offices, [row], { returning: ["id"] });
      const held = own.map((field, position) => {
        return { parliament, officeId: office!.id, portfolioId: field.id, position };
      });
      await insertRows(db, officePortfolios, held);
      titles.push({ id: office!.id, title });
    }
    ministers.push({ id, name, titles, medianDays: 15 + Math.floor(random() * 45) });
  }
  const at = new Date(0);
  const seen = { fetchedAt: at, lastFetchedAt: at, parserVersion: "generated" };
  const empty = { sha256: "0".repeat(64), location: "generated", byteLength: 0, content: new Uint8Array() };
  const [snapshot] = await insertRows(db, snapshots, [{ parliament, ...empty, ...seen }], {
    returning: ["id"],
  });
  const authors = people
    .slice(ministerCount)
    .map((person) => ({ ...person, party: pickFrom(PARTIES, random) }));
  return { authors, ministers, snapshotId: snapshot!.id };
}

type Draft<Table extends { readonly $inferInsert: unknown }> = Table["$inferInsert"];

interface DrawnQuestion {
  readonly row: Draft<typeof questions>;
  readonly answer: Omit<Draft<typeof answers>, "questionId"> | null;
}

function drawQuestion(
  number: number,
  size: RegisterSize,
  cast: Cast,
  texts: GeneratedTexts,
  random: Random,
): DrawnQuestion {
  const { parliament } = size;
  const tabled = FIRST_DAY + Math.floor((number / size.questions) * (numberOf(LAST_DAY) - FIRST_DAY));
  const tabledOn = dayOf(tabled);
  const year = Number(tabledOn.slice(0, 4));
  const startYear = Number(tabledOn.slice(5, 7)) >= 9 ? year : year - 1;
  const term = Math.floor((startYear - FIRST_YEAR) / YEARS_OF_TERM);
  const minister = cast.ministers[term * MINISTERS_OF_TERM + Math.floor(random() * MINISTERS_OF_TERM)]!;
  // The second title of a term comes with a reshuffle in its middle.
  const office = minister.titles[(startYear - FIRST_YEAR) % YEARS_OF_TERM < 3 ? 0 : 1]!;
  const author = pickFrom(cast.authors, random);
  const session = `${startYear}-${startYear + 1}`;
  const times = drawTimes(tabled, minister.medianDays, random);
  const answeredOn = times.answered === null ? null : dayOf(times.answered);
  const nature = answeredOn === null ? null : drawNature(random);
  const officialNumber = 1 + (number % 1500);
  const row: DrawnQuestion["row"] = {
    parliament,
    sourceId: String(10_000 + number),
    title: texts.title,
    ...{ session, year, officialNumber, officialReference: `${officialNumber} (${session}) 1`, tabledOn },
    ...{ askedByName: author.name, askedById: author.id },
    ...{ addressedToName: minister.name, addressedToId: minister.id },
    ...{ addressedToOffice: office.title, officeId: office.id },
    questionText: texts.questionText,
    announcedItems: null,
    warnings: [],
    state: times.state,
    firstReplyOn: times.firstReply === null ? null : dayOf(times.firstReply),
    answeredOn,
    answerNature: nature,
    convertedOn: times.converted === null ? null : dayOf(times.converted),
    delayDoubt: [times.answered, times.firstReply].some((day) => day !== null && day < tabled)
      ? "impossibleDates"
      : null,
    ...{ answerDueOn: dayOf(tabled + DAYS_ALLOWED), answerRuleId: "generated" },
    askedByParty: startYear >= PARTIES_SINCE ? author.party : null,
    ...{ revision: 1, snapshotId: cast.snapshotId, fetchedAt: new Date(0), modifiedAt: new Date(number) },
  };
  if (answeredOn === null) return { row, answer: null };
  const by = { answeredByName: minister.name, answeredById: minister.id };
  const text = texts.answerText();
  return { row, answer: { parliament, position: 0, kind: "answer", answeredOn, ...by, text, nature } };
}

function contentOf({ row, answer }: DrawnQuestion): QuestionContent {
  const { title, session, year, officialReference, officialNumber, tabledOn, questionText } = row;
  const addressedTo = { name: row.addressedToName, office: row.addressedToOffice ?? null };
  const said = { title, session, year, officialReference, officialNumber, tabledOn, questionText };
  const told = answer === null ? [] : [{ ...answer, answeredBy: answer.answeredByName, attachments: [] }];
  return { ...said, askedBy: row.askedByName, addressedTo, answers: told };
}

interface DrawnTimes {
  readonly state: "answered" | "converted" | "holding" | "open";
  /** As numbers of days. */
  readonly firstReply: number | null;
  readonly answered: number | null;
  readonly converted: number | null;
}

function drawTimes(tabled: number, medianDays: number, random: Random): DrawnTimes {
  const last = numberOf(LAST_DAY);
  if (random() < 0.002) {
    const answered = tabled - 1 - Math.floor(random() * 30);
    return { state: "answered", firstReply: answered, answered, converted: null };
  }
  // Durations of answers lie around their median in proportion: half as long is as likely as twice as long.
  const draw = (median: number) =>
    tabled + Math.round(median * Math.exp((random() + random() + random() - 1.5) * 1.6));
  const happened = (day: number) => (day <= last ? day : null);
  const holding = random() < 0.12 ? happened(draw(medianDays / 2)) : null;
  const fate = random();
  if (fate < 0.03) {
    const converted = happened(draw(medianDays * 2));
    if (converted !== null) return { state: "converted", firstReply: holding, answered: null, converted };
  }
  const answered = fate < 0.12 ? null : happened(draw(medianDays));
  if (answered === null) {
    return { state: holding === null ? "open" : "holding", firstReply: holding, answered, converted: null };
  }
  return {
    state: "answered",
    firstReply: Math.min(holding ?? answered, answered),
    answered,
    converted: null,
  };
}

function drawNature(random: Random): Exclude<AnswerNature, "holding"> {
  const chance = random();
  if (chance < 0.03) return "referral";
  return chance < 0.05 ? "notCompetent" : "substantive";
}

function numberOf(day: CalendarDate): number {
  return Date.parse(day) / DAY_MS;
}

/** The day of a number: days since 1970. */
export function dayOf(number: number): CalendarDate {
  return new Date(number * DAY_MS).toISOString().slice(0, 10) as CalendarDate;
}
