import { type Config, readConfig } from "../../config.ts";
import { ConfigError, DatabaseError } from "../../errors.ts";
import { roundLockName } from "../../ingest/round.ts";
import { defaultSource } from "../../sources/registry.ts";
import type { OpenDatabase } from "../../store/database.ts";
import { now, openConfigured } from "../composition.ts";
import { roundParts, siteClient } from "../round-parts.ts";
import { printLine } from "../terminal.ts";
import { checkConfiguration } from "./check-configuration.ts";
import { checkDatabase, explainUnopened } from "./check-database.ts";
import { checkMail } from "./check-mail.ts";
import { checkSource } from "./check-source.ts";
import { fault, type Finding, note } from "./finding.ts";

/** `vigie doctor`: checks what Vigie needs, and says what to do. Gives back the exit code: 1 where something is broken. */
export async function doctorCommand({ json }: { json?: boolean }): Promise<number> {
  let isHealthy = true;
  for await (const finding of examine()) {
    isHealthy &&= finding.state !== "fault";
    await printLine(json === true ? JSON.stringify(finding) : lineOf(finding));
  }
  return isHealthy ? 0 : 1;
}

/** Each finding as it is made: asking the site takes a while. */
async function* examine(): AsyncGenerator<Finding> {
  let config: Config;
  try {
    config = readConfig();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    yield fault("configuration", error.message, "corrigez ces réglages : rien d’autre ne peut être vérifié.");
    return;
  }
  yield* checkConfiguration(config);
  yield* examineDatabase(config);
  yield await checkMail(config.smtpUrl);
}

async function* examineDatabase(config: Config): AsyncGenerator<Finding> {
  let database: OpenDatabase;
  try {
    database = await openConfigured(config);
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    yield explainUnopened(error);
    // Who has the data directory may be asking the site at this very moment.
    if (error.code !== "data_directory_in_use") yield* await checkSource(siteParts(config), knownId());
    return;
  }
  try {
    yield await checkDatabase(database, defaultSource.parliament);
    yield* await examineSource(database, config);
  } finally {
    await database.close();
  }
}

/** Never beside a round: together they would be faster than the pace allows. */
async function examineSource(database: OpenDatabase, config: Config): Promise<Finding[]> {
  const held = await database.lock(roundLockName(defaultSource.parliament), 0);
  if (held === null)
    return [note("site du Parlement", "une ronde est en cours : elle dira comment il répond")];
  try {
    const parts = roundParts(database, config, new AbortController().signal);
    const { resumeAt } = await parts.state.find();
    if (resumeAt !== null && resumeAt > now()) {
      return [note("site du Parlement", `demande à ne pas être sollicité avant ${resumeAt.toISOString()}`)];
    }
    const witness = await parts.ledger.findWitness([]);
    return await checkSource(parts, witness === null ? knownId() : String(witness.sourceNumber));
  } finally {
    await held.release();
  }
}

/** A question the site is known to show, where the database knows none. */
function knownId(): string {
  const [sourceId] = defaultSource.knownSourceIds;
  if (sourceId === undefined) throw new Error(`${defaultSource.parliament} has no known question`);
  return sourceId;
}

const siteParts = (config: Config) => ({
  source: defaultSource,
  sourceBaseUrl: config.sourceBaseUrl,
  client: siteClient(config),
});

const MARKS: Readonly<Record<Finding["state"], string>> = { ok: "bien ", note: "note ", fault: "FAUTE" };

function lineOf({ subject, state, message, advice }: Finding): string {
  const line = `${MARKS[state]}  ${subject.padEnd("base de données".length + 2)}  ${message}`;
  return advice === null ? line : `${line}\n       → ${advice}`;
}
