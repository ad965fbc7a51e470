import { readdir } from "node:fs/promises";
import { readConfig } from "../config.ts";
import { UsageError } from "../errors.ts";
import { dumpRegister } from "../jobs/dump.ts";
import { openCurrent } from "./composition.ts";
import { dumpParts } from "./dump-parts.ts";
import { printFacts } from "./facts.ts";
import { stopOnInterrupt } from "./interrupt.ts";
import { printError, printLine } from "./terminal.ts";

/** `vigie dump`: writes all that is kept into a folder. Gives back the exit code: 1 where it was stopped. */
export async function dumpCommand({ out, json }: { out?: string; json?: boolean }): Promise<number> {
  if (out !== undefined) await requireNothingIn(out);
  const config = readConfig();
  const database = await openCurrent(config);
  const stopping = stopOnInterrupt("en cours");
  try {
    const wishes = { stopping, ...(out === undefined ? {} : { out }) };
    const report = await dumpRegister(dumpParts(database, config), wishes);
    if (report === null) {
      printError("Arrêté avant la fin : rien n’a été écrit.");
      return 1;
    }
    const { folder, result, removed } = report;
    if (json === true) await printLine(JSON.stringify({ folder, ...result, removed }));
    else {
      await printLine(folder);
      await printLine("Lignes de chaque table :");
      await printFacts(result.rows);
      await printFacts({ octets: result.bytes });
    }
    return 0;
  } finally {
    await database.close();
  }
}

/** @throws {UsageError} where a dump would take the place of something else */
async function requireNothingIn(folder: string): Promise<void> {
  const found = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw new UsageError(`--out : « ${folder} » n’est pas un dossier (${error.code}).`);
  });
  if (found.length > 0) throw new UsageError(`--out : le dossier « ${folder} » n’est pas vide.`);
}
