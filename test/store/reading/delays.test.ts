import assert from "node:assert/strict";
import { suite } from "node:test";
import { sql } from "drizzle-orm";
import type { CalendarDate } from "../../../src/domain/calendar-date.ts";
import {
  createDelayReader,
  DELAY_GROUPINGS,
  type DelayGroup,
  type DelayGrouping,
} from "../../../src/store/delay-reader.ts";
import type { DelayTally } from "../../../src/domain/delays/delay-tally.ts";
import type { Database } from "../../../src/store/database.ts";
import type { QuestionFilter } from "../../../src/store/question-filter.ts";
import { PARLIAMENT, testOnEach } from "../../helpers/page-stores.ts";
import { day } from "../../helpers/questions.ts";
import { randomNumbers } from "../../helpers/random-questions.ts";
import { readersOf } from "../../helpers/registers.ts";
import { holdPortfolios, storeTimed, type TimedQuestion } from "../../helpers/timed-questions.ts";
import { tallyByHand } from "../../helpers/tallied-delays.ts";

const tally = (db: Database, asOf: string, by: DelayGrouping | null = null, filter: QuestionFilter = {}) =>
  createDelayReader(db, { parliament: PARLIAMENT }).tallyDelays(filter, { asOf: day(asOf), by });

const ask = (tabledOn: string, rest: Partial<Record<keyof TimedQuestion, string>> = {}) =>
  ({ tabledOn, ...rest }) as TimedQuestion;

/** Looked at on 31 March 2014; what is not said is not known, or has not happened. */
const CASES: Readonly<Record<string, TimedQuestion>> = {
  young: ask("2014-03-20", { answerDueOn: "2014-04-10" }),
  late: ask("2014-02-03", { answerDueOn: "2014-02-24" }),
  dueToday: ask("2014-03-10", { answerDueOn: "2014-03-31" }),
  withoutDeadline: ask("2014-03-01"),
  tabledToday: ask("2014-03-31", { answerDueOn: "2014-04-21" }),
  tabledTomorrow: ask("2014-04-01", { answerDueOn: "2014-04-22" }),

  holding: ask("2014-02-10", { holdingOn: "2014-02-20", answerDueOn: "2014-03-03" }),
  holdingToday: ask("2014-03-11", { holdingOn: "2014-03-31", answerDueOn: "2014-04-01" }),
  holdingTomorrow: ask("2014-03-12", { holdingOn: "2014-04-01", answerDueOn: "2014-04-02" }),

  inTime: ask("2014-02-03", { answeredOn: "2014-02-20", answerDueOn: "2014-02-24" }),
  onTheDueDay: ask("2014-02-03", { answeredOn: "2014-02-24", answerDueOn: "2014-02-24" }),
  aDayLate: ask("2014-02-03", { answeredOn: "2014-02-25", answerDueOn: "2014-02-24" }),
  atOnce: ask("2014-03-03", { answeredOn: "2014-03-03", answerDueOn: "2014-03-24" }),
  today: ask("2014-03-17", { answeredOn: "2014-03-31", answerDueOn: "2014-04-07" }),
  tomorrow: ask("2014-03-17", { answeredOn: "2014-04-01", answerDueOn: "2014-04-07" }),
  neverDue: ask("2014-02-05", { answeredOn: "2014-02-19" }),
  afterHolding: ask("2014-02-03", {
    ...{ holdingOn: "2014-02-13", answeredOn: "2014-03-05", answerDueOn: "2014-02-24" },
  }),
  referral: ask("2014-02-10", {
    ...{ answeredOn: "2014-02-27", answerDueOn: "2014-03-03", answerNature: "referral" },
  }),
  notCompetent: ask("2014-02-11", {
    ...{ answeredOn: "2014-03-11", answerDueOn: "2014-03-04", answerNature: "notCompetent" },
  }),
  referralLater: ask("2014-03-18", {
    ...{ answeredOn: "2014-04-02", answerDueOn: "2014-04-08", answerNature: "referral" },
  }),

  givenUpEarly: ask("2014-02-03", { convertedOn: "2014-02-14", answerDueOn: "2014-02-24" }),
  givenUpOnTheDueDay: ask("2014-02-03", { convertedOn: "2014-02-24", answerDueOn: "2014-02-24" }),
  givenUpLate: ask("2014-02-03", { convertedOn: "2014-02-28", answerDueOn: "2014-02-24" }),
  givenUpAfterwards: ask("2014-02-03", { convertedOn: "2014-04-05", answerDueOn: "2014-02-24" }),
  givenUpWhileHolding: ask("2014-02-03", {
    ...{ holdingOn: "2014-02-17", convertedOn: "2014-03-03", answerDueOn: "2014-02-24" },
  }),
  answeredThough: ask("2014-02-03", {
    ...{ convertedOn: "2014-02-10", answeredOn: "2014-02-28", answerDueOn: "2014-02-24" },
  }),
  answeredThoughLater: ask("2014-02-03", {
    ...{ convertedOn: "2014-02-20", answeredOn: "2014-04-10", answerDueOn: "2014-02-24" },
  }),

  impossibleAnswer: ask("2014-03-05", { answeredOn: "2014-03-01", answerDueOn: "2014-03-26" }),
  impossibleFirstReply: ask("2014-03-05", { holdingOn: "2014-03-04", answeredOn: "2014-03-20" }),
  impossibleNote: ask("2014-03-05", { convertedOn: "2014-02-05" }),
};

/** What one question, tabled on 3 February, is on different days. */
const LIFE: Readonly<Record<string, readonly string[]>> = {
  "2014-02-02": [],
  "2014-02-03": ["open"],
  "2014-02-12": ["open"],
  "2014-02-13": ["open", "holding"],
  "2014-02-24": ["open", "holding"],
  "2014-02-25": ["open", "holding", "overdue", "due"],
  "2014-03-04": ["open", "holding", "overdue", "due"],
  "2014-03-05": ["answered", "due"],
  "9999-12-31": ["answered", "due"],
};

const counts = (rows: readonly (readonly [day: number, events: number, censored: number])[]) =>
  rows.map(([at, events, censored]) => ({ day: at, events, censored }));

suite("tallies of answer times", () => {
  testOnEach("each question counts as it stood on the day asked for", async ({ db }) => {
    await storeTimed(db, CASES);
    assert.deepEqual(await tally(db, "2014-03-31"), [
      {
        key: "all",
        label: "Toutes les questions",
        tabled: 26,
        answered: 10,
        referrals: 1,
        notCompetent: 1,
        open: 11,
        holding: 2,
        converted: 5,
        excluded: 3,
        overdue: 3,
        answeredWithDeadline: 9,
        answeredInTime: 5,
        due: 12,
        dueAnsweredInTime: 4,
        oldestOpen: { sourceId: "late", tabledOn: "2014-02-03" },
        substantive: counts([
          [0, 1, 1],
          [11, 0, 2],
          [13, 0, 1],
          [14, 2, 1],
          [17, 2, 1],
          [19, 0, 1],
          [20, 0, 1],
          [21, 1, 2],
          [22, 1, 0],
          [25, 1, 1],
          [28, 1, 1],
          [30, 1, 1],
          [49, 0, 1],
          [56, 0, 2],
        ]),
        firstReply: counts([
          [0, 1, 1],
          [10, 2, 0],
          [11, 0, 2],
          [13, 0, 1],
          [14, 3, 1],
          [17, 2, 1],
          [19, 0, 1],
          [20, 1, 0],
          [21, 1, 2],
          [22, 1, 0],
          [25, 1, 1],
          [28, 1, 0],
          [30, 0, 1],
          [56, 0, 2],
        ]),
      },
    ]);
  });

  testOnEach("a past day knows nothing of what was dated later", async ({ db }) => {
    const dates = { holdingOn: "2014-02-13", answeredOn: "2014-03-05", answerDueOn: "2014-02-24" };
    await storeTimed(db, { life: ask("2014-02-03", dates) });
    const told = ["open", "holding", "overdue", "answered", "due"] as const;
    for (const [asOf, expected] of Object.entries(LIFE)) {
      const [all] = await tally(db, asOf);
      assert.deepEqual([asOf, ...told.filter((name) => all![name] > 0)], [asOf, ...expected]);
    }
  });

  testOnEach("one that its author withdrew counts by its answers, but never as due", async ({ db }) => {
    const answerDueOn = "2014-02-24";
    await storeTimed(db, {
      waiting: ask("2014-02-03", { answerDueOn }),
      withdrawn: ask("2014-02-03", { answerDueOn }),
      withdrawnYetAnswered: ask("2014-02-04", { answerDueOn, answeredOn: "2014-02-20" }),
    });
    const [before] = await tally(db, "2014-03-31");
    await db.execute(sql`update questions set delay_doubt = 'withdrawn' where source_id like 'withdrawn%'`);
    const [all] = await tally(db, "2014-03-31");
    assert.deepEqual([before!.overdue, before!.due, before!.dueAnsweredInTime], [2, 3, 1]);
    assert.deepEqual(all, { ...before, overdue: 1, due: 1, dueAnsweredInTime: 0 });
  });

  testOnEach("without questions there is one empty group, and none of a kind", async ({ db }) => {
    const [all, ...others] = await tally(db, "2014-03-31");
    assert.deepEqual(others, []);
    assert.deepEqual(all, {
      ...tallyByHand([], day("2014-03-31")),
      key: "all",
      label: "Toutes les questions",
    });
    for (const by of DELAY_GROUPINGS) assert.deepEqual(await tally(db, "2014-03-31", by), []);
  });

  testOnEach("questions of another parliament stay there", async ({ db }) => {
    await storeTimed(db, { one: ask("2014-02-03") }, "elsewhere");
    assert.equal((await tally(db, "2014-03-31"))[0]!.tabled, 0);
    assert.deepEqual(await tally(db, "2014-03-31", "minister"), []);
  });
});

suite("groups", () => {
  const sizes = (groups: readonly DelayGroup[]) =>
    byKey(groups).map(({ key, label, tabled }) => [key, label, tabled] as const);

  testOnEach("ministers are told by their slugs, however they are spelt", async ({ db }) => {
    await storeTimed(db, {
      one: ask("2014-02-03", { minister: "PRÉVAL Maxime" }),
      two: ask("2014-02-03", { minister: "LUTGAN Benoit" }),
      three: ask("2014-02-03", { minister: "LUTGAN Benoît" }),
    });
    assert.deepEqual(sizes(await tally(db, "2014-03-31", "minister")), [
      ["lutgan-benoit", "LUTGAN Benoît", 2],
      ["preval-maxime", "PRÉVAL Maxime", 1],
    ]);
  });

  testOnEach("parties are folded, and what is not known of one makes a group", async ({ db }) => {
    await storeTimed(db, {
      one: ask("2014-02-03", { party: "Vergers" }),
      two: ask("2014-02-03", { party: "Union des Berges" }),
      three: ask("2014-02-03", { party: "VERGERS" }),
      four: ask("2014-02-03", { party: "Écluses" }),
      five: ask("2014-02-03", { party: "Ecluses" }),
      six: ask("2014-02-03"),
    });
    assert.deepEqual(sizes(await tally(db, "2014-03-31", "party")), [
      ["ecluses", "Écluses", 2],
      ["union-des-berges", "Union des Berges", 1],
      ["unknown", "Parti inconnu", 1],
      ["vergers", "VERGERS", 2],
    ]);
  });

  testOnEach("a question is in each portfolio of its office", async ({ db }) => {
    await storeTimed(db, {
      one: ask("2014-02-03", { office: "Ministre des Écluses et du Bois" }),
      two: ask("2014-02-04", { office: "Ministre du Bois" }),
      three: ask("2014-02-05", { office: "Ministre-Présidente" }),
      four: ask("2014-02-06"),
    });
    await holdPortfolios(db, {
      "Ministre des Écluses et du Bois": ["Écluses", "Bois"],
      "Ministre du Bois": ["Bois"],
    });
    assert.deepEqual(sizes(await tally(db, "2014-03-31", "portfolio")), [
      ["bois", "Bois", 2],
      ["ecluses", "Écluses", 1],
      ["unknown", "Inconnu", 2],
    ]);
  });

  testOnEach("without a title a question is in what its addressee held on that day", async ({ db }) => {
    const [office, wood] = ["Ministre des Écluses et du Bois", "Ministre du Bois"];
    await storeTimed(db, {
      before: ask("2014-02-02"),
      first: ask("2014-02-03", { office }),
      onTheFirstDay: ask("2014-02-03"),
      between: ask("2014-02-05"),
      last: ask("2014-02-07", { office }),
      onTheLastDay: ask("2014-02-07"),
      after: ask("2014-02-08"),
      ofAnother: ask("2014-02-05", { minister: "OSSELAER Théo" }),
      wood: ask("2014-02-09", { office: wood }),
      woodAgain: ask("2014-02-11", { office: wood }),
      woodAlone: ask("2014-02-10"),
    });
    await holdPortfolios(db, { [office]: ["Écluses", "Bois"], [wood]: ["Bois"] });
    const { portfolios } = readersOf(db);
    const groups = await tally(db, "2014-03-31", "portfolio");
    assert.deepEqual(sizes(groups), [
      ["bois", "Bois", 8],
      ["ecluses", "Écluses", 5],
      ["unknown", "Inconnu", 3],
    ]);
    for (const { slug, questions } of await portfolios.listPortfolios()) {
      const portfolio = (await portfolios.findHeld(slug)) ?? undefined;
      const [found] = await tally(db, "2014-03-31", null, { portfolio });
      const inGroup = groups.find(({ key }) => key === slug)?.tabled;
      const { questions: own } = (await portfolios.findPortfolio(slug))!;
      assert.deepEqual([inGroup, questions, own], [found!.tabled, found!.tabled, found!.tabled], slug);
    }
  });

  testOnEach("two titles held at once make no question count twice", async ({ db }) => {
    const offices = ["Ministre du Bois", "Ministre du Bois et des Écluses"];
    const days = ["2014-02-03", "2014-02-07"];
    const titled = offices.flatMap((office) =>
      days.map((on): [string, TimedQuestion] => [office + on, ask(on, { office })]),
    );
    await storeTimed(db, { ...Object.fromEntries(titled), untitled: ask("2014-02-05") });
    await holdPortfolios(db, { [offices[0]!]: ["Bois"], [offices[1]!]: ["Bois", "Écluses"] });
    assert.deepEqual(sizes(await tally(db, "2014-03-31", "portfolio")), [
      ["bois", "Bois", 5],
      ["ecluses", "Écluses", 3],
    ]);
    const all = await readersOf(db).portfolios.listPortfolios();
    assert.deepEqual(
      all.map(({ slug, questions }) => [slug, questions]),
      [
        ["bois", 5],
        ["ecluses", 3],
      ],
    );
  });

  testOnEach("a portfolio may be held up to the last day of the calendar", async ({ db }) => {
    const office = "Ministre du Bois";
    await storeTimed(db, { titled: ask("9999-12-31", { office }), untitled: ask("9999-12-31") });
    await holdPortfolios(db, { [office]: ["Bois"] });
    assert.deepEqual(sizes(await tally(db, "9999-12-31", "portfolio")), [["bois", "Bois", 2]]);
  });

  testOnEach("sessions and months of tabling are told by themselves", async ({ db }) => {
    await storeTimed(db, {
      one: ask("2014-01-31", { session: "2013-2014" }),
      two: ask("2014-02-01", { session: "2013-2014" }),
      three: ask("2014-02-28", { session: "se2014" }),
    });
    assert.deepEqual(sizes(await tally(db, "2014-03-31", "session")), [
      ["2013-2014", "2013-2014", 2],
      ["se2014", "se2014", 1],
    ]);
    assert.deepEqual(sizes(await tally(db, "2014-03-31", "month")), [
      ["2014-01", "2014-01", 1],
      ["2014-02", "2014-02", 2],
    ]);
  });

  testOnEach("each group has an oldest open question of its own", async ({ db }) => {
    await storeTimed(db, {
      answered: ask("2014-01-02", { answeredOn: "2014-01-03", session: "2013-2014" }),
      younger: ask("2014-01-05", { session: "2013-2014" }),
      z: ask("2014-01-04", { session: "2013-2014" }),
      a: ask("2014-01-04", { session: "2013-2014" }),
      closed: ask("2014-01-04", { answeredOn: "2014-01-14", session: "se2014" }),
    });
    const groups = await tally(db, "2014-03-31", "session");
    assert.deepEqual(
      byKey(groups).map(({ oldestOpen }) => oldestOpen),
      [{ sourceId: "z", tabledOn: "2014-01-04" }, null],
    );
    const [all] = await tally(db, "2014-01-10");
    assert.equal(all!.oldestOpen!.sourceId, "z");
  });

  testOnEach("whatever is asked, it is what a count by hand gives", async ({ db }) => {
    const questions = randomRegister(20_140_203);
    await storeTimed(db, questions);
    await holdPortfolios(db, HELD);
    const lambrecht = await readersOf(db).persons.findPerson("minister", "lambrecht-aurore");
    const filters: readonly (readonly [QuestionFilter, (question: TimedQuestion) => boolean])[] = [
      [{}, () => true],
      [{ ministerId: lambrecht!.id }, ({ minister }) => minister === "LAMBRECHT Aurore"],
      [{ session: "se2014" }, ({ session }) => session === "se2014"],
      [
        { tabledFrom: day("2014-02-05"), tabledTo: day("2014-03-20") },
        ({ tabledOn }) => tabledOn >= "2014-02-05" && tabledOn <= "2014-03-20",
      ],
      [{ states: ["answered"] }, ({ answeredOn }) => answeredOn !== undefined],
      [{ modifiedSince: new Date(0) }, () => true],
      [{ session: "1999-2000" }, () => false],
    ];
    for (const asOf of ["2013-12-31", "2014-01-20", "2014-02-24", "2014-04-01", "2015-01-01"].map(day)) {
      for (const [filter, isFound] of filters) {
        const found = Object.entries(questions).filter(([, question]) => isFound(question));
        const [all] = await tally(db, asOf, null, filter);
        const { key: _key, label: _label, ...whole } = all!;
        assert.deepEqual(whole, tallyByHand(found, asOf));
        for (const by of DELAY_GROUPINGS) {
          const groups = await tally(db, asOf, by, filter);
          const byHand = tallyGroupsByHand(found, asOf, keysBy(by, Object.values(questions)));
          assert.deepEqual(toRecord(groups), byHand, `${by} ${asOf}`);
          if (by !== "portfolio") assertAddsUp(groups, all!);
        }
      }
    }
  });
});

const HELD = { "Ministre des Écluses et du Bois": ["Écluses", "Bois"], "Ministre du Bois": ["Bois"] };

/** Dates lie close together, so that questions share days, and chance makes some of them impossible. */
function randomRegister(seed: number, size = 250): Record<string, TimedQuestion> {
  const random = randomNumbers(seed);
  const pick = <T>(...choices: readonly T[]) => choices[Math.floor(random() * choices.length)]!;
  const after = (date: CalendarDate, from: number, to: number) =>
    day(
      new Date(Date.parse(date) + (from + Math.floor(random() * (to - from))) * 86_400_000)
        .toISOString()
        .slice(0, 10),
    );
  const sometimes = <T extends object>(chance: number, fields: () => T) =>
    random() < chance ? fields() : {};
  const draw = (): TimedQuestion => {
    const tabledOn = after(day("2014-01-01"), 0, 90);
    return {
      tabledOn,
      ...sometimes(0.8, () => ({ answerDueOn: after(tabledOn, 15, 25) })),
      ...sometimes(0.3, () => ({ holdingOn: after(tabledOn, -1, 20) })),
      ...sometimes(0.6, () => ({ answeredOn: after(tabledOn, -1, 45) })),
      ...sometimes(0.2, () => ({ convertedOn: after(tabledOn, -1, 45) })),
      ...sometimes(0.3, () => ({ answerNature: pick("referral" as const, "notCompetent" as const) })),
      minister: pick("LAMBRECHT Aurore", "OSSELAER Théo"),
      ...sometimes(0.8, () => ({ office: pick("Ministre-Présidente", ...Object.keys(HELD)) })),
      session: pick("2013-2014", "se2014"),
      ...sometimes(0.7, () => ({ party: pick("Vergers", "Écluses", "Ecluses") })),
    };
  };
  return Object.fromEntries(Array.from({ length: size }, (_, i) => [`q${i}`, draw()]));
}

type KeysOf = (question: TimedQuestion) => readonly string[];

const KEYS: Readonly<Record<DelayGrouping, KeysOf>> = {
  minister: ({ minister }) => [minister === "LAMBRECHT Aurore" ? "lambrecht-aurore" : "osselaer-theo"],
  party: ({ party }) => [party === undefined ? "unknown" : party === "Vergers" ? "vergers" : "ecluses"],
  portfolio({ office }) {
    if (office === "Ministre du Bois") return ["bois"];
    return office === "Ministre des Écluses et du Bois" ? ["bois", "ecluses"] : ["unknown"];
  },
  session: ({ session }) => [session!],
  month: ({ tabledOn }) => [tabledOn.slice(0, 7)],
};

/** Portfolios need the whole register: without a title those count that were held under one before and after. */
function keysBy(by: DelayGrouping, register: readonly TimedQuestion[]): KeysOf {
  if (by !== "portfolio") return KEYS[by];
  return (question) => {
    if (question.office !== undefined) return KEYS.portfolio(question);
    const theirs = register.filter(({ minister }) => minister === question.minister);
    const held = Object.keys(HELD).filter((title) => {
      const days = theirs.filter(({ office }) => office === title).map(({ tabledOn }) => tabledOn);
      return days.some((on) => on <= question.tabledOn) && days.some((on) => on >= question.tabledOn);
    });
    const keys = new Set(held.flatMap((office) => KEYS.portfolio({ ...question, office })));
    return keys.size === 0 ? ["unknown"] : [...keys];
  };
}

function tallyGroupsByHand(
  entries: readonly (readonly [string, TimedQuestion])[],
  asOf: CalendarDate,
  keysOf: KeysOf,
): Record<string, DelayTally> {
  const there = entries.filter(([, { tabledOn }]) => tabledOn <= asOf);
  const keys = new Set(there.flatMap(([, question]) => keysOf(question)));
  return Object.fromEntries(
    [...keys].map((key) => [
      key,
      tallyByHand(
        there.filter(([, question]) => keysOf(question).includes(key)),
        asOf,
      ),
    ]),
  );
}

/** The store gives groups in no order. */
const byKey = (groups: readonly DelayGroup[]) =>
  groups.toSorted((one, other) => (one.key < other.key ? -1 : 1));

function toRecord(groups: readonly DelayGroup[]): Record<string, DelayTally> {
  return Object.fromEntries(groups.map(({ key, label: _label, ...tallied }) => [key, tallied]));
}

function assertAddsUp(groups: readonly DelayGroup[], all: DelayGroup): void {
  const summed = Object.keys(all).filter((name) => typeof all[name as keyof DelayGroup] === "number");
  for (const name of summed as ("tabled" | "excluded")[]) {
    const sum = groups.reduce((total, group) => total + group[name], 0);
    assert.equal(sum, all[name], name);
  }
  for (const clock of ["substantive", "firstReply"] as const) {
    const ended = new Map<number, { events: number; censored: number }>();
    for (const { day: at, events, censored } of groups.flatMap((group) => group[clock])) {
      const before = ended.get(at) ?? { events: 0, censored: 0 };
      ended.set(at, { events: before.events + events, censored: before.censored + censored });
    }
    const expected = new Map(all[clock].map(({ day: at, ...rest }) => [at, rest]));
    assert.deepEqual(ended, expected, clock);
  }
}
