import { readConfig } from "../config.ts";
import { ingestRound } from "../ingest/ingest-round.ts";
import { openCurrent } from "./composition.ts";
import { stopOnInterrupt } from "./interrupt.ts";
import { printRound } from "./round-output.ts";
import { roundParts } from "./round-parts.ts";

/** `vigie ingest`: one scheduled round now. Gives back the exit code. */
export async function ingestCommand({
  json,
  nightly,
}: {
  json?: boolean;
  nightly?: boolean;
}): Promise<number> {
  const config = readConfig();
  const database = await openCurrent(config);
  const stopping = stopOnInterrupt("après la page en cours");
  try {
    const kind = nightly === true ? "nightly" : "round";
    const { absentRun } = config;
    const report = await ingestRound(roundParts(database, config, stopping), { kind, absentRun, stopping });
    return await printRound(report, { ...(json === undefined ? {} : { json }) });
  } finally {
    await database.close();
  }
}
