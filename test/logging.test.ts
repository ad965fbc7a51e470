import assert from "node:assert/strict";
import { suite, test } from "node:test";
import type { Logger } from "pino";
import { readConfig, settings } from "../src/config.ts";
import { ConfigError, DatabaseError } from "../src/errors.ts";
import { createLogger, redactUrls } from "../src/logging.ts";

suite("a line of the log", () => {
  test("is one JSON object with the level as a word and the instant in UTC", () => {
    const [line] = linesOf((log) => log.info({ seen: 3 }, "import finished"));
    assert.deepEqual(
      { ...line, time: typeof line?.time },
      { level: "info", time: "string", pid: process.pid, seen: 3, msg: "import finished" },
    );
    assert.match(String(line?.time), /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/);
  });

  test("below the level asked for is not written", () => {
    assert.deepEqual(
      linesOf((log) => log.debug("detail")),
      [],
    );
  });

  test("is set for people where pretty is asked for, without colours outside a terminal", () => {
    const text = textOf({ pretty: true }, (log) => log.warn({ refused: 2 }, "pages refused"));
    assert.match(text, /^\[\d\d:\d\d:\d\d\] WARN: pages refused\n {4}refused: 2\n$/);
  });
});

suite("an error in the log", () => {
  test("of ours shows its code, its context and its cause", () => {
    const cause = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
    const error = new DatabaseError("database_unreachable", "no answer", { host: "db" }, { cause });
    const [line] = linesOf((log) => log.error({ err: error }, "start failed"));
    const { stack, cause: below, ...rest } = line?.err as Record<string, unknown>;
    assert.deepEqual(rest, {
      type: "DatabaseError",
      message: "no answer",
      code: "database_unreachable",
      context: { host: "db" },
    });
    assert.match(String(stack), /logging\.test\.ts/);
    assert.equal((below as { code: string }).code, "ECONNREFUSED");
  });

  test("that holds several shows each of them", () => {
    const [line] = linesOf((log) => log.error(new AggregateError([new Error("one"), new Error("two")])));
    const { errors } = line?.err as { errors: { message: string }[] };
    assert.deepEqual(
      errors.map(({ message }) => message),
      ["one", "two"],
    );
  });

  test("that is its own cause does not stop the log", () => {
    const error = new Error("round");
    error.cause = error;
    assert.equal(linesOf((log) => log.error(error)).length, 1);
  });
});

suite("secrets stay out of the log", () => {
  const secret = "motdepasse-tres-secret";

  for (const [field, { isSecret }] of Object.entries(settings)) {
    if (!isSecret) continue;
    test(`${field} is hidden at the top of a line and inside it`, () => {
      const fields = { [field]: secret, config: { [field]: secret }, start: { config: { [field]: secret } } };
      const text = textOf({}, (log) => log.info(fields));
      assert.ok(!text.includes(secret));
      assert.equal(text.split("[redacted]").length, 4);
    });
  }

  test("the headers that carry a login are hidden", () => {
    const headers = { authorization: secret, cookie: secret, "set-cookie": [secret] };
    assert.ok(!textOf({}, (log) => log.info({ req: { headers }, res: { headers } })).includes(secret));
  });

  for (const pretty of [false, true]) {
    test(`passwords in addresses are hidden wherever they stand, ${pretty ? "for people" : "in JSON"}`, () => {
      const url = `postgres://vigie:${secret}@db/vigie`;
      const error = new ConfigError(`cannot open ${url}`, { url, tried: [url] }, { cause: new Error(url) });
      const text = textOf({ pretty }, (log) => log.error({ err: error, url }, `giving up on ${url}`));
      assert.ok(!text.includes(secret));
      assert.ok(text.includes("giving up on postgres://vigie:***@db/vigie"));
    });
  }
});

suite("redactUrls", () => {
  const cases: [before: string, after: string][] = [
    ["smtps://user:p%40ss@mail.example.org:465", "smtps://user:***@mail.example.org:465"],
    ["postgres://:p@ss@db/vigie", "postgres://:***@db/vigie"],
    [
      "postgres://db/vigie?user=u&password=p%20w&sslmode=off",
      "postgres://db/vigie?user=u&password=***&sslmode=off",
    ],
    ["https://example.org:8080/a@b and http://other/", "https://example.org:8080/a@b and http://other/"],
    ["12:30, écrire à vigie@example.org", "12:30, écrire à vigie@example.org"],
  ];
  for (const [before, after] of cases) {
    test(`turns ${before} into ${after}`, () => assert.equal(redactUrls(before), after));
  }

  test("takes no longer on a hostile line", () => {
    const started = performance.now();
    redactUrls("a".repeat(1_000_000) + "://:".repeat(100_000));
    assert.ok(performance.now() - started < 1_000);
  });
});

test("the log takes the level the configuration reads", () => {
  const { logLevel } = readConfig({ LOG_LEVEL: "debug" });
  assert.match(
    textOf({ level: logLevel }, (log) => log.debug("detail")),
    /"detail"/,
  );
});

type Options = Partial<Parameters<typeof createLogger>[0]>;

function textOf(options: Options, write: (log: Logger) => void): string {
  const written: string[] = [];
  const destination = { write: (text: string) => written.push(text) };
  write(createLogger({ level: "info", pretty: false, destination, ...options }));
  return written.join("");
}

function linesOf(write: (log: Logger) => void): Record<string, unknown>[] {
  const lines = textOf({}, write).split("\n").slice(0, -1);
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}
