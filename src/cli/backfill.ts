import { readConfig } from "../config.ts";
import { UsageError } from "../errors.ts";
import { backfill } from "../ingest/backfill.ts";
import type { NumberRange } from "../store/ingest-runs.ts";
import { openCurrent } from "./composition.ts";
import { stopOnInterrupt } from "./interrupt.ts";
import { printRound } from "./round-output.ts";
import { roundParts } from "./round-parts.ts";
import { startProgress } from "./terminal.ts";

/** What the command line gives. */
export interface BackfillArguments {
  readonly from: string;
  readonly to: string;
  readonly oldestFirst?: boolean;
  readonly json?: boolean;
}

/**
 * `vigie backfill --from N --to N`: looks at a range of ids, from wherever an earlier call left off. Gives
 * back the exit code.
 */
export async function backfillCommand({ from, to, oldestFirst, json }: BackfillArguments): Promise<number> {
  const range = readRange(from, to);
  const config = readConfig();
  const database = await openCurrent(config);
  const stopping = stopOnInterrupt("après la page en cours");
  const parts = roundParts(database, config, stopping);
  const progress = startProgress(await parts.ledger.countUnseen(range));
  try {
    const report = await backfill(parts, {
      range,
      newestFirst: oldestFirst !== true,
      stopping,
      onLook: ({ seen, refused, failed }) => progress.update(seen, refused + failed),
    });
    progress.stop();
    return await printRound(report, { ...(json === undefined ? {} : { json }) });
  } finally {
    progress.stop();
    await database.close();
  }
}

/** The site gave out some 140,000 ids in twenty years: more than this is a slip of the finger. */
const MOST_IDS = 500_000;

/** @throws {UsageError} naming the end that is no id of the site, or both where no range lies between them */
function readRange(from: string, to: string): NumberRange {
  const [first, last] = Object.entries({ "--from": from, "--to": to }).map(([name, text]) => {
    if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
    throw new UsageError(`${name} : « ${text} » n’est pas un numéro du site (par exemple 55877).`);
  });
  if (first! > last!) {
    throw new UsageError(`--from (${from}) vient après --to (${to}) : donnez d’abord le plus petit numéro.`);
  }
  if (last! - first! >= MOST_IDS) {
    throw new UsageError(
      `--from et --to : plus de ${MOST_IDS} numéros d’un coup ; donnez une suite plus courte.`,
    );
  }
  return { from: first!, to: last! };
}
