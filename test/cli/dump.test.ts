import assert from "node:assert/strict";
import { cp, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { suite, test } from "node:test";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import type { OpenDatabase } from "../../src/store/database.ts";
import { type Owner, suiteOwner } from "../helpers/databases.ts";
import { dumpOf } from "../helpers/dump.ts";
import { changeLine, type PackageOfDump } from "../helpers/dumps.ts";
import { programDatabases } from "../helpers/program-databases.ts";
import { startReplica } from "../helpers/replica/start-replica.ts";
import { askingAt, startVigie, until } from "../helpers/running-vigie.ts";
import { runVigie, type VigieRun } from "../helpers/run-vigie.ts";
import { temporaryDirectory } from "../helpers/temporary-directory.ts";

const SAMPLES = fileURLToPath(new URL("../../seeds/pages", import.meta.url));

type Engine = OpenDatabase["engine"];
const ENGINES = ["pglite", "postgres"] as const satisfies readonly Engine[];

/** A register of the sample pages, taken for real ones, and a dump of it. */
async function aDump(t: Owner, engine: Engine) {
  const database = await programDatabases[engine](t);
  succeeded(await runVigie(["import", SAMPLES], database));
  const folder = join(await temporaryDirectory(t), "paquet");
  const run = succeeded(await runVigie(["dump", "--out", folder], database));
  return { ...database, folder, run };
}

function succeeded(run: VigieRun): VigieRun {
  assert.deepEqual([run.code, run.stderr], [0, ""]);
  return run;
}

suite("vigie dump", () => {
  for (const [i, engine] of ENGINES.entries()) {
    const other = ENGINES[1 - i]!;
    test(`of ${engine} is what vigie import takes into an empty ${other}, everything as it was`, async (t) => {
      const { folder, run, open } = await aDump(t, engine);
      assert.match(run.stdout, new RegExp(`^${folder}\n(?:.+\n)*questions +18\n(?:.+\n)*octets +\\d+\n$`));
      const target = await programDatabases[other](t);
      const imported = succeeded(await runVigie(["import", "--json", folder], target));
      assert.deepEqual(JSON.parse(imported.stdout), {
        ...{ seen: 18, new: 18, changed: 0, unchanged: 0 },
        ...{ refused: [], poorer: [] },
      });
      const [one, same] = [await open(), await target.open()];
      assert.deepEqual(await dumpOf(same.db), await dumpOf(one.db));
    });
  }

  test("puts the dump of the day into the data folder, with the questions as a table for people", async (t) => {
    const dataDir = await temporaryDirectory(t);
    const { env } = await programDatabases.postgres(t);
    const run = await runVigie(["dump", "--json"], { env: { ...env, DATA_DIR: dataDir } });
    const { folder, rows, removed } = JSON.parse(succeeded(run).stdout) as Record<string, unknown>;
    const [day, ...others] = await readdir(join(dataDir, "dumps"));
    assert.deepEqual([folder, removed, others], [join(dataDir, "dumps", day!), [], []]);
    assert.equal((rows as Record<string, number>).questions, 0);
    const table = gunzipSync(await readFile(join(dataDir, "dumps", day!, "questions.csv.gz"))).toString();
    assert.match(table, /^id,url,/);
    const text = await readFile(join(dataDir, "dumps", day!, "datapackage.json"), "utf8");
    const { resources } = JSON.parse(text) as PackageOfDump;
    const described = resources.find(({ path }) => path === "questions.csv.gz")!;
    assert.equal(described.schema.fields.map(({ name }) => name).join(), table.trimEnd());
  });

  test("writes over nothing", async (t) => {
    const folder = await temporaryDirectory(t);
    await writeFile(join(folder, "mine"), "");
    const run = await runVigie(["dump", "--out", folder], { env: { DATA_DIR: join(folder, "data") } });
    assert.equal(run.code, 1);
    assert.match(run.stderr, /--out\s: le dossier .* n’est pas vide/);
    assert.deepEqual(await readdir(folder), ["mine"]);
  });
});

suite("vigie import of a dump", async () => {
  const { folder: whole, env } = await aDump(suiteOwner(), "postgres");

  test("is refused with the reason where real pages are stored already, and ends with 2", async () => {
    const run = await runVigie(["import", "--json", whole], { env });
    assert.equal(run.code, 2);
    const {
      seen,
      new: fresh,
      refused,
    } = JSON.parse(run.stdout) as {
      readonly seen: number;
      readonly new: number;
      readonly refused: readonly { readonly file: string; readonly code: string }[];
    };
    assert.deepEqual([seen, fresh, refused.map(({ code }) => code)], [1, 0, ["register_not_empty"]]);
    assert.equal(refused[0]?.file, whole);
  });

  test("names the file, the line and the field that are wrong, and changes nothing", async (t) => {
    const folder = join(await temporaryDirectory(t), "paquet");
    await cp(whole, folder, { recursive: true });
    await changeLine(folder, "questions", 3, (row) => ({ ...row, tabledOn: "hier" }));
    const target = await programDatabases.postgres(t);
    const run = await runVigie(["import", folder], target);
    assert.equal(run.code, 2);
    assert.match(run.stderr, /bad_dump\s: questions\.jsonl\.gz, ligne 3, champ «\stabledOn\s»\s: attendu/);
    const { questions, snapshots } = await dumpOf((await target.open()).db);
    assert.deepEqual([questions, snapshots], [[], []]);
  });

  test("takes no other path beside it", async (t) => {
    const folder = await temporaryDirectory(t);
    await writeFile(join(folder, "datapackage.json"), "{}");
    const run = await runVigie(["import", folder, SAMPLES], { env: { DATA_DIR: join(folder, "data") } });
    assert.equal(run.code, 1);
    assert.match(run.stderr, /donnez ce dossier seul/);
  });

  test("takes the place of the samples of a first start", async (t) => {
    const target = await programDatabases.pglite(t);
    const server = startVigie(t, ["serve"], { ...target.env, ROLE: "web", HOST: "127.0.0.1", PORT: "0" });
    await server.heard(/"sample pages loaded"/);
    server.process.kill("SIGTERM");
    await server.ended;
    succeeded(await runVigie(["import", whole], target));
    const { ingest_runs: runs } = await dumpOf((await target.open()).db);
    assert.deepEqual(
      runs?.map(({ kind }) => kind),
      ["import"],
    );
  });
});

test("a server writes dumps at their time, and offers them", async (t) => {
  const replica = await startReplica(t);
  const { env } = await programDatabases.pglite(t);
  const server = startVigie(t, ["serve"], {
    ...{ ...env, ...askingAt(replica), HOST: "127.0.0.1", PORT: "0" },
    ...{ DUMP_CRON: "* * * * * *", INGEST_CRON: "0 0 1 1 *" },
  });
  const [, url = ""] = await server.heard(/Server listening at (http:[^"]*)/);
  await server.heard(/"dump written"/);
  const { items } = (await (await fetch(`${url}/dumps`)).json()) as {
    readonly items: readonly { readonly date: string }[];
  };
  const file = `${url}/dumps/${items[0]?.date}/datapackage.json`;
  // A dump of the same day may just be taking its place.
  await until(async () => (await fetch(file)).status === 200);
  const { title } = (await (await fetch(file)).json()) as { readonly title: string };
  assert.equal(title, "Exemples fictifs de Vigie");
});
