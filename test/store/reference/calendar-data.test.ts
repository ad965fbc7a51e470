import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { suite, test, type TestContext } from "node:test";
import { pathToFileURL } from "node:url";
import { createAnswerCalendar } from "../../../src/domain/deadline/answer-calendar.ts";
import { ConfigError } from "../../../src/errors.ts";
import { readCalendarData } from "../../../src/store/reference/read-calendar-data.ts";
import { aRule } from "../../helpers/answer-rules.ts";
import { PARLIAMENT } from "../../helpers/page-stores.ts";
import { day } from "../../helpers/questions.ts";
import { temporaryDirectory } from "../../helpers/temporary-directory.ts";

type Row = Readonly<Record<string, unknown>>;

const aRuleRow = (overrides: Row = {}): Row => ({ parliament: "wallonia", ...aRule(), ...overrides });
const aRecessRow = (overrides: Row = {}): Row => ({
  parliament: "wallonia",
  from: "2014-12-22",
  to: "2015-01-04",
  name: "Vacances d’hiver",
  ...overrides,
});

interface Files {
  readonly rules?: unknown;
  readonly recesses?: unknown;
}

/** A folder with files of these rows, or of this text. */
async function seedsOf(t: TestContext, { rules = [], recesses = [] }: Files): Promise<URL> {
  const folder = await temporaryDirectory(t);
  const write = (file: string, content: unknown) =>
    writeFileSync(join(folder, file), typeof content === "string" ? content : JSON.stringify(content));
  write("answer-rules.json", rules);
  write("recesses.json", recesses);
  return pathToFileURL(`${folder}/`);
}

suite("what is shipped", () => {
  const data = readCalendarData(PARLIAMENT);

  test("is one rule for all questions: 15 working days, indicative, without a text of law behind it", () => {
    const [rule, ...others] = data.rules;
    assert.deepEqual(others, []);
    assert.deepEqual(
      [rule?.periodDays, rule?.countedIn, rule?.dayZero, rule?.verified],
      [15, "workingDays", "tabledOn", false],
    );
    assert.match(rule?.label ?? "", /indicative/);
    assert.doesNotMatch(rule?.citation ?? "", /\bart(?:icle|\.)/i);
    assert.ok(createAnswerCalendar(data).deadlineOf(day("1980-01-01")));
  });

  test("has no recess while none is known", () => {
    assert.deepEqual(data.recesses, []);
  });
});

suite("calendar data", () => {
  test("is that of one parliament, in the order of its file", async (t) => {
    const rules = [
      aRuleRow({ id: "new", inForceFrom: "2014-01-01" }),
      aRuleRow({ id: "old", inForceTo: "2013-12-31" }),
      aRuleRow({ parliament: "elsewhere", id: "old" }),
    ];
    const recesses = [aRecessRow({ source: "Ordre des travaux" }), aRecessRow({ parliament: "elsewhere" })];
    const seeds = await seedsOf(t, { rules, recesses });
    const ours = readCalendarData("wallonia", seeds);
    assert.deepEqual(
      ours.rules.map(({ id }) => id),
      ["new", "old"],
    );
    assert.deepEqual(ours.recesses, [{ from: "2014-12-22", to: "2015-01-04", name: "Vacances d’hiver" }]);
    assert.deepEqual(readCalendarData("elsewhere", seeds).rules, [aRule({ id: "old" })]);
    assert.deepEqual(readCalendarData("nowhere", seeds), { rules: [], recesses: [] });
  });

  test("may have a rule or a recess of one day, and a leap day", async (t) => {
    const seeds = await seedsOf(t, {
      rules: [aRuleRow({ inForceFrom: "2016-02-29", inForceTo: "2016-02-29" })],
      recesses: [aRecessRow({ from: "2016-02-29", to: "2016-02-29" })],
    });
    const found = readCalendarData("wallonia", seeds);
    assert.deepEqual([found.rules.length, found.recesses.length], [1, 1]);
  });
});

suite("calendar data is refused", () => {
  interface Refused extends Files {
    readonly why: string;
    readonly told: readonly string[];
  }

  const without = (row: Row, field: string) =>
    Object.fromEntries(Object.entries(row).filter(([name]) => name !== field));
  const second = (overrides: Row) => [
    aRuleRow({ inForceTo: "2013-12-31" }),
    aRuleRow({ id: "second", inForceFrom: "2014-01-01", ...overrides }),
  ];

  const REFUSED: readonly Refused[] = [
    {
      why: "for a day that no calendar has",
      rules: second({ inForceFrom: "2014-02-30" }),
      told: ["answer-rules.json", "entrée 2, inForceFrom : doit être un jour du calendrier"],
    },
    {
      why: "for such a day at an end that may be open",
      rules: second({ inForceTo: "2015-02-29" }),
      told: ["answer-rules.json", "entrée 2, inForceTo : doit être un jour du calendrier"],
    },
    {
      why: "for a rule that ends before it begins",
      rules: [aRuleRow({ inForceFrom: "2014-02-04", inForceTo: "2014-02-03" })],
      told: ["answer-rules.json", "entrée 1, inForceTo : précède inForceFrom"],
    },
    {
      why: "for two rules in force on one day",
      rules: second({ inForceFrom: "2013-12-31" }),
      told: ["entrée 2, inForceFrom : la règle est en vigueur en même temps que celle de l’entrée 1"],
    },
    {
      why: "for two rules that never end",
      rules: [aRuleRow(), aRuleRow({ id: "second", inForceFrom: "2014-01-01" })],
      told: ["entrée 2, inForceFrom : la règle est en vigueur en même temps que celle de l’entrée 1"],
    },
    {
      why: "for one rule within another, whichever comes first in the file",
      rules: [aRuleRow({ inForceFrom: "2014-01-01", inForceTo: "2014-12-31" }), aRuleRow({ id: "second" })],
      told: ["entrée 2, inForceFrom : la règle est en vigueur en même temps que celle de l’entrée 1"],
    },
    {
      why: "for an id given twice",
      rules: second({ id: "fifteen-working-days" }),
      told: ["entrée 2, id : est déjà celui de l’entrée 1"],
    },
    {
      why: "for a recess that ends before it begins",
      recesses: [aRecessRow(), aRecessRow({ from: "2015-01-05" })],
      told: ["recesses.json", "entrée 2, to : précède from"],
    },
    {
      why: "for a recess whose year is mistyped",
      recesses: [aRecessRow({ to: "2041-01-04" })],
      told: ["recesses.json", "entrée 1, to : est à plus d’un an de from"],
    },
    {
      why: "for what is missing, wrong or not known, all told at once",
      rules: [
        without(aRuleRow(), "citation"),
        aRuleRow({ periodDays: 0, closedOn: ["recess", "recess"], verified: "no" }),
        aRuleRow({ countedIn: "weeks", closedOn: ["sunday"], until: "2014-01-01", inForceTo: 2014 }),
      ],
      told: [
        "entrée 1, citation : ce champ manque",
        "entrée 2, periodDays : ",
        "entrée 2, closedOn : ",
        "entrée 2, verified : ",
        "entrée 3, countedIn : doit être workingDays ou calendarDays",
        "entrée 3, closedOn.0 : doit être publicHolidays ou communityDay ou recess",
        "entrée 3, until : ce champ n’est pas prévu",
        "entrée 3, inForceTo : ",
      ],
    },
    { why: "for a row that is no row", recesses: ["2014-12-22"], told: ["recesses.json", "entrée 1 : "] },
    {
      why: "for a file that is no list",
      rules: aRuleRow(),
      told: ["answer-rules.json", "une liste d’entrées"],
    },
    { why: "for a file that is no JSON", rules: "[{", told: ["answer-rules.json", "ne se lit pas"] },
  ];

  const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ");

  for (const { why, told, ...files } of REFUSED) {
    test(why, async (t) => {
      const seeds = await seedsOf(t, files);
      assert.throws(
        () => readCalendarData("wallonia", seeds),
        (error) => {
          assert.ok(error instanceof ConfigError);
          for (const words of told) assert.ok(plain(error.message).includes(words), error.message);
          return true;
        },
      );
    });
  }

  test("for what is wrong with another parliament's, too", async (t) => {
    const recesses = [aRecessRow({ parliament: "elsewhere", to: "2014-12-21" })];
    const seeds = await seedsOf(t, { recesses });
    assert.throws(() => readCalendarData("wallonia", seeds), ConfigError);
  });

  test("where a file is missing", async (t) => {
    const empty = pathToFileURL(`${await temporaryDirectory(t)}/`);
    assert.throws(() => readCalendarData("wallonia", empty), /answer-rules\.json/);
  });
});
