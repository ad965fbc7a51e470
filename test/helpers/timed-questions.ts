import { sql } from "drizzle-orm";
import type { AnswerNature } from "../../src/domain/answer-nature/answer-nature.ts";
import type { CalendarDate } from "../../src/domain/calendar-date.ts";
import { slugOf } from "../../src/domain/folded-text.ts";
import type { Database } from "../../src/store/database.ts";
import { PARLIAMENT } from "./page-stores.ts";
import { aHoldingAnswer, anAnswer, aQuestion } from "./questions.ts";
import { store } from "./registers.ts";

/** A question as figures about answer times see it; what is absent has not happened, or is not known. */
export interface TimedQuestion {
  readonly tabledOn: CalendarDate;
  readonly holdingOn?: CalendarDate;
  readonly answeredOn?: CalendarDate;
  /** Of the author's note. */
  readonly convertedOn?: CalendarDate;
  readonly answerDueOn?: CalendarDate;
  /** Of the answer, if there is one; substantive where it is absent. */
  readonly answerNature?: AnswerNature;
  readonly minister?: string;
  readonly office?: string;
  readonly session?: string;
  readonly party?: string;
}

/**
 * Stores questions by source id, in that order, through their pages. Deadlines, natures and parties are set
 * afterwards: the rules by which they are found are not what is tested here.
 */
export async function storeTimed(
  db: Database,
  questions: Readonly<Record<string, TimedQuestion>>,
  parliament = PARLIAMENT,
): Promise<void> {
  const entries = Object.entries(questions);
  const pages = entries.map(([sourceId, question], i) => {
    const { tabledOn, holdingOn, answeredOn, convertedOn, minister, office, session } = question;
    return aQuestion({
      ...{ sourceId, officialNumber: i + 1, tabledOn },
      session: session ?? "2013-2014",
      addressedTo: { name: minister ?? "LAMBRECHT Aurore", office: office ?? null },
      answers: [
        ...(holdingOn === undefined ? [] : [aHoldingAnswer({ answeredOn: holdingOn })]),
        ...(answeredOn === undefined ? [] : [anAnswer({ answeredOn })]),
        ...(convertedOn === undefined
          ? []
          : [anAnswer({ kind: "authorNote", answeredBy: "VERMEIL Odette", answeredOn: convertedOn })]),
      ],
    });
  });
  await store(db, pages, { parliament });
  for (const [sourceId, { answerDueOn, answerNature, party }] of entries) {
    await db.execute(sql`
      update questions set
        answer_due_on = ${answerDueOn ?? null},
        answer_nature = case when answered_on is not null then ${answerNature ?? "substantive"} end,
        asked_by_party = ${party ?? null}
      where parliament = ${parliament} and source_id = ${sourceId}`);
  }
}

/** Files offices, by their titles, under portfolios of these names and no others. */
export async function holdPortfolios(
  db: Database,
  held: Readonly<Record<string, readonly string[]>>,
): Promise<void> {
  await db.execute(sql`delete from office_portfolios`);
  await db.execute(sql`delete from portfolios`);
  for (const name of new Set(Object.values(held).flat())) {
    await db.execute(sql`
      insert into portfolios (parliament, slug, name) values (${PARLIAMENT}, ${slugOf(name)}, ${name})`);
  }
  for (const [title, names] of Object.entries(held)) {
    for (const [position, name] of names.entries()) {
      await db.execute(sql`
        insert into office_portfolios (parliament, office_id, portfolio_id, position)
        select offices.parliament, offices.id, portfolios.id, ${position}
        from offices join portfolios using (parliament)
        where offices.slug = ${slugOf(title)} and portfolios.slug = ${slugOf(name)}`);
    }
  }
}
