/**
 * How fast the questions put to a minister are looked up over HTTP, in a generated register in PostgreSQL: how long
 * one reader waits, and how many requests a second are answered, beside a bare fastify route that sends the same
 * statements to the database and the same bytes to the reader. Both are in one server, a process of its own, and are
 * put under load in turn.
 *
 *   node bench/look-ups.ts [--questions 140000] [--turns 8] [--connections 8]
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { parseArgs } from "node:util";
import { fastify, type FastifyInstance } from "fastify";
import pg from "pg";
import { connectPostgres } from "../src/store/postgres.ts";
import { createPostgresDatabase, startPostgresServer, TEMPLATE } from "../test/helpers/postgres-server.ts";
import { type Load, type LoadReport, putUnderLoad } from "./load.ts";
import { lookUpPaths } from "./look-up-paths.ts";
import { recordStatements, replayStatements } from "./recorded-statements.ts";
import { createRegisterApp, fillRegister, listen, SHARED_BUFFERS } from "./served-register.ts";
import { percentile } from "./turns.ts";

const TURN_MS = 2_000;
type Encoding = Load["encoding"];

/** Where the server process answers: by our routes and, at the same addresses, by bare ones. */
interface Origins {
  readonly ours: string;
  readonly bare: Readonly<Record<Encoding, string>>;
}

/** Serves a register until the parent process ends. */
async function serve(databaseUrl: string): Promise<void> {
  const { db } = connectPostgres(databaseUrl);
  const app = createRegisterApp(db);
  const ours = await listen(app);
  const identity = await serveBare(app, databaseUrl, "identity");
  const gzip = await serveBare(app, databaseUrl, "gzip");
  const origins: Origins = { ours, bare: { identity, gzip } };
  process.send!(origins);
  process.once("disconnect", () => process.exit());
}

/** A server that does for each address what ours was seen to do, and no more. */
async function serveBare(app: FastifyInstance, databaseUrl: string, encoding: Encoding): Promise<string> {
  const pool = new pg.Pool({ connectionString: databaseUrl });
  const bare = fastify();
  for (const [number, path] of lookUpPaths().entries()) {
    const ask = () => app.inject({ url: path, headers: { "accept-encoding": encoding } });
    // The first time connects, which takes statements of its own.
    await ask();
    const [{ rawPayload, headers, statusCode }, statements] = await recordStatements(ask);
    if (statusCode !== 200) throw new Error(`${path}: ${statusCode}`);
    bare.get(`/${number}`, async (_request, reply) => {
      await replayStatements(pool, statements);
      reply.header("content-type", headers["content-type"]);
      if (encoding !== "identity") reply.header("content-encoding", encoding);
      return reply.send(rawPayload);
    });
  }
  return listen(bare);
}

const median = (numbers: readonly number[]) =>
  percentile(
    numbers.toSorted((a, b) => a - b),
    0.5,
  );

async function compare({ ours, bare }: Origins, turns: number, connections: number): Promise<void> {
  const paths = lookUpPaths();
  const barePaths = paths.map((_, number) => `/${number}`);
  const row = (name: string, reports: readonly LoadReport[]) => {
    const times = reports.flatMap((report) => report.times).sort((one, other) => one - other);
    const [p50, p95] = [0.5, 0.95].map((share) => percentile(times, share).toFixed(2).padStart(8));
    const perSecond = median(reports.map((report) => report.perSecond)).toFixed(0);
    console.log(`${name.padEnd(44)}${perSecond.padStart(12)}${p50}${p95}`);
  };
  console.log(`${"".padEnd(44)}  requests/s  p50 ms  p95 ms`);
  for (const [clients, encoding] of [
    [1, "identity"],
    [1, "gzip"],
    [connections, "identity"],
    [connections, "gzip"],
  ] as const) {
    const load = { connections: clients, durationMs: TURN_MS, encoding };
    const reports: { own: LoadReport; other: LoadReport }[] = [];
    for (let turn = 0; turn <= turns; turn += 1) {
      const own = await putUnderLoad(ours, paths, load);
      const other = await putUnderLoad(bare[encoding], barePaths, load);
      // The first turn warms the compiler.
      if (turn > 0) reports.push({ own, other });
    }
    const how = `${clients} at a time, ${encoding === "gzip" ? "packed" : "as it is"}`;
    row(
      `Vigie, ${how}`,
      reports.map(({ own }) => own),
    );
    row(
      `bare route, ${how}`,
      reports.map(({ other }) => other),
    );
    const ratios = reports.map(({ own, other }) => own.perSecond / other.perSecond).sort((a, b) => a - b);
    const [least, most] = [ratios[0]!, ratios.at(-1)!].map((ratio) => ratio.toFixed(2));
    console.log(
      `${"  ratio, and least and most of a turn".padEnd(44)}${median(ratios).toFixed(2).padStart(12)}  ${least}–${most}`,
    );
  }
}

async function measure(): Promise<void> {
  const { values } = parseArgs({
    options: {
      questions: { type: "string", default: "140000" },
      turns: { type: "string", default: "8" },
      connections: { type: "string", default: "8" },
    },
  });
  const server = await startPostgresServer({ sharedBuffers: SHARED_BUFFERS });
  try {
    const url = await createPostgresDatabase(server.url, TEMPLATE);
    const { db, close } = connectPostgres(url);
    await fillRegister(db, { questions: Number(values.questions) });
    await close();
    const child = fork(import.meta.filename, ["--serve", url]);
    const [origins] = (await once(child, "message")) as [Origins];
    console.log(`${values.questions} questions, ${values.turns} turns of ${TURN_MS / 1000} s\n`);
    await compare(origins, Number(values.turns), Number(values.connections));
    child.disconnect();
    await once(child, "exit");
  } finally {
    await server.stop();
  }
}

const [mode, url] = process.argv.slice(2);
await (mode === "--serve" ? serve(url!) : measure());
