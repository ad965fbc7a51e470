import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { type Config, readConfig, settings } from "../src/config.ts";
import { ConfigError } from "../src/errors.ts";

suite("the configuration of an empty environment", () => {
  const config = readConfig({});

  test("starts a newcomer on localhost with the embedded database", () => {
    assert.deepEqual(config, {
      databaseUrl: null,
      databaseReplicaUrls: [],
      dataDir: "./data",
      host: "localhost",
      port: 3000,
      baseUrl: "http://localhost:3000",
      rateLimitPerMinute: 1200,
      trustProxy: 0,
      sourceBaseUrl: "https://www.parlement-wallonie.be",
      fetchIntervalMs: 700,
      contact: null,
      absentRun: 300,
      ingestCron: "*/30 6-22 * * *",
      nightlyCron: "15 1 * * *",
      dumpCron: "35 5 * * *",
      digestCron: "0 7 * * 1",
      smtpUrl: null,
      mailFrom: "Vigie <vigie@localhost>",
      adminToken: null,
      role: "all",
      logLevel: "info",
    } satisfies Config);
  });

  test("is frozen, lists included", () => {
    assert.ok(Object.isFrozen(config));
    assert.ok(Object.isFrozen(config.databaseReplicaUrls));
  });
});

test("blank values count as unset, and blanks around a value are dropped", () => {
  const config = readConfig({ PORT: "", HOST: "  ", DATABASE_URL: "", ROLE: " web\n" });
  assert.equal(config.port, 3000);
  assert.equal(config.host, "localhost");
  assert.equal(config.databaseUrl, null);
  assert.equal(config.role, "web");
});

test("keys that are none of ours are ignored", () => {
  assert.deepEqual(readConfig({ HOME: "/nowhere", PORTE: "9" }), readConfig({}));
});

test("the base address follows the port unless it is given, and loses its final slash", () => {
  assert.equal(readConfig({ PORT: "8080" }).baseUrl, "http://localhost:8080");
  assert.equal(readConfig({ BASE_URL: "https://vigie.example.org/" }).baseUrl, "https://vigie.example.org");
});

test("replicas are separated by commas", () => {
  const { databaseReplicaUrls } = readConfig({
    DATABASE_REPLICA_URLS: "postgres://a/vigie, postgresql://b/vigie,",
  });
  assert.deepEqual(databaseReplicaUrls, ["postgres://a/vigie", "postgresql://b/vigie"]);
});

const accepted: Readonly<Record<string, readonly string[]>> = {
  DATABASE_URL: [
    "postgres://u:p@db:5432/vigie",
    "postgresql://db/vigie",
    "postgres:///vigie?host=/run/postgresql",
  ],
  HOST: ["0.0.0.0", "::1", "vigie.internal"],
  PORT: ["0", "65535"],
  RATE_LIMIT_PER_MINUTE: ["0", "1", "1000000"],
  TRUST_PROXY: ["0", "2", "loopback", "10.0.0.0/8, 2001:db8::/32,192.0.2.7"],
  FETCH_INTERVAL_MS: ["0", "3600000"],
  INGEST_CRON: ["*/5 * * * *", "0 30 6-22 * * 1-5", "0,30 6-22/2 1,15 * 0", "0 0 1 1 7"],
  SMTP_URL: ["smtp://localhost:1025", "smtps://u:p@mail.example.org"],
  MAIL_FROM: ["vigie@example.org", "Vigie, le registre <vigie@example.org>"],
  ADMIN_TOKEN: ["0123456789abcdef"],
  ROLE: ["all", "web", "worker"],
  LOG_LEVEL: ["fatal", "error", "warn", "info", "debug", "trace", "silent"],
};

const refused: Readonly<Record<string, readonly string[]>> = {
  DATABASE_URL: ["mysql://db/vigie", "db:5432", "vigie"],
  DATABASE_REPLICA_URLS: ["postgres://a/vigie,b"],
  HOST: ["http://localhost", "local host", "localhost/"],
  PORT: ["65536", "-1", "3e3", "3000.5", "trois mille"],
  BASE_URL: [
    "vigie.example.org",
    "ftp://example.org",
    "https://example.org/?x=1",
    "https://example.org/vigie",
    "https://user:secret@example.org",
    "http:example",
    "https://example.org/#a",
  ],
  SOURCE_BASE_URL: ["www.parlement-wallonie.be"],
  RATE_LIMIT_PER_MINUTE: ["-1", "1000001", "beaucoup"],
  TRUST_PROXY: ["true", "11", "proxy.example", "10.0.0.0/33", "10.0.0.0/0", "2001:db8::/129", "loopback,"],
  FETCH_INTERVAL_MS: ["3600001", "0.7", "700ms"],
  INGEST_CRON: [
    "* * * *",
    "* * * * * * *",
    "60 * * * *",
    "5-1 * * * *",
    "*/0 * * * *",
    "@daily",
    "0 7 * * 8",
  ],
  DUMP_CRON: ["jamais", "0 24 * * *"],
  DIGEST_CRON: ["lundi", "0 24 * * 1"],
  SMTP_URL: ["mail.example.org", "https://mail.example.org"],
  MAIL_FROM: ["vigie", "Vigie <vigie>", "a@example.org, b@example.org", "Vigie\n<v@example.org>"],
  ADMIN_TOKEN: ["short", "with a blank in the middle"],
  ROLE: ["ALL", "server"],
  LOG_LEVEL: ["verbose", "INFO"],
};

suite("every key takes what it describes and refuses the rest", () => {
  for (const [key, values] of Object.entries(accepted)) {
    for (const value of values) test(`${key} takes ${value}`, () => void readConfig({ [key]: value }));
  }
  for (const [key, values] of Object.entries(refused)) {
    for (const value of values) {
      test(`${key} refuses ${JSON.stringify(value)} and says what to write instead`, () => {
        const message = faultsOf({ [key]: value });
        assert.match(
          message,
          new RegExp(`^Configuration refusée, un réglage à corriger\u00a0:\n  ${key}\u00a0: `),
        );
        assert.match(message, /ne convient pas\u202f; écrivez .+\.$/);
      });
    }
  }
});

test("all faults are listed together, one line each, with what was found", () => {
  const message = faultsOf({ PORT: "abc", ROLE: "chef", LOG_LEVEL: "bavard" });
  const [title, ...lines] = message.split("\n");
  assert.equal(title, "Configuration refusée, 3 réglages à corriger\u00a0:");
  assert.deepEqual(
    lines.map((line) => /^ {2}([A-Z_]+)\u00a0: «\u00a0(.*?)\u00a0»/.exec(line)?.slice(1)),
    [
      ["PORT", "abc"],
      ["ROLE", "chef"],
      ["LOG_LEVEL", "bavard"],
    ],
  );
});

test("a faulty port is not counted again in the base address that is made of it", () => {
  assert.doesNotMatch(faultsOf({ PORT: "abc" }), /BASE_URL/);
});

suite("secrets stay out of the message", () => {
  const secret = "motdepasse-tres-secret";

  for (const { key } of Object.values(settings).filter((setting) => setting.isSecret)) {
    test(`${key} is named but its value is not`, () => {
      const message = faultsOf({ [key]: `nowhere ${secret}` });
      assert.ok(message.includes(key));
      assert.ok(!message.includes(secret));
    });
  }

  test("an address with a password under the wrong key is not repeated", () => {
    assert.ok(!faultsOf({ BASE_URL: `postgres://vigie:${secret}@db/vigie` }).includes(secret));
  });
});

test("the four keys that hold passwords are marked as secret", () => {
  const secret = Object.values(settings).filter((setting) => setting.isSecret);
  assert.deepEqual(
    secret.map(({ key }) => key),
    ["DATABASE_URL", "DATABASE_REPLICA_URLS", "SMTP_URL", "ADMIN_TOKEN"],
  );
});

/** The message of the error these settings must raise. */
function faultsOf(env: Record<string, string>): string {
  try {
    readConfig(env);
  } catch (error) {
    assert.ok(error instanceof ConfigError);
    return error.message;
  }
  assert.fail("the configuration was accepted");
}
