import assert from "node:assert/strict";
import { once } from "node:events";
import { before, suite, test, type TestContext } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { DatabaseError } from "../../src/errors.ts";
import type { HeldLock, OpenDatabase } from "../../src/store/database.ts";
import { openPostgres } from "../../src/store/postgres.ts";
import { startModule } from "../helpers/child-module.ts";
import { emptyPostgres, type Owner, suiteOwner } from "../helpers/databases.ts";
import { dropPostgresDatabase } from "../helpers/postgres-server.ts";
import { programDatabases } from "../helpers/program-databases.ts";
import { until } from "../helpers/running-vigie.ts";

const NAME = "vigie:orme:round";
const LONG_MS = 60_000;
const SHORT_MS = 30;
/** Longer than what comes between two queries. */
const LIMIT_MS = 100;

type Lock = (waitMs: number, givenUp?: AbortSignal) => Promise<HeldLock | null>;

/** Takes a lock that must be free. */
const take = async (lock: Lock) => present(await lock(0));

function present(held: HeldLock | null): HeldLock {
  assert.ok(held !== null, "the lock was not given");
  return held;
}

const lockOn =
  ({ lock }: OpenDatabase, name = NAME): Lock =>
  (waitMs, givenUp) =>
    lock(name, waitMs, givenUp);

for (const engine of ["pglite", "postgres"] as const) {
  suite(`a lock (${engine})`, () => {
    const owner = suiteOwner();
    let database: OpenDatabase;
    before(async () => {
      database = await (await programDatabases[engine](owner)).open();
    });
    /** A lock of the test's own. */
    const lockOf = ({ name }: TestContext) => lockOn(database, name);

    test("is held by one at a time, and free again when it is released", async (t) => {
      const lock = lockOf(t);
      const held = await take(lock);
      assert.equal(await lock(0), null);
      await held.release();
      await (await take(lock)).release();
    });

    test("is no other's of another name", async (t) => {
      const lock = lockOf(t);
      await take(lock);
      await take(lockOn(database, `${t.name}s`));
      assert.equal(await lock(0), null);
    });

    test("goes to who has waited longest", async (t) => {
      const lock = lockOf(t);
      const first = await take(lock);
      const order: string[] = [];
      const waitAs = async (name: string) => {
        const held = present(await lock(LONG_MS));
        order.push(name);
        return held;
      };
      const waitsLonger = waitAs("second");
      await until(first.isAwaited);
      const waitsLess = waitAs("third");
      await first.release();
      const second = await waitsLonger;
      await until(second.isAwaited);
      assert.deepEqual(order, ["second"]);
      await second.release();
      await (await waitsLess).release();
      assert.deepEqual(order, ["second", "third"]);
    });

    test("is waited for no longer than it was asked to", async (t) => {
      const lock = lockOf(t);
      const held = await take(lock);
      assert.equal(await lock(SHORT_MS), null);
      await held.release();
      await (await take(lock)).release();
    });

    test("tells its holder whether somebody waits, as long as somebody does", async (t) => {
      const [lock, another] = [lockOf(t), lockOn(database, `another than ${t.name}`)];
      const [held, other] = [await take(lock), await take(another)];
      assert.equal(await held.isAwaited(), false);
      const waitsElsewhere = another(SHORT_MS);
      await until(other.isAwaited);
      assert.equal(await held.isAwaited(), false, "who waits for another lock does not count");
      const waiting = lock(SHORT_MS);
      await until(held.isAwaited);
      assert.deepEqual(await Promise.all([waiting, waitsElsewhere]), [null, null]);
      assert.equal(await held.isAwaited(), false, "nobody waits any more");
    });

    test("that was released is not released for the next one", async (t) => {
      const lock = lockOf(t);
      const former = await take(lock);
      await former.release();
      await take(lock);
      await former.release();
      assert.equal(await lock(0), null);
    });

    test("is waited for until that is given up, and leaves the line to the others", async (t) => {
      const lock = lockOf(t);
      const held = await take(lock);
      const givenUp = new AbortController();
      const waiting = lock(LONG_MS, givenUp.signal);
      await until(held.isAwaited);
      const behind = lock(LONG_MS);
      givenUp.abort();
      assert.equal(await waiting, null);
      assert.equal(await lock(LONG_MS, givenUp.signal), null);
      await held.release();
      await present(await behind).release();
    });

    test("that was taken stays when waiting would be given up", async (t) => {
      const lock = lockOf(t);
      const givenUp = new AbortController();
      const held = present(await lock(LONG_MS, givenUp.signal));
      givenUp.abort();
      assert.equal(await lock(0), null);
      assert.equal(await held.isAwaited(), false);
      assert.equal(held.lost.aborted, false);
    });
  });
}

suite("a lock on PostgreSQL", () => {
  async function openAt(t: Owner, url: string): Promise<OpenDatabase> {
    const database = await openPostgres(url);
    t.after(database.close);
    return database;
  }

  /** The address of a database, and two who use it. */
  async function twoOn(t: TestContext) {
    const url = await emptyPostgres(t);
    return { url, one: await openAt(t, url), other: await openAt(t, url) };
  }

  /** Ends the connections that hold locks, as a server does that restarts. */
  const cutHolders = ({ db }: OpenDatabase) =>
    db.execute(sql`
      select pg_terminate_backend(pid, 5000) from pg_locks
      where locktype = 'advisory' and granted
        and database = (select oid from pg_database where datname = current_database())`);

  test("is held against every process", async (t) => {
    const { one, other } = await twoOn(t);
    const held = await take(lockOn(one));
    const waiting = lockOn(other)(LONG_MS);
    await until(held.isAwaited);
    await held.release();
    await present(await waiting).release();
  });

  test("is that of one database: another on the same server has its own", async (t) => {
    const { one } = await twoOn(t);
    const elsewhere = await openAt(t, await emptyPostgres(t));
    const held = await take(lockOn(one));
    const theirs = await take(lockOn(elsewhere));
    const waiting = lockOn(elsewhere)(LONG_MS);
    await until(theirs.isAwaited);
    assert.equal(await held.isAwaited(), false);
    await theirs.release();
    await present(await waiting).release();
  });

  test("is lost with its connection: the holder hears of it, and the next one has it at once", async (t) => {
    const { one, other } = await twoOn(t);
    const held = await take(lockOn(one));
    const hears = once(held.lost, "abort");
    const waiting = lockOn(other)(LONG_MS);
    await until(held.isAwaited);
    await cutHolders(other);
    const next = present(await waiting);
    await hears;
    assert.equal(await held.isAwaited(), true, "somebody else may have it");
    await held.release();
    assert.equal(await lockOn(one)(0), null);
    assert.equal(next.lost.aborted, false);
    await next.release();
  });

  test("is free as soon as its holder is killed", async (t) => {
    const { url, one } = await twoOn(t);
    const holder = await startModule(
      t,
      `import { openPostgres } from "./src/store/postgres.ts";
       const { lock } = await openPostgres(${JSON.stringify(url)});
       const held = await lock(${JSON.stringify(NAME)}, 0);
       console.log(held === null ? "refused" : "held");`,
    );
    assert.equal(holder.said, "held");
    assert.equal(await lockOn(one)(0), null);
    const waiting = lockOn(one)(LONG_MS);
    await holder.kill();
    await present(await waiting).release();
  });

  test("is waited for and held beyond the limits an account has for queries", async (t) => {
    const { url, one, other } = await twoOn(t);
    const database = sql.identifier(new URL(url).pathname.slice(1));
    await one.db.execute(sql`alter database ${database} set statement_timeout = ${sql.raw(`${LIMIT_MS}`)}`);
    await one.db.execute(
      sql`alter database ${database} set idle_session_timeout = ${sql.raw(`${LIMIT_MS}`)}`,
    );
    const held = await take(lockOn(one));
    const waiting = lockOn(other)(LONG_MS);
    await pause(LIMIT_MS + SHORT_MS);
    assert.equal(held.lost.aborted, false);
    await held.release();
    await present(await waiting).release();
  });

  test("of a database that is gone is an error that says so", async (t) => {
    const { url, one } = await twoOn(t);
    await dropPostgresDatabase(url);
    await assert.rejects(lockOn(one)(0), (error) => {
      return error instanceof DatabaseError && /cette base n’existe pas/.test(error.message);
    });
  });
});
