import assert from "node:assert/strict";
import { test } from "node:test";
import { eq } from "drizzle-orm";
import { createTask } from "node-cron";
import { settings } from "../../src/config.ts";
import { SITE_TIME_ZONE } from "../../src/domain/calendar-date.ts";
import { type LookTier, TIER_RULES } from "../../src/domain/look-tiers.ts";
import { ingestRound } from "../../src/ingest/ingest-round.ts";
import type { Database } from "../../src/store/database.ts";
import { questionEvents, questions, sourcePages } from "../../src/store/schema/index.ts";
import { databaseEngines } from "../helpers/databases.ts";
import { anAnswer, aQuestion, day } from "../helpers/questions.ts";
import { records } from "../helpers/replica/records.ts";
import { countById } from "../helpers/replica/requests.ts";
import { type Replica, startReplica } from "../helpers/replica/start-replica.ts";
import { workingDayNumber } from "../helpers/replica/working-days.ts";
import { fakeClock, roundsOn } from "../helpers/rounds.ts";

const MINUTE_MS = 60_000;
const MINUTES_A_DAY = 1_440;
/** A Tuesday, in Brussels. */
const MIDNIGHT = Date.parse("2014-03-03T23:00:00Z");
/** One id a working day, so that pages of every tier are among them; the last one is of the day before. */
const FIRST_ON = day("2013-01-07");
const FROM = 50_000;
const TO = FROM + workingDayNumber(day("2014-03-03")) - workingDayNumber(FIRST_ON);

const LIVE = records({ from: FROM, to: TO, seed: 4, firstOn: FIRST_ON, idsPerDay: 1, isLive: true });

/** A moment of that day, as clocks in Brussels show it. */
function at(time: string): Date {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return new Date(MIDNIGHT + (hours * 60 + minutes) * MINUTE_MS);
}

/** The rounds of the day, as the scheduler would start them. */
function roundsOfTheDay() {
  const kinds = { round: settings.ingestCron.default, nightly: settings.nightlyCron.default } as const;
  const tasks = Object.entries(kinds).map(([kind, cron]) => {
    return {
      kind: kind as keyof typeof kinds,
      task: createTask(cron, () => undefined, { timezone: SITE_TIME_ZONE }),
    };
  });
  return Array.from({ length: MINUTES_A_DAY }, (_, i) => new Date(MIDNIGHT + i * MINUTE_MS)).flatMap(
    (minute) =>
      tasks.filter(({ task }) => task.match(minute)).map(({ kind }) => ({ kind, startsAt: minute })),
  );
}

/** Why a page is looked at: it is due in its tier, or may have become a question since the last round. */
type Group = LookTier | "beyond all known";

/** How often each page was looked at. */
type Looks = Map<Group, Map<number, number>>;

function note(looks: Looks, group: Group, id: number): void {
  const counts = looks.get(group) ?? new Map<number, number>();
  looks.set(group, counts.set(id, (counts.get(id) ?? 0) + 1));
}

/** How often a page of a group may be looked at in one day. */
function mostLooks(group: Group, roundsADay: number): number {
  const everyDays = TIER_RULES.find(({ tier }) => tier === group)?.everyDays;
  return everyDays === 0 || group === "beyond all known" ? roundsADay : 1;
}

/** When each kind of event of a question became known. */
async function eventsOf(db: Database, sourceNumber: number): Promise<ReadonlyMap<string, Date>> {
  const rows = await db
    .select({ kind: questionEvents.kind, recordedAt: questionEvents.recordedAt })
    .from(questionEvents)
    .innerJoin(questions, eq(questions.id, questionEvents.questionId))
    .where(eq(questions.sourceId, String(sourceNumber)));
  return new Map(rows.map(({ kind, recordedAt }) => [kind, recordedAt]));
}

function assertFoundBetween(found: Date | undefined, from: string, to: string): void {
  const isBetween = found !== undefined && at(from) <= found && found <= at(to);
  assert.ok(isBetween, `${from} to ${to}: ${found?.toISOString() ?? "never"}`);
}

async function tiersIn(db: Database): Promise<ReadonlyMap<number, LookTier | null>> {
  const rows = await db.select().from(sourcePages);
  return new Map(rows.map(({ sourceNumber, tier }) => [sourceNumber, tier]));
}

/** Questions of the last weeks that nothing happens to on that day, unless a test makes it. */
function quietQuestions(replica: Replica): number[] {
  return [...replica.truth()]
    .filter(([id, { answers, tabledOn }]) => {
      const changes = LIVE.find(id)?.changes ?? [];
      const isQuiet = changes.every((change) => change.at < at("00:00") || change.at > at("24:00"));
      return isQuiet && answers.length === 0 && tabledOn > "2014-02-03";
    })
    .map(([id]) => id);
}

for (const { engine, fresh } of databaseEngines) {
  test(`rounds find what happens in half an hour, and ask for no page too often (${engine})`, async (t) => {
    const db = await fresh(t);
    // A week and a day before, so that what is looked at once a week is due on the day itself.
    const clock = fakeClock("2014-02-24T19:00:00Z");
    const replica = await startReplica(t, { records: LIVE, now: clock.now });
    const { signal: stopping } = new AbortController();
    const { parts, backfill } = roundsOn(db, { url: replica.url, clock });
    await backfill(FROM, TO);
    clock.set(at("00:00").toISOString());
    const [answered, corrected] = quietQuestions(replica);
    const tabled = TO + 2;
    replica.publishAnswer(answered!, anAnswer({ answeredOn: day("2014-03-04") }), at("10:05"));
    replica.add(tabled, aQuestion({ tabledOn: day("2014-03-04") }), at("11:10"));
    replica.correct(corrected!, { questionText: "Le pont rouvrira-t-il avant l’été ?" }, at("14:40"));

    const highest = Math.max(...replica.truth().keys());
    const looks: Looks = new Map();
    const rounds = roundsOfTheDay();
    for (const { kind, startsAt } of rounds) {
      clock.set(startsAt.toISOString());
      const tiers = await tiersIn(db);
      const before = replica.requests.length;
      const { outcome } = await ingestRound(parts, { kind, absentRun: 5, stopping });
      assert.equal(outcome, "finished");
      for (const [id, times] of countById(replica.requests.slice(before))) {
        assert.equal(times, 1, `${id} was asked for twice in the round of ${startsAt.toISOString()}`);
        const group = id > highest ? "beyond all known" : tiers.get(id);
        assert.ok(group, `${id} was asked for, though no look at it is due`);
        note(looks, group, id);
      }
    }

    assertFoundBetween((await eventsOf(db, answered!)).get("answered"), "10:05", "10:35");
    assertFoundBetween((await eventsOf(db, tabled)).get("tabled"), "11:10", "11:35");
    assertFoundBetween((await eventsOf(db, corrected!)).get("corrected"), "14:40", "15:05");
    assert.equal(rounds.length, 35);
    assert.equal(looks.get("openYoung")?.get(corrected!), rounds.length);
    for (const [group, counts] of looks) {
      const most = Math.max(...counts.values());
      assert.ok(most <= mostLooks(group, rounds.length), `${most} looks at one page: ${group}`);
    }
    for (const group of ["openAging", "answeredRecently", "settled", "absent"] as const) {
      assert.ok(looks.has(group), `no page is ${group}`);
    }
  });
}
