import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { findAny, findHabit, findSilenced, HABITS } from "./habits.ts";

const files = (text: string) => [{ path: "src/a.ts", text }];

const shown: Readonly<Record<keyof typeof HABITS, readonly string[]>> = {
  readsClock: ["const a = new Date();", "f(new Date);", "const b = Date.now;", "Temporal.Now.instant();"],
  readsEnvironment: [
    "const a = process.env.A;",
    'const b = process.env["B"];',
    "const { env } = process;",
    'import { env } from "node:process";',
  ],
  exportsByDefault: [
    "export default 1;",
    "const a = 1; export { a as default };",
    "export default function f() {}",
  ],
};

const notShown: Readonly<Record<keyof typeof HABITS, readonly string[]>> = {
  readsClock: [
    "const a = new Date(0);",
    "// Date.now()",
    "const b = new DateRange();",
    "const c = new Dates;",
  ],
  readsEnvironment: ["/** process.env */ const a = 1;", "const env = read();", "process.exitCode = 1;"],
  exportsByDefault: ["export const a = 1;", "// export default 1", "const b = { default: 1 };"],
};

for (const habit of Object.keys(HABITS) as (keyof typeof HABITS)[]) {
  suite(`findHabit, ${habit}`, () => {
    for (const text of shown[habit]) {
      test(`finds ${text}`, () => assert.equal(findHabit(files(text), HABITS[habit]).length, 1));
    }
    for (const text of notShown[habit]) {
      test(`lets pass ${text}`, () => assert.deepEqual(findHabit(files(text), HABITS[habit]), []));
    }
  });
}

test("findHabit names the file and the words", () => {
  assert.deepEqual(findHabit(files("const a = Date.now();"), HABITS.readsClock), ["src/a.ts: Date.now"]);
});

test("findAny finds the type wherever it stands, and not the word", () => {
  assert.equal(findAny(files("let a: any; let b = c as any; let d: Map<string, any[]>;")).length, 3);
  assert.deepEqual(findAny(files('const any = "any"; // any')), []);
});

test("findSilenced finds the comments that switch a check off", () => {
  const silencers = ["@ts-ignore", "@ts-nocheck", "@ts-expect-error", "eslint-disable-next-line no-console"];
  for (const silencer of silencers) assert.deepEqual(findSilenced(files(`// ${silencer}`)), ["src/a.ts"]);
  assert.deepEqual(findSilenced(files("// the linter is right")), []);
});
