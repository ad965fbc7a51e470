import { readConfig } from "../config.ts";
import { type CalendarDate, dateIn, isCalendarDate, SITE_TIME_ZONE } from "../domain/calendar-date.ts";
import { UsageError } from "../errors.ts";
import { NOTHING_ASKED } from "../http/api/understood-json.ts";
import { coverageJson } from "../http/api/coverage-json.ts";
import { rulesWithin } from "../http/api/delays/delay-request.ts";
import { groupListJson } from "../http/api/delays/delays-json.ts";
import { defaultSource } from "../sources/registry.ts";
import { DELAY_GROUPINGS, type DelayGrouping } from "../store/delay-reader.ts";
import { referenceDataOf } from "../store/reference/reference-data.ts";
import { now, openCurrent, readers } from "./composition.ts";
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
  const { db, close } = await openCurrent(config);
  try {
    const { delays, coverage, source } = readers(db);
    const { parliament } = defaultSource;
    const rules = rulesWithin(referenceDataOf(parliament).answerCalendar.rules, {}, asOf);
    const request = { asOf, filter: {}, rules, site: { parliament, baseUrl: config.baseUrl } };
    const list = groupListJson(await delays.tallyDelays({}, { asOf, by }), by, request);
    const asked = now();
    const known = await coverage.findCoverage(asked);
    if (json === true) {
      const covered = coverageJson(known, await source.findHealth(asked), asked);
      await printLine(JSON.stringify({ ...list, understood: NOTHING_ASKED, coverage: covered }));
      return 0;
    }
    const { groups } = groupListJson(await delays.tallyDelays({}, { asOf, by: null }), null, request);
    const stats = { by, asOf, list, total: groups[0]!, coverage: known };
    for (const line of statsLines(stats, process.stdout.columns ?? WIDTH_OF_A_FILE)) await printLine(line);
    return 0;
  } finally {
    await close();
  }
}

function groupingOf(typed: string): DelayGrouping {
  const by = DELAY_GROUPINGS.find((grouping) => grouping === typed);
  if (by !== undefined) return by;
  throw new UsageError(
    `--by ne peut pas être « ${typed} ». Valeurs acceptées : ${DELAY_GROUPINGS.join(", ")}.`,
  );
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
