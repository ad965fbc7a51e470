import assert from "node:assert/strict";
import { suite, test } from "node:test";
import type { AnswerRule, Recess } from "../../../src/domain/deadline/answer-rule.ts";
import { describeRule } from "../../../src/domain/deadline/describe-rule.ts";
import {
  explainDeadline,
  explainFormerDeadline,
  explainNoDeadline,
} from "../../../src/domain/deadline/explain-deadline.ts";
import { aCalendar, aRule } from "../../helpers/answer-rules.ts";
import { day } from "../../helpers/questions.ts";

/** With the signs that keep French punctuation on its line shown as plain blanks. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ");

suite("a rule in words", () => {
  const RULES: readonly (readonly [Partial<AnswerRule>, string])[] = [
    [
      {},
      "15 jours ouvrables à compter du lendemain du dépôt, sans compter les samedis, les dimanches et les jours fériés légaux",
    ],
    [
      { periodDays: 1, closedOn: [] },
      "1 jour ouvrable à compter du lendemain du dépôt, sans compter les samedis et les dimanches",
    ],
    [
      { closedOn: ["publicHolidays", "communityDay", "recess"], dayZero: "dayAfterTabling" },
      "15 jours ouvrables à compter du surlendemain du dépôt, sans compter les samedis, les dimanches, " +
        "les jours fériés légaux, le 27 septembre et les vacances parlementaires",
    ],
    [
      { countedIn: "calendarDays", periodDays: 30, closedOn: ["recess"] },
      "30 jours calendrier à compter du lendemain du dépôt, sans compter les vacances parlementaires",
    ],
    [
      { countedIn: "calendarDays", periodDays: 1, closedOn: [] },
      "1 jour calendrier à compter du lendemain du dépôt, tous comptés",
    ],
  ];
  for (const [rule, words] of RULES) {
    test(words, () => {
      assert.equal(describeRule(aRule(rule)), words);
    });
  }
});

suite("a deadline in words", () => {
  const explain = (tabledOn: string, rule: Partial<AnswerRule>, recesses: readonly Recess[] = []) => {
    const calendar = aCalendar(rule, recesses);
    return explainDeadline(day(tabledOn), calendar.deadlineOf(day(tabledOn))!, calendar);
  };

  test("tells the day, the rule, what was left out, and that an unverified rule is indicative", () => {
    assert.equal(
      plain(explain("2013-12-20", { verified: false })),
      "La date limite pour répondre à la question déposée le vendredi 20 décembre 2013 est le mardi 14 janvier 2014 : " +
        "15 jours ouvrables à compter du lendemain du dépôt, sans compter les samedis, les dimanches et les jours " +
        "fériés légaux. Dans l’intervalle, 10 jours n’ont pas compté : 8 jours de week-end, Noël (25 décembre) et " +
        "Nouvel An (1er janvier). Cette date est indicative, comme tout retard qui s’y mesure : la règle n’a pas été " +
        "vérifiée dans le texte du règlement.",
    );
  });

  test("does not call a verified rule indicative", () => {
    const words = explain("2014-03-03", {});
    assert.doesNotMatch(words, /indicati/);
    assert.match(words, /Cette règle a été vérifiée dans le texte du règlement\.$/);
  });

  test("counts the days of a recess together, under its name", () => {
    const winter = { from: day("2014-12-22"), to: day("2015-01-04"), name: "Vacances d’hiver" };
    const rule = { periodDays: 1, closedOn: ["publicHolidays", "recess"] } as const;
    assert.match(
      plain(explain("2014-12-19", rule, [winter])),
      / 16 jours n’ont pas compté : 6 jours de week-end, Noël \(25 décembre\), Nouvel An \(1er janvier\) et 8 jours de vacances parlementaires \(« Vacances d’hiver »\)\. /,
    );
  });

  test("tells a number once where all days left out are of one kind", () => {
    assert.match(
      plain(explain("2014-03-03", { periodDays: 15 })),
      / Dans l’intervalle, 6 jours de week-end n’ont pas compté\. /,
    );
    const spring = { from: day("2014-04-07"), to: day("2014-04-11"), name: "Vacances de printemps" };
    const rule = { periodDays: 3, countedIn: "calendarDays", closedOn: ["recess"] } as const;
    assert.match(
      plain(explain("2014-04-06", rule, [spring])),
      / 5 jours de vacances parlementaires \(« Vacances de printemps »\) n’ont pas compté\. /,
    );
  });

  test("says that no recess was left out where the rule does so and none is known", () => {
    const unknown = "Les dates des vacances parlementaires ne sont pas connues : aucune n’est écartée.";
    const summer = { from: day("2014-07-21"), to: day("2014-08-31"), name: "Vacances d’été" };
    assert.ok(plain(explain("2014-03-03", { closedOn: ["recess"] })).includes(unknown));
    assert.ok(!plain(explain("2014-03-03", { closedOn: ["recess"] }, [summer])).includes(unknown));
    assert.ok(!plain(explain("2014-03-03", {})).includes(unknown));
  });

  test("agrees in number, also where there is nothing to tell", () => {
    assert.match(
      plain(explain("2014-04-30", { periodDays: 1 })),
      / 1 jour n’a pas compté : Fête du travail \(1er mai\)\. /,
    );
    assert.match(plain(explain("2014-03-08", { periodDays: 1 })), / 1 jour de week-end n’a pas compté\. /);
    assert.match(explain("2014-03-03", { periodDays: 1 }), /Dans l’intervalle, tous les jours ont compté\./);
  });

  test("keeps its punctuation on the line of the word before it", () => {
    const winter = { from: day("2014-12-22"), to: day("2015-01-04"), name: "Vacances d’hiver" };
    for (const words of [
      explain("2014-12-19", { verified: false, closedOn: ["recess"] }, [winter]),
      explainNoDeadline(day("2014-03-03")),
      explainFormerDeadline(day("2014-03-03")),
      explainFormerDeadline(null),
    ]) {
      assert.doesNotMatch(words, / [:;?!»]|« |'|\.\./);
      assert.match(words, /^[A-Z].*\.$/);
    }
  });
});

test("a question without a rule is told to have no deadline", () => {
  assert.equal(
    plain(explainNoDeadline(day("1979-08-01"))),
    "Aucune règle de délai n’est connue pour une question déposée le mercredi 1er août 1979 : elle n’a pas de date limite.",
  );
});

test("a stored deadline that the present rules do not give is told as such, and no reason or remedy is made up", () => {
  assert.equal(
    plain(explainFormerDeadline(day("2014-02-25"))),
    "La date limite enregistrée, le mardi 25 février 2014, ne s’accorde pas avec les règles et les jours fermés " +
      "connus ici à présent.",
  );
  assert.equal(
    plain(explainFormerDeadline(null)),
    "Aucune date limite n’est enregistrée pour cette question, ce qui ne s’accorde pas avec les règles et les jours " +
      "fermés connus ici à présent.",
  );
});
