import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { sql } from "drizzle-orm";
import type { FastifyInstance } from "fastify";
import { readers } from "../src/cli/composition.ts";
import { dumpShelf } from "../src/cli/dump-parts.ts";
import { createApp } from "../src/http/app.ts";
import { wallonia } from "../src/sources/wallonia/index.ts";
import type { Database } from "../src/store/database.ts";
import { createDerivationStore } from "../src/store/derivation-store.ts";
import { referenceDataOf } from "../src/store/reference/reference-data.ts";
import { loadInBulk } from "./bulk-load.ts";
import { generateQuestions, LAST_DAY } from "./generated-questions.ts";

export const { parliament } = wallonia;
const reference = referenceDataOf(parliament);
const now = () => new Date(`${LAST_DAY}T12:00:00Z`);

/** What a server in service would be given for a register of this size; FTS5 is given as much. */
export const SHARED_BUFFERS = "512MB";

/** Fills an empty database with so many generated questions, and leaves it as a server in service would have it. */
export async function fillRegister(db: Database, size: { readonly questions: number }): Promise<void> {
  await createDerivationStore(db, { parliament, now, reference }).noteIfEmpty();
  await loadInBulk(db, () => generateQuestions(db, { parliament, ...size }));
  await db.execute(sql`vacuum analyze`);
}

/** The application over a register, as it is composed for `vigie serve`; it does not listen yet. */
export function createRegisterApp(db: Database) {
  return createApp({
    ...readers(db),
    dumps: dumpShelf({ dataDir: tmpdir() }),
    answerCalendar: reference.answerCalendar,
    parliament,
    parliamentName: wallonia.name,
    country: wallonia.country,
    baseUrl: "http://localhost",
    sourceUrlOf: () => null,
    isReady: async () => true,
    now,
    version: "bench",
    logger: null,
  });
}

/** Lets an application listen on a free port of the loopback; gives its origin. */
export async function listen(app: FastifyInstance): Promise<string> {
  await app.listen({ host: "127.0.0.1", port: 0 });
  return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
}

/** Reads an answer to its end, unpacked. */
export async function readAnswer(url: string): Promise<string> {
  const response = await fetch(url);
  const body = await response.text();
  if (response.status !== 200) throw new Error(`${url}: ${response.status} ${body}`);
  return body;
}
