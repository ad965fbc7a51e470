import { readConfig } from "../config.ts";
import { type CalendarDate, dateIn, isCalendarDate, SITE_TIME_ZONE } from "../domain/calendar-date.ts";
import { UsageError } from "../errors.ts";
import { groupListJson } from "../http/api/delays-json.ts";
import { GROUPINGS } from "../http/api/schemas/delays.ts";
import { defaultSource } from "../sources/registry.ts";
import type { DelayGrouping } from "../store/delay-reader.ts";
import { referenceDataOf } from "../store/reference/reference-data.ts";
import { now, openConfigured, readers } from "./composition.ts";
import { statsLines } from "./stats-lines.ts";
import { printLine } from "./terminal.ts";

/** Where the output is no terminal, such as a file. */
const WIDTH_OF_A_FILE = 120;

/** How `vigie stats` was called. */
export interface StatsArguments {
  readonly by?: string;
  readonly asOf?: string;
  readonly json?: boolean;
}

/** `vigie stats`: coverage, counts and answer times. Gives back the exit code. */
export async function statsCommand({
  by: typed = "minister",
  asOf: day,
  json,
}: StatsArguments): Promise<number> {
  const by = groupingOf(typed);
  const asOf = dayOf(day);
  const config = readConfig();
  const { db, close } = await openConfigured(config);
  try {
    const { delays, coverage } = readers(db);
    const { parliament } = defaultSource;
    const { rules } = referenceDataOf(parliament).answerCalendar;
    const request = { asOf, filter: {}, rules, site: { parliament, baseUrl: config.baseUrl } };
    const list = groupListJson(await delays.tallyDelays({}, { asOf, by }), by, request);
    if (json === true) {
      await printLine(JSON.stringify(list));
      return 0;
    }
    const { groups } = groupListJson(await delays.tallyDelays({}, { asOf, by: null }), null, request);
    const stats = { by, asOf, list, total: groups[0]!, coverage: await coverage.findCoverage(now()) };
    for (const line of statsLines(stats, process.stdout.columns ?? WIDTH_OF_A_FILE)) await printLine(line);
    return 0;
  } finally {
    await close();
  }
}

function groupingOf(typed: string): DelayGrouping {
  const by = GROUPINGS.find((grouping) => grouping === typed);
  if (by !== undefined) return by;
  throw new UsageError(`--by ne peut pas être « ${typed} ». Valeurs acceptées : ${GROUPINGS.join(", ")}.`);
}

function dayOf(typed: string | undefined): CalendarDate {
  const today = dateIn(now(), SITE_TIME_ZONE);
  if (typed === undefined) return today;
  if (isCalendarDate(typed) && typed <= today) return typed;
  throw new UsageError(
    `--as-of ne peut pas être « ${typed} ». Attendu : un jour du calendrier, sous la forme AAAA-MM-JJ, jusqu’à ` +
      `aujourd’hui (${today}).`,
  );
}
