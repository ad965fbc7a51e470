import { stdout } from "node:process";
import { type Static, Type } from "typebox";
import Value from "typebox/value";
import { readConfig } from "../config.ts";
import { dateIn, isCalendarDate, SITE_TIME_ZONE } from "../domain/calendar-date.ts";
import { UsageError } from "../errors.ts";
import { createQuestionPresenter } from "../http/api/question-json.ts";
import { readFilter } from "../http/api/question-query.ts";
import { ministerFilter, questionFilters } from "../http/api/schemas/question-query.ts";
import { EXPORT_FORMATS, type ExportFormat, writeExport } from "../http/exports/export-formats.ts";
import { defaultSource } from "../sources/registry.ts";
import { referenceDataOf } from "../store/reference/reference-data.ts";
import { now, openCurrent, readers } from "./composition.ts";
import { FILTER_OPTIONS, keyOf, nameOf } from "./export-filters.ts";
import { openOutFile } from "./out-file.ts";
import { sourceUrlOf } from "./source-url.ts";
import { printText, startCounter } from "./terminal.ts";

/** How `vigie export` was called; the rest are values of `FILTER_OPTIONS`. */
export interface ExportArguments {
  readonly format: string;
  readonly out?: string;
  readonly [filter: string]: string | true | undefined;
}

/** The parameters that the API takes, by the same rules. */
const Filters = Type.Object({ minister: ministerFilter, ...questionFilters });

/**
 * `vigie export`: all questions, or those of a filter, written as they are read, to standard output or to a file that
 * gets its name when it is whole. Gives back the exit code.
 */
export async function exportCommand({
  format: typed,
  out,
  ...typedFilters
}: ExportArguments): Promise<number> {
  const format = formatOf(typed);
  const query = queryOf(typedFilters);
  const config = readConfig();
  const file = out === undefined ? null : await openOutFile(out);
  try {
    const { db, close } = await openCurrent(config);
    try {
      const { walkQuestions, ...sources } = readers(db);
      const { filter } = await readFilter(query, { ...sources, now });
      const { parliament } = defaultSource;
      const { answerCalendar } = referenceDataOf(parliament);
      const present = createQuestionPresenter({
        parliament,
        baseUrl: config.baseUrl,
        sourceUrlOf,
        answerCalendar,
      });
      const asOf = dateIn(now(), SITE_TIME_ZONE);
      // Where the questions themselves are on the screen, a count between them would only disturb.
      const counter = startCounter("questions", { shown: file !== null || !stdout.isTTY });
      const pieces = writeExport(
        format,
        walkQuestions(filter),
        (question) => present.whole(question, asOf),
        counter.add,
      );
      const write = file?.write ?? printText;
      for await (const piece of pieces) await write(piece);
      counter.stop();
      await file?.finish();
    } finally {
      await close();
    }
  } finally {
    await file?.discardUnfinished();
  }
  return 0;
}

function formatOf(typed: string): ExportFormat {
  const format = EXPORT_FORMATS.find((one) => one === typed);
  if (format !== undefined) return format;
  throw new UsageError(
    `--format ne peut pas être « ${typed} ». Valeurs acceptées : ${EXPORT_FORMATS.join(", ")}.`,
  );
}

/** The filters that were typed, as a query string would have them. */
function queryOf(typed: Readonly<Record<string, string | true | undefined>>): Static<typeof Filters> {
  const query: Record<string, string | true> = {};
  for (const option of FILTER_OPTIONS) {
    const value = typed[keyOf(option)];
    if (value === undefined) continue;
    const schema = Filters.properties[option.parameter];
    const isDay = "format" in schema && schema.format === "date";
    if (isDay ? !isCalendarDate(String(value)) : !Value.Check(schema, value)) {
      const expected = isDay ? "un jour du calendrier, sous la forme AAAA-MM-JJ" : option.description;
      throw new UsageError(`${nameOf(option)} ne peut pas être « ${value} ». Attendu : ${expected}.`);
    }
    query[option.parameter] = value;
  }
  return query;
}
