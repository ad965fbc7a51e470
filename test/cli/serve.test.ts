import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { type TestContext, test } from "node:test";
import { fileURLToPath } from "node:url";
import { runVigie } from "../helpers/run-vigie.ts";
import { temporaryDirectory } from "../helpers/temporary-directory.ts";

const MAIN = fileURLToPath(new URL("../../src/main.ts", import.meta.url));
const SAMPLES = fileURLToPath(new URL("../../seeds/pages", import.meta.url));

interface RunningServer {
  readonly process: ChildProcess;
  readonly url: string;
}

/** Starts the server as `npm start` does, on a free port, and waits until it listens. */
async function startServer(
  t: TestContext,
  dataDir: string,
  [command, ...args]: readonly [string, ...string[]] = [process.execPath, MAIN],
): Promise<RunningServer> {
  const server = spawn(command, args, {
    env: { PATH: process.env["PATH"], DATA_DIR: dataDir, PORT: "0", HOST: "127.0.0.1" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  t.after(() => server.kill("SIGKILL"));
  const url = await new Promise<string>((resolve, reject) => {
    const lines = createInterface(server.stdout);
    lines.on("line", (line) => {
      const address = /Server listening at (http:[^"]*)/.exec(line)?.[1];
      if (address !== undefined) resolve(address);
    });
    lines.once("close", () => reject(new Error("the server ended before it listened")));
  });
  return { process: server, url };
}

async function stop({ process: server }: RunningServer): Promise<unknown> {
  server.kill("SIGTERM");
  const [code] = (await once(server, "exit")) as unknown[];
  return code;
}

async function totalOf({ url }: RunningServer): Promise<number> {
  const response = await fetch(`${url}/api/v1/questions?limit=1`);
  const { page } = (await response.json()) as { page: { total: number } };
  return page.total;
}

test("a first start shows the samples, the first real page takes their place, and SIGTERM ends it with 0", async (t) => {
  const dataDir = await temporaryDirectory(t);
  const first = await startServer(t, dataDir);
  const samples = await totalOf(first);
  assert.ok(samples > 1, `${samples} sample questions`);

  const second = await runVigie(["import", SAMPLES], { env: { DATA_DIR: dataDir } });
  assert.equal(second.code, 1, "another process must not open the same data directory");
  assert.match(second.stderr, /DATA_DIR|DATABASE_URL/);
  assert.equal(await stop(first), 0);

  const page = join(await temporaryDirectory(t), "4321.html");
  await copyFile(join(SAMPLES, "9900001.html"), page);
  const imported = await runVigie(["import", "--json", page], { env: { DATA_DIR: dataDir } });
  assert.equal(imported.code, 0, imported.stderr);
  const again = await startServer(t, dataDir);
  assert.equal(await totalOf(again), 1);
  assert.equal(await stop(again), 0);
});

test("the server of a shell that was told to stop stops too, as under npm", async (t) => {
  const shell = ["sh", "-c", `"${process.execPath}" "${MAIN}" --under-npm; exit 0`] as const;
  const server = await startServer(t, await temporaryDirectory(t), shell);
  // The output closes when the last process that holds it has ended.
  const closed = once(server.process, "close");
  server.process.kill("SIGTERM");
  await closed;
  await assert.rejects(fetch(`${server.url}/health/live`));
});
