import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { wallonia } from "../../src/sources/wallonia/index.ts";
import { createSourceStateStore } from "../../src/store/source-state.ts";
import { dumpOf } from "../helpers/dump.ts";
import { anAnswer } from "../helpers/questions.ts";
import { type AddressForm, findAddress } from "../helpers/replica/addresses.ts";
import { noRecords } from "../helpers/replica/records.ts";
import type { Replica } from "../helpers/replica/start-replica.ts";
import {
  FIRST,
  oneRound,
  openSite,
  questionNumber,
  requestsFor,
  type SiteUnderTest,
  storedQuestions,
  trueQuestions,
} from "./site-under-test.ts";

/** By the names under which they are remembered. */
const NAMES: Readonly<Record<AddressForm, string>> = {
  print: "print-iddoc",
  oldPrint: "print-id-doc",
  page: "page-type-28",
};

const rememberedIn = async ({ db }: SiteUnderTest) =>
  (await createSourceStateStore(db, wallonia).find()).addressForm;

/** The forms under which records were asked for since so many requests, each once, in order. */
function formsAsked({ requests }: Replica, since = 0): AddressForm[] {
  const addresses = requests.slice(since).map(({ path }) => findAddress(path)?.form);
  return [...new Set(addresses.filter((form) => form !== undefined))];
}

suite("the form of address that shows questions", () => {
  for (const form of ["print", "oldPrint", "page"] as const) {
    test(`is found out, remembered, and not looked for again: ${form}`, async (t) => {
      const site = await openSite(t, { forms: [form] });
      assert.equal((await site.round()).outcome, "finished");
      assert.deepEqual(await storedQuestions(site.db), trueQuestions(site.replica, form));
      assert.equal(await rememberedIn(site), NAMES[form]);

      const since = site.replica.requests.length;
      site.passDays(1);
      assert.equal((await site.round()).outcome, "finished");
      assert.deepEqual(formsAsked(site.replica, since), [form]);
    });

    test(`is found out by a question known beforehand, where the site shows one: ${form}`, async (t) => {
      const site = await openSite(t, { forms: [form] });
      const known = Number(wallonia.knownSourceIds[0]);
      site.replica.add(known, questionNumber(901, { answers: [anAnswer()] }));
      await site.round();
      assert.equal(await rememberedIn(site), NAMES[form]);
      const walked = site.replica.requests.filter(({ sourceNumber }) => (sourceNumber ?? 0) >= FIRST);
      assert.ok(walked.every(({ path }) => findAddress(path)?.form === form));
    });
  }

  test("is tried by the second such question where the first is gone", async (t) => {
    const site = await openSite(t, { forms: ["page"] });
    const second = Number(wallonia.knownSourceIds[1]);
    site.replica.add(second, questionNumber(901, { answers: [anAnswer()] }));
    await site.round();
    assert.ok(requestsFor(site.replica, FIRST).every(({ path }) => findAddress(path)?.form === "page"));
  });

  test("is looked for with a few ids and no more where a site shows nothing", async (t) => {
    const site = await openSite(t, { records: noRecords });
    const report = await oneRound(site.rounds(), { absentRun: 60 });
    assert.deepEqual([report.outcome, report.absent], ["finished", 60]);
    assert.ok(report.requests < 60 + 100, `${report.requests} requests`);
    assert.equal(await rememberedIn(site), null);
  });
});

suite("a site that moved its pages", () => {
  for (const [from, to, unserved] of [
    ["print", "page", "404"],
    ["print", "page", "frontPage"],
    ["print", "oldPrint", "404"],
    ["page", "print", "404"],
    ["page", "print", "frontPage"],
  ] as const) {
    const what = `from ${from} to ${to}, and shows ${unserved} at the old place`;
    test(`${what}, is followed, and no question is taken for gone`, async (t) => {
      const site = await openSite(t, { forms: [from], unserved });
      await site.round();
      const { question_events: events } = await dumpOf(site.db);
      site.passDays(8);
      site.replica.setManners({ forms: [to] });
      const since = site.replica.requests.length;
      assert.equal((await site.round()).outcome, "finished");
      assert.deepEqual((await dumpOf(site.db)).question_events, events);
      assert.equal(await rememberedIn(site), NAMES[to]);
      assert.equal(formsAsked(site.replica, since).at(0), from);

      site.replica.add(FIRST + 12, questionNumber(902));
      const next = site.replica.requests.length;
      assert.equal((await site.round()).new, 1);
      assert.deepEqual(formsAsked(site.replica, next), [to]);
      assert.deepEqual([...(await storedQuestions(site.db)).keys()], [...site.replica.truth().keys()]);
    });
  }

  for (const unserved of ["404", "frontPage"] as const) {
    test(`loses nothing that came while it showed ${unserved} at the old place`, async (t) => {
      const site = await openSite(t, { unserved });
      await site.round();
      site.passDays(8);
      site.replica.setManners({ forms: ["page"] });
      for (const n of [12, 13, 15]) site.replica.add(FIRST + n, questionNumber(900 + n));
      await site.round();
      await site.round();
      assert.deepEqual([...(await storedQuestions(site.db)).keys()], [...site.replica.truth().keys()]);
    });
  }
});
