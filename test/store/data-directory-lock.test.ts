import assert from "node:assert/strict";
import { join } from "node:path";
import { suite, test } from "node:test";
import { DatabaseError } from "../../src/errors.ts";
import { lockDataDirectory } from "../../src/store/data-directory-lock.ts";
import { startModule } from "../helpers/child-module.ts";
import { temporaryDirectory } from "../helpers/temporary-directory.ts";

/** A process that takes the directory, says whether it could, and stays. */
const holder = (directory: string) => `
  import { lockDataDirectory } from "./src/store/data-directory-lock.ts";
  try {
    lockDataDirectory(${JSON.stringify(directory)});
    console.log("held");
  } catch (error) {
    console.log(error.code);
  }
  setInterval(() => undefined, 60_000);
`;

const inUse = (error: unknown) => error instanceof DatabaseError && error.code === "data_directory_in_use";

suite("lockDataDirectory", () => {
  test("lets one process in and no other", async (t) => {
    const directory = await temporaryDirectory(t);
    const lock = lockDataDirectory(directory);
    t.after(() => lock.release());
    assert.equal((await startModule(t, holder(directory))).said, "data_directory_in_use");
  });

  test("lets nobody in twice, not even the process that holds it", async (t) => {
    const directory = await temporaryDirectory(t);
    const lock = lockDataDirectory(directory);
    t.after(() => lock.release());
    assert.throws(() => lockDataDirectory(directory), inUse);
    assert.throws(() => lockDataDirectory(join(directory, ".")), inUse);
  });

  test("is given back with a process that is killed", async (t) => {
    const directory = await temporaryDirectory(t);
    const other = await startModule(t, holder(directory));
    assert.equal(other.said, "held");
    assert.throws(() => lockDataDirectory(directory), inUse);
    await other.kill();
    lockDataDirectory(directory).release();
  });

  test("is not lost by a process that forgets it has it", async (t) => {
    const directory = await temporaryDirectory(t);
    const other = await startModule(
      t,
      `import { setFlagsFromString } from "node:v8";
       import { runInNewContext } from "node:vm";
       import { setTimeout } from "node:timers/promises";
       import { lockDataDirectory } from "./src/store/data-directory-lock.ts";
       lockDataDirectory(${JSON.stringify(directory)});
       setFlagsFromString("--expose-gc");
       const collectGarbage = runInNewContext("gc");
       for (let round = 0; round < 5; round += 1) {
         collectGarbage();
         await setTimeout(10);
       }
       console.log("held");
       setInterval(() => undefined, 60_000);`,
    );
    assert.equal(other.said, "held");
    assert.throws(() => lockDataDirectory(directory), inUse);
  });

  test("can be taken again once released, and releasing it twice is harmless", async (t) => {
    const directory = await temporaryDirectory(t);
    const first = lockDataDirectory(directory);
    first.release();
    const second = lockDataDirectory(directory);
    first.release();
    assert.throws(() => lockDataDirectory(directory), inUse);
    second.release();
  });

  test("says in French which directory is taken and what to do", async (t) => {
    const directory = await temporaryDirectory(t);
    const lock = lockDataDirectory(directory);
    t.after(() => lock.release());
    assert.throws(
      () => lockDataDirectory(directory),
      (error: Error) => {
        for (const part of [`« ${directory} »`, "Arrêtez-la", "DATA_DIR", "DATABASE_URL"]) {
          assert.ok(error.message.replaceAll("\u00a0", " ").includes(part), part);
        }
        return true;
      },
    );
  });

  test("passes other faults on, such as a directory that is not there", async (t) => {
    const directory = join(await temporaryDirectory(t), "missing");
    assert.throws(
      () => lockDataDirectory(directory),
      (error) => !(error instanceof DatabaseError),
    );
  });
});
