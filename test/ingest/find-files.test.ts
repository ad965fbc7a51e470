import assert from "node:assert/strict";
import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { countFiles, findFiles } from "../../src/ingest/find-files.ts";
import { temporaryDirectory } from "../helpers/temporary-directory.ts";

async function folderOf(t: TestContext, files: readonly string[]): Promise<string> {
  const folder = await temporaryDirectory(t);
  for (const file of files) {
    await mkdir(join(folder, file, ".."), { recursive: true });
    await writeFile(join(folder, file), "");
  }
  return folder;
}

test("a folder is walked to the bottom, in the order of names", async (t) => {
  const folder = await folderOf(t, ["b.html", "a/2.txt", "a/1.html", "c/d/e.html"]);
  const found = await Array.fromAsync(findFiles([folder]));
  assert.deepEqual(
    found,
    ["a/1.html", "a/2.txt", "b.html", "c/d/e.html"].map((file) => join(folder, file)),
  );
});

test("hidden files and folders are left out", async (t) => {
  const folder = await folderOf(t, [".git/1.html", ".DS_Store", "1.html"]);
  assert.deepEqual(await Array.fromAsync(findFiles([folder])), [join(folder, "1.html")]);
});

test("paths keep the order in which they were given, and a file stays as it was written", async (t) => {
  const folder = await folderOf(t, ["1.html", "2.html"]);
  const paths = [join(folder, "2.html"), "-", join(folder, "1.html")];
  assert.deepEqual(await Array.fromAsync(findFiles(paths)), paths);
});

test("a path that does not exist is given back, for the reader to refuse", async () => {
  assert.deepEqual(await Array.fromAsync(findFiles(["no/such/file.html"])), ["no/such/file.html"]);
});

test("a link to a folder above it does not make the walk endless", async (t) => {
  const folder = await folderOf(t, ["a/1.html"]);
  await symlink(folder, join(folder, "a", "above"));
  await symlink(join(folder, "a", "1.html"), join(folder, "linked.html"));
  assert.deepEqual(await Array.fromAsync(findFiles([folder])), [
    join(folder, "a", "1.html"),
    join(folder, "linked.html"),
  ]);
});

test("the count is that of the files found", async (t) => {
  const folder = await folderOf(t, ["1.html", "a/2.html", "a/.hidden"]);
  assert.equal(await countFiles([folder, "-"]), 3);
});
