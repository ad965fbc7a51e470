import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { suite, test } from "node:test";
import { settings } from "../src/config.ts";
import { answerTimes } from "../src/domain/answer-times.ts";
import { slugOf } from "../src/domain/folded-text.ts";
import { importsOf } from "./helpers/imports.ts";
import { parseSamplePages } from "./helpers/sample-pages.ts";
import { codeOf, listFiles, projectRoot, readSourceFiles } from "./helpers/source-files.ts";

const read = (path: string) => readFileSync(join(projectRoot, path), "utf8");
const readme = read("README.md");
const documents = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"]
  .concat(["docs", "seeds", "migrations", "src"].flatMap(listFiles))
  .filter((path) => path.endsWith(".md"));

suite("the README's configuration", () => {
  test("lists every key with the default and the description of the schema, in its order", () => {
    const expected = Object.values(settings).map(({ key, default: value, description }) => [
      `\`${key}\``,
      value === "" ? "none" : `\`${value}\``,
      description,
    ]);
    assert.deepEqual(tableAfter("| key"), expected);
  });

  test("names exactly the keys that nothing uses yet", () => {
    const users = readSourceFiles("src").filter((file) =>
      importsOf(file).some(({ target }) => target === "src/config.ts"),
    );
    const code = users.map(codeOf).join("\n");
    const unused = Object.entries(settings).filter(([field]) => !new RegExp(`\\b${field}\\b`).test(code));
    const sentence = /^Read at the start, but not used yet: (.*?)\.$/ms.exec(readme)?.[1] ?? "";
    assert.deepEqual(
      [...sentence.matchAll(/`([A-Z_]+)`/g)].map((match) => match[1]),
      unused.map(([, { key }]) => key),
    );
  });
});

suite("the README's commands", () => {
  test("are the ones the command line knows", () => {
    const help = execFileSync(process.execPath, ["src/cli/vigie.ts", "--help"], {
      cwd: projectRoot,
      encoding: "utf8",
      timeout: 30_000,
    });
    const known = [...help.matchAll(/^ {2}([a-z]+)\b/gm)].map((match) => match[1]);
    const told = tableAfter("| command").map(([command]) => /^`vigie (\w+)/.exec(command ?? "")?.[1]);
    assert.deepEqual(
      told,
      known.filter((command) => command !== "help"),
    );
  });

  test("look up a minister who has an answered question among the sample pages", () => {
    const slug = /\/ministers\/([a-z-]+)\/questions\?state=answered/.exec(readme)?.[1];
    const answered = parseSamplePages().filter(({ answers }) => answerTimes(answers).state === "answered");
    assert.ok(answered.some(({ addressedTo }) => slugOf(addressedTo.name) === slug));
  });

  test("look up a question that is among the sample pages", () => {
    const sourceId = /\/questions\/wallonia-(\d+)/.exec(readme)?.[1];
    assert.ok(parseSamplePages().some((question) => question.sourceId === sourceId));
  });
});

suite("every document", () => {
  for (const path of documents) {
    const text = read(path);

    test(`${path} links to files that exist`, () => {
      const links = [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map((match) => match[1] ?? "");
      const missing = links.filter(
        (link) => !/^\w+:/.test(link) && !existsSync(join(projectRoot, dirname(path), link)),
      );
      assert.deepEqual(missing, []);
    });

    test(`${path} names folders and files of the project that exist`, () => {
      const named = [...text.matchAll(/`((?:src|test|docs|seeds|migrations|bench|\.ci)\/[\w./-]+)`/g)];
      const missing = named
        .map((match) => match[1] ?? "")
        .filter((name) => !existsSync(join(projectRoot, name)));
      assert.deepEqual(missing, []);
    });

    test(`${path} names scripts that exist`, () => {
      const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
      const named = [...text.matchAll(/\bnpm (?:run (?:--silent )?([\w:-]+)|(start|test)\b)/g)];
      const missing = named.map((match) => match[1] ?? match[2] ?? "").filter((name) => !(name in scripts));
      assert.deepEqual(missing, []);
    });
  }
});

/** The cells of the README's table whose heading starts like this, without heading and rule. */
function tableAfter(heading: string): string[][] {
  const [, table = ""] = readme.split(`\n${heading}`);
  const lines = table.split("\n").slice(2);
  const end = lines.findIndex((line) => !line.startsWith("|"));
  return lines.slice(0, end).map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}
