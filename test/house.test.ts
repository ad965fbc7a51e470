import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { suite, test } from "node:test";
import { listFiles, projectRoot } from "./helpers/source-files.ts";

const TOP_LEVEL = [
  ".ci",
  ".editorconfig",
  ".gitattributes",
  ".gitignore",
  ".npmrc",
  ".prettierignore",
  ".prettierrc.json",
  "CHANGELOG.md",
  "CONTRIBUTING.md",
  "LICENSE",
  "README.md",
  "bench",
  "docs",
  "drizzle.config.ts",
  "eslint.config.js",
  "knip.json",
  "migrations",
  "package-lock.json",
  "package.json",
  "seeds",
  "src",
  "test",
  "tsconfig.json",
];

const isCheckout = existsSync(join(projectRoot, ".git"));
const needsGit = {
  skip: isCheckout ? false : "not a git checkout: what belongs to the project cannot be told",
};
const read = (path: string) => readFileSync(join(projectRoot, path), "utf8");

suite("the checkout", needsGit, () => {
  const files = isCheckout ? listProjectFiles() : [];

  test("holds nothing at its top but what convention wants there", () => {
    const top = new Set(files.map((path) => path.split("/", 1)[0] ?? ""));
    assert.deepEqual([...top].sort(), TOP_LEVEL);
  });

  test("names no folder of a machine and no host of a registry", () => {
    const foreign = /(?<![\w.:~/-])\/(?:home|Users|root|work|mnt)\/\w|\bregistry\.[\w-]+\.\w|\bnpmjs\b/;
    const found = files
      .filter(
        (path) =>
          path !== "test/house.test.ts" && /\.(?:[jt]s|json|md|sql|html|ya?ml)$|^\.|\/run$/.test(path),
      )
      .flatMap((path) =>
        read(path)
          .split("\n")
          .map((line, index) => ({ place: `${path}:${index + 1}`, line })),
      )
      .filter(({ line }) => foreign.test(line));
    assert.deepEqual(found, []);
  });
});

suite("the lock file", () => {
  test("says nowhere where a package was fetched, so that it serves behind any registry", () => {
    assert.doesNotMatch(read("package-lock.json"), /"resolved": "http/);
  });

  test("knows every package by the hash of its content", () => {
    const { packages } = JSON.parse(read("package-lock.json")) as {
      packages: Record<string, { integrity?: string }>;
    };
    const unknown = Object.entries(packages).filter(
      ([path, { integrity }]) => path !== "" && integrity === undefined,
    );
    assert.deepEqual(
      unknown.map(([path]) => path),
      [],
    );
  });
});

suite("the migrations", () => {
  const { entries } = JSON.parse(read("migrations/meta/_journal.json")) as {
    entries: { idx: number; tag: string; when: number }[];
  };
  const snapshots = entries.map(
    ({ tag }) =>
      JSON.parse(read(`migrations/meta/${tag.slice(0, 4)}_snapshot.json`)) as { id: string; prevId: string },
  );

  test("are numbered in the order of the journal and named after what they do", () => {
    entries.forEach(({ idx, tag }, place) => {
      assert.equal(idx, place);
      assert.match(tag, new RegExp(`^${String(place).padStart(4, "0")}_[a-z]+([-_][a-z0-9]+)*$`));
    });
  });

  test("are only ever added to: each is later than, and made from, the one before", () => {
    assert.deepEqual(
      entries.map(({ when }) => when),
      entries.map(({ when }) => when).sort((one, other) => one - other),
    );
    for (const [place, { prevId }] of snapshots.entries()) {
      assert.equal(prevId, snapshots[place - 1]?.id ?? "00000000-0000-0000-0000-000000000000");
    }
  });

  test("are all in the journal", () => {
    const written = listFiles("migrations").filter((path) => path.endsWith(".sql"));
    assert.deepEqual(
      written,
      entries.map(({ tag }) => `migrations/${tag}.sql`),
    );
  });
});

/** Files that belong to the project: tracked, or new and not ignored. */
function listProjectFiles(): string[] {
  const listing = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  // Whoever owns the checkout: a CI machine may have cloned it as somebody else.
  const output = execFileSync("git", ["-c", "safe.directory=*", ...listing], {
    cwd: projectRoot,
    encoding: "utf8",
  });
  return output.split("\0").filter((path) => path !== "" && existsSync(join(projectRoot, path)));
}
