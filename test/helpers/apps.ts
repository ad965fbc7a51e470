import assert from "node:assert/strict";
import type { FastifyInstance, LightMyRequestResponse } from "fastify";
import type { ParsedQuestion } from "../../src/domain/parsed-question.ts";
import { type AppOptions, createApp } from "../../src/http/app.ts";
import type { Database } from "../../src/store/database.ts";
import { referenceDataOf } from "../../src/store/reference/reference-data.ts";
import { databaseEngines, type Owner } from "./databases.ts";
import { assertDocumented, type OpenApi } from "./documented.ts";
import { PARLIAMENT } from "./page-stores.ts";
import { readersOf, store } from "./registers.ts";

const BASE_URL = "https://vigie.example";

type Headers = Readonly<Record<string, string>>;

export interface AppUnderTest {
  readonly app: FastifyInstance;
  readonly db: Database;
  /** Asks, and checks the answer against what the OpenAPI document says of it. */
  get(url: string, headers?: Headers): Promise<LightMyRequestResponse>;
  /** The body of a 200. */
  json<Body = never>(url: string): Promise<Body>;
}

/** The application over a database of its own that holds these questions. */
export async function openApp(
  t: Owner,
  questions: readonly ParsedQuestion[] = [],
  overrides: Partial<AppOptions> = {},
): Promise<AppUnderTest> {
  const db = await databaseEngines[0]!.fresh(t);
  await store(db, questions);
  const app = createApp({
    ...readersOf(db),
    answerCalendar: referenceDataOf(PARLIAMENT).answerCalendar,
    parliament: PARLIAMENT,
    parliamentName: "Parlement de Wallonie",
    country: "be",
    baseUrl: BASE_URL,
    sourceUrlOf: (sourceId) => (sourceId.startsWith("ref-") ? null : `https://source.example/${sourceId}`),
    isReady: async () => true,
    now: () => new Date("2014-03-05T12:00:00Z"),
    version: "1.2.3",
    logger: null,
    ...overrides,
  });
  t.after(() => app.close());
  const get = async (url: string, headers: Headers = {}) => {
    const response = await app.inject({ url, headers });
    assertDocumented(app.swagger() as unknown as OpenApi, url, response);
    return response;
  };
  return {
    app,
    db,
    get,
    async json(url) {
      const response = await get(url);
      assert.equal(response.statusCode, 200, response.body);
      return response.json();
    },
  };
}
