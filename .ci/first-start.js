/**
 * Starts the server as a newcomer would (`npm start`, an empty data directory, a free port), asks it one question,
 * ends it, and starts it once more on the same data: by itself this time, so that its own exit code can be seen.
 */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";

const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 20_000;

const dataDir = await mkdtemp(join(tmpdir(), "vigie-first-start-"));
try {
  await visit("npm", ["start"]);
  const exitCode = await visit(process.execPath, ["src/main.ts"]);
  assert.equal(exitCode, 0, `stopped by SIGTERM, the server ended with ${exitCode}`);
} finally {
  await rm(dataDir, { recursive: true, force: true });
}

/** Runs the server until it has answered; gives back the exit code of the command, null where a signal ended it. */
async function visit(command, args) {
  const port = await findFreePort();
  const unset = { DATABASE_URL: "", HOST: "", BASE_URL: "", ROLE: "" };
  const env = { ...process.env, ...unset, DATA_DIR: dataDir, PORT: String(port) };
  const server = spawn(command, args, { env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  let log = "";
  for (const stream of [server.stdout, server.stderr]) stream.on("data", (chunk) => (log += chunk));
  const endGroup = () => signalGroup(server.pid, "SIGKILL");
  process.once("SIGTERM", () => process.exit(1)).once("exit", endGroup);
  // "close", not "exit": npm may be gone before the server that still holds its output.
  const closed = once(server, "close");
  try {
    await ask(server, `http://localhost:${port}`);
    signalGroup(server.pid, "SIGTERM");
    const stopped = await Promise.race([closed, sleep(STOP_TIMEOUT_MS, null, { ref: false })]);
    assert.ok(stopped, "the server did not stop in time");
    return stopped[0];
  } catch (error) {
    console.error(log);
    throw error;
  } finally {
    endGroup();
    process.off("exit", endGroup);
  }
}

async function ask(server, baseUrl) {
  const started = performance.now();
  await untilReady(server, baseUrl);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const { items } = await getJson(`${baseUrl}/api/v1/questions?limit=1`);
  assert.equal(items.length, 1, "the first question is missing");
  console.log(`ready after ${seconds} s; first question: ${items[0].id}, « ${items[0].title} »`);
}

async function untilReady(server, baseUrl) {
  const deadline = performance.now() + START_TIMEOUT_MS;
  for (;;) {
    try {
      return await getJson(`${baseUrl}/health/ready`);
    } catch (cause) {
      assert.equal(server.exitCode, null, "the server ended before it answered");
      if (performance.now() > deadline) throw new Error("the server is not ready in time", { cause });
      await sleep(200);
    }
  }
}

async function getJson(url) {
  const answer = await fetch(url, { signal: AbortSignal.timeout(10_000) });
  const text = await answer.text();
  assert.ok(answer.ok, `${url}: ${answer.status} ${text}`);
  return JSON.parse(text);
}

async function findFreePort() {
  const server = createServer().listen(0, "localhost");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch {
    // Nobody of the group is left: that is what was wanted.
  }
}
