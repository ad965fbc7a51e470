import assert from "node:assert/strict";
import { test } from "node:test";
import { emptyPostgres } from "../helpers/databases.ts";
import { records } from "../helpers/replica/records.ts";
import { startReplica } from "../helpers/replica/start-replica.ts";
import { runVigie } from "../helpers/run-vigie.ts";

interface Finding {
  readonly subject: string;
  readonly state: "ok" | "note" | "fault";
  readonly message: string;
  readonly advice: string | null;
}

const IDS = records({ from: 128_340, to: 128_349, seed: 4, gaps: 0, otherKinds: 0 });

async function doctor(env: Readonly<Record<string, string>>) {
  const { code, stdout } = await runVigie(["doctor", "--json"], { env: { FETCH_INTERVAL_MS: "0", ...env } });
  const findings = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Finding);
  return {
    code,
    findings,
    of: (subject: string) => findings.filter((finding) => finding.subject === subject),
  };
}

test("a doctor who finds all in order says which address shows a question", async (t) => {
  const replica = await startReplica(t, { records: IDS, forms: ["print"] });
  const { code, of } = await doctor({ DATABASE_URL: await emptyPostgres(t), SOURCE_BASE_URL: replica.url });
  assert.equal(code, 0);
  const shown = of("site du Parlement").map(({ state, message }) => [
    state,
    /« ([\w-]+) »/.exec(message)?.[1],
  ]);
  assert.deepEqual(shown, [
    ["ok", "print-iddoc"],
    ["note", "print-id-doc"],
    ["note", "page-type-28"],
    ["note", "page-type-32"],
  ]);
  assert.equal(of("base de données")[0]?.state, "ok");
});

test("a site that shows no question is a fault with advice", async (t) => {
  const replica = await startReplica(t);
  const { code, of } = await doctor({ DATABASE_URL: await emptyPostgres(t), SOURCE_BASE_URL: replica.url });
  const fault = of("site du Parlement").find(({ state }) => state === "fault");
  assert.deepEqual([code, fault?.advice?.includes("SOURCE_BASE_URL")], [1, true]);
});

test("a database that is not there is a fault, and the site is looked at all the same", async (t) => {
  const replica = await startReplica(t, { records: IDS });
  const env = { DATABASE_URL: "postgres://nobody@127.0.0.1:9/none", SOURCE_BASE_URL: replica.url };
  const { code, of } = await doctor(env);
  assert.deepEqual([code, of("base de données")[0]?.state], [1, "fault"]);
  assert.equal(of("site du Parlement")[0]?.state, "ok");
});

test("a configuration that is refused is said with what to write, and nothing else is tried", async () => {
  const { code, findings } = await doctor({ PORT: "beaucoup" });
  assert.equal(code, 1);
  assert.deepEqual(
    findings.map(({ subject, state }) => [subject, state]),
    [["configuration", "fault"]],
  );
  assert.match(findings[0]?.message ?? "", /PORT/);
});

test("a mail server that does not answer is a fault, and its password is not shown", async (t) => {
  const replica = await startReplica(t, { records: IDS });
  const { code, of, findings } = await doctor({
    DATABASE_URL: await emptyPostgres(t),
    SOURCE_BASE_URL: replica.url,
    SMTP_URL: "smtp://vigie:tres-secret@127.0.0.1:9",
  });
  assert.deepEqual([code, of("courriel")[0]?.state], [1, "fault"]);
  assert.doesNotMatch(JSON.stringify(findings), /tres-secret/);
});
