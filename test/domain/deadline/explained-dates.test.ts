import assert from "node:assert/strict";
import { test } from "node:test";
import type { Closure } from "../../../src/domain/deadline/answer-rule.ts";
import { aCalendar } from "../../helpers/answer-rules.ts";
import { day } from "../../helpers/questions.ts";

/** A deadline of 15 working days, reckoned by hand on a calendar of the year. */
interface ExplainedDate {
  readonly around: string;
  readonly tabledOn: string;
  /** Public holidays alone where nothing is said. */
  readonly closedOn?: readonly Closure[];
  readonly dueOn: string;
  /** Each day left out, with its name in French. */
  readonly skipped: Readonly<Record<string, string>>;
}

const COMMUNITY_DAY = "Fête de la Fédération Wallonie-Bruxelles";

const EXPLAINED: readonly ExplainedDate[] = [
  {
    around: "Easter: the Monday is left out, the Sunday is a Sunday",
    tabledOn: "2014-04-07",
    dueOn: "2014-04-29",
    skipped: {
      "2014-04-12": "samedi",
      "2014-04-13": "dimanche",
      "2014-04-19": "samedi",
      "2014-04-20": "dimanche",
      "2014-04-21": "Lundi de Pâques",
      "2014-04-26": "samedi",
      "2014-04-27": "dimanche",
    },
  },
  {
    around: "Easter, which is early and falls into the days clocks go forward",
    tabledOn: "2024-03-28",
    dueOn: "2024-04-19",
    skipped: {
      "2024-03-30": "samedi",
      "2024-03-31": "dimanche",
      "2024-04-01": "Lundi de Pâques",
      "2024-04-06": "samedi",
      "2024-04-07": "dimanche",
      "2024-04-13": "samedi",
      "2024-04-14": "dimanche",
    },
  },
  {
    around: "Easter so early that Ascension is on 1 May",
    tabledOn: "2008-04-16",
    dueOn: "2008-05-08",
    skipped: {
      "2008-04-19": "samedi",
      "2008-04-20": "dimanche",
      "2008-04-26": "samedi",
      "2008-04-27": "dimanche",
      "2008-05-01": "Fête du travail et Ascension",
      "2008-05-03": "samedi",
      "2008-05-04": "dimanche",
    },
  },
  {
    around: "Ascension and Whit Monday, which follow Easter",
    tabledOn: "2021-05-12",
    dueOn: "2021-06-04",
    skipped: {
      "2021-05-13": "Ascension",
      "2021-05-15": "samedi",
      "2021-05-16": "dimanche",
      "2021-05-22": "samedi",
      "2021-05-23": "dimanche",
      "2021-05-24": "Lundi de Pentecôte",
      "2021-05-29": "samedi",
      "2021-05-30": "dimanche",
    },
  },
  {
    around: "Christmas and New Year in the middle of the week",
    tabledOn: "2013-12-20",
    dueOn: "2014-01-14",
    skipped: {
      "2013-12-21": "samedi",
      "2013-12-22": "dimanche",
      "2013-12-25": "Noël",
      "2013-12-28": "samedi",
      "2013-12-29": "dimanche",
      "2014-01-01": "Nouvel An",
      "2014-01-04": "samedi",
      "2014-01-05": "dimanche",
      "2014-01-11": "samedi",
      "2014-01-12": "dimanche",
    },
  },
  {
    around: "Christmas and New Year on Sundays, which are told by their names and take no other day",
    tabledOn: "2022-12-22",
    dueOn: "2023-01-12",
    skipped: {
      "2022-12-24": "samedi",
      "2022-12-25": "Noël",
      "2022-12-31": "samedi",
      "2023-01-01": "Nouvel An",
      "2023-01-07": "samedi",
      "2023-01-08": "dimanche",
    },
  },
  {
    around: "Christmas, on which the question itself was tabled",
    tabledOn: "2019-12-25",
    dueOn: "2020-01-16",
    skipped: {
      "2019-12-28": "samedi",
      "2019-12-29": "dimanche",
      "2020-01-01": "Nouvel An",
      "2020-01-04": "samedi",
      "2020-01-05": "dimanche",
      "2020-01-11": "samedi",
      "2020-01-12": "dimanche",
    },
  },
  {
    around: "21 July on a Thursday",
    tabledOn: "2016-07-18",
    dueOn: "2016-08-09",
    skipped: {
      "2016-07-21": "Fête nationale",
      "2016-07-23": "samedi",
      "2016-07-24": "dimanche",
      "2016-07-30": "samedi",
      "2016-07-31": "dimanche",
      "2016-08-06": "samedi",
      "2016-08-07": "dimanche",
    },
  },
  {
    around: "21 July on a Sunday, for a question tabled on the Saturday before",
    tabledOn: "2024-07-20",
    dueOn: "2024-08-09",
    skipped: {
      "2024-07-21": "Fête nationale",
      "2024-07-27": "samedi",
      "2024-07-28": "dimanche",
      "2024-08-03": "samedi",
      "2024-08-04": "dimanche",
    },
  },
  {
    around: "27 September, where the rule leaves it out",
    tabledOn: "2023-09-26",
    closedOn: ["publicHolidays", "communityDay"],
    dueOn: "2023-10-18",
    skipped: {
      "2023-09-27": COMMUNITY_DAY,
      "2023-09-30": "samedi",
      "2023-10-01": "dimanche",
      "2023-10-07": "samedi",
      "2023-10-08": "dimanche",
      "2023-10-14": "samedi",
      "2023-10-15": "dimanche",
    },
  },
  {
    around: "the same 27 September, where the rule does not",
    tabledOn: "2023-09-26",
    dueOn: "2023-10-17",
    skipped: {
      "2023-09-30": "samedi",
      "2023-10-01": "dimanche",
      "2023-10-07": "samedi",
      "2023-10-08": "dimanche",
      "2023-10-14": "samedi",
      "2023-10-15": "dimanche",
    },
  },
];

const reasonOf = (name: string) => {
  if (name === "samedi" || name === "dimanche") return "weekend";
  return name === COMMUNITY_DAY ? "communityDay" : "publicHoliday";
};

const USUAL: readonly Closure[] = ["publicHolidays"];

for (const { around, tabledOn, closedOn = USUAL, dueOn, skipped } of EXPLAINED) {
  test(`around ${around}: tabled on ${tabledOn}, due on ${dueOn}`, () => {
    const deadline = aCalendar({ closedOn }).deadlineOf(day(tabledOn));
    assert.equal(deadline?.dueOn, dueOn);
    assert.deepEqual(
      deadline?.skipped,
      Object.entries(skipped).map(([on, name]) => ({ on, reason: reasonOf(name), name })),
    );
  });
}
