import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile, rename, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { migrations } from "../../src/store/migrate.ts";
import { migratePglite, startPglite } from "../../src/store/pglite.ts";

let template: Promise<Blob> | undefined;

/**
 * A migrated, empty embedded database as an archive for `loadDataDir`. Made once for each state of the migrations, as
 * it takes seconds, and kept among the temporary files of the machine.
 */
export function pgliteTemplate(): Promise<Blob> {
  return (template ??= findTemplate());
}

async function findTemplate(): Promise<Blob> {
  const path = join(tmpdir(), `vigie-pglite-${await hashOfContents()}.tar`);
  try {
    return new Blob([await readFile(path)]);
  } catch {
    const { client, db } = await startPglite({});
    await migratePglite(db);
    const archive = await client.dumpDataDir("none");
    await client.close();
    // Another process may be making the same file: each writes its own, and either of the two is as good.
    const unfinished = `${path}.${randomUUID()}`;
    await writeFile(unfinished, archive.stream());
    await rename(unfinished, path);
    return archive;
  }
}

/** Changes with the migrations and with the version of PGlite. */
async function hashOfContents(): Promise<string> {
  const folder = migrations.migrationsFolder;
  const hash = createHash("sha256");
  hash.update(
    await readFile(fileURLToPath(new URL("../package.json", import.meta.resolve("@electric-sql/pglite")))),
  );
  for (const name of (await readdir(folder)).sort()) {
    if (name.endsWith(".sql")) hash.update(name).update(await readFile(join(folder, name)));
  }
  hash.update(await readFile(join(folder, "meta/_journal.json")));
  return hash.digest("hex").slice(0, 16);
}
