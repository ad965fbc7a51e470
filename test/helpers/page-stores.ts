import { test, type TestContext } from "node:test";
import type { Database, OpenDatabase } from "../../src/store/database.ts";
import { createPageStore, type PageStore } from "../../src/store/page-store.ts";
import { databaseEngines } from "./databases.ts";

/** When everything is stored in these tests. */
export const NOW = new Date("2014-03-02T09:30:00Z");

export const PARLIAMENT = "wallonia";

/** A page store on a database of its own. */
export interface StoreUnderTest {
  readonly db: Database;
  readonly pages: PageStore;
  readonly engine: OpenDatabase["engine"];
  /** A page store on another database, as empty. */
  another(): Promise<{ readonly db: Database; readonly pages: PageStore }>;
}

/** Runs a test on each engine. */
export function testOnEach(
  rule: string,
  check: (store: StoreUnderTest, t: TestContext) => Promise<void>,
): void {
  for (const { engine, fresh } of databaseEngines) {
    test(`${rule} (${engine})`, async (t) => {
      const another = async () => {
        const db = await fresh(t);
        return { db, pages: createPageStore(db, { parliament: PARLIAMENT, now: () => NOW }) };
      };
      await check({ ...(await another()), engine, another }, t);
    });
  }
}
