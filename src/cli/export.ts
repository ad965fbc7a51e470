import { stdout } from "node:process";
import { type Static, Type } from "typebox";
import Value from "typebox/value";
import { readConfig } from "../config.ts";
import { dateIn, SITE_TIME_ZONE } from "../domain/calendar-date.ts";
import { UsageError } from "../errors.ts";
import { A_DAY, A_MOMENT } from "../http/api/moments.ts";
import { readFilter } from "../http/api/question-query.ts";
import { STATES } from "../http/api/schemas/question.ts";
import { everyFilter } from "../http/api/schemas/question-query.ts";
import { EXPORT_FORMATS, type ExportFormat, writeExport } from "../http/exports/export-formats.ts";
import { now, openCurrent, presenterOf, readers } from "./composition.ts";
import { FILTER_OPTIONS, keyOf, nameOf } from "./export-filters.ts";
import { stopOnInterrupt } from "./interrupt.ts";
import { openOutFile } from "./out-file.ts";
import { printError, printText, startCounter } from "./terminal.ts";

/** How `vigie export` was called; the rest are values of `FILTER_OPTIONS`. */
export interface ExportArguments {
  readonly format: string;
  readonly out?: string;
  readonly [filter: string]: string | true | undefined;
}

/** The parameters that the API takes, by the same rules. */
const Filters = Type.Object(everyFilter);

type Filter = keyof typeof everyFilter;

/**
 * `vigie export`: all questions, or those of a filter, written as they are read, to standard output or to a file that
 * gets its name when it is whole. Gives back the exit code: 1 where it was stopped.
 */
export async function exportCommand({
  format: typed,
  out,
  ...typedFilters
}: ExportArguments): Promise<number> {
  const format = formatOf(typed);
  const query = queryOf(typedFilters);
  const config = readConfig();
  const stopping = stopOnInterrupt("en cours");
  const file = out === undefined ? null : await openOutFile(out);
  // Where the questions themselves are on the screen, a count between them would only disturb.
  const counter = startCounter("questions", { shown: file !== null || !stdout.isTTY });
  try {
    const { db, close } = await openCurrent(config);
    try {
      const { walkQuestions, ...sources } = readers(db);
      const { filter } = await readFilter(query, { ...sources, now }, {}, optionOf);
      const present = presenterOf(config);
      const asOf = dateIn(now(), SITE_TIME_ZONE);
      const pieces = writeExport(
        format,
        walkQuestions(filter),
        (question) => present.whole(question, asOf),
        counter.add,
      );
      const write = file?.write ?? printText;
      for await (const piece of pieces) {
        if (stopping.aborted) break;
        await write(piece);
      }
    } finally {
      counter.stop();
      await close();
    }
    if (stopping.aborted) {
      printError(
        `Arrêté avant la fin : ${file === null ? "la suite manque" : "aucun fichier n’a été écrit"}.`,
      );
      return 1;
    }
    await file?.finish();
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

const A_NAME = "un nom, de 200 caractères au plus";
const NOTHING = "rien après cette option";

/** What to write, in French, for whoever wrote something else. */
const EXPECTED: Readonly<Record<Filter, string>> = {
  q: "des mots, 1000 caractères au plus",
  exact: NOTHING,
  minister: A_NAME,
  author: A_NAME,
  party: A_NAME,
  portfolio: A_NAME,
  session: "une session telle que publiée, comme 2013-2014 ou se2014",
  state: `${STATES.join(", ")}, ou plusieurs de ces états séparés par une virgule`,
  overdue: NOTHING,
  tabledFrom: A_DAY,
  tabledTo: A_DAY,
  answeredFrom: A_DAY,
  answeredTo: A_DAY,
  modifiedSince: A_MOMENT,
};

/** The option that stands for a filter, as it is typed. */
const optionOf = (filter: Filter) => nameOf(FILTER_OPTIONS.find(({ parameter }) => parameter === filter)!);

/** The filters that were typed, as a query string would have them. */
function queryOf(typed: Readonly<Record<string, string | true | undefined>>): Static<typeof Filters> {
  const query: Record<string, string | true> = {};
  for (const option of FILTER_OPTIONS) {
    const value = typed[keyOf(option)];
    if (value === undefined) continue;
    if (!Value.Check(Filters.properties[option.parameter], value)) {
      const expected = EXPECTED[option.parameter];
      throw new UsageError(`${nameOf(option)} ne peut pas être « ${String(value)} ». Attendu : ${expected}.`);
    }
    query[option.parameter] = value;
  }
  return query;
}
