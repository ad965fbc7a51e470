import assert from "node:assert/strict";
import { truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { readPageFile } from "../../src/ingest/read-file.ts";
import { MAX_PAGE_BYTES } from "../../src/sources/shared/decode-page.ts";
import { temporaryDirectory } from "../helpers/temporary-directory.ts";

test("the bytes of a file come as they are", async (t) => {
  const file = join(await temporaryDirectory(t), "1.html");
  await writeFile(file, Buffer.from([0xe9, 0x0d, 0x0a]));
  assert.deepEqual([...(await readPageFile(file))], [0xe9, 0x0d, 0x0a]);
});

test("a missing file is refused as unreadable, with what to do", async () => {
  await assert.rejects(readPageFile("no/such/file.html"), {
    code: "unreadable",
    message: /introuvable.*vérifiez/,
  });
});

test("a file larger than any page is refused without being read", async (t) => {
  const file = join(await temporaryDirectory(t), "large.html");
  await writeFile(file, "");
  // A sparse file: nothing is written, and nothing must be read.
  await truncate(file, MAX_PAGE_BYTES * 1000);
  await assert.rejects(readPageFile(file), { code: "unreadable", message: /octets/ });
});
