import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { findDayRange } from "../../../src/domain/offices/day-range.ts";
import { createGovernments, type Government } from "../../../src/domain/offices/governments.ts";
import type { Database } from "../../../src/store/database.ts";
import { heldTogether } from "../../../src/store/held-together.ts";
import { createPortfolioReader } from "../../../src/store/portfolio-reader.ts";
import type { HeldPortfolio } from "../../../src/store/question-filter.ts";
import { databaseEngines } from "../../helpers/databases.ts";
import { PARLIAMENT, testOnEach } from "../../helpers/page-stores.ts";
import { aQuestion, day } from "../../helpers/questions.ts";
import { FIRST_PAGE, readersOf, store } from "../../helpers/registers.ts";

const government = (slug: string, from: string, until: string | null): Government => ({
  slug,
  name: slug.toUpperCase(),
  from: findDayRange(from)!,
  until: until === null ? null : findDayRange(until),
  source: "https://example.org/gouvernements",
});

const governments = createGovernments(
  [government("one", "2004-07-20", "2009-07"), government("two", "2009-07", null)],
  [],
);

const [LUTGAN, PREVAL] = ["LUTGAN Benoît", "PRÉVAL Maxime"] as const;

/** Questions by the addressee, the title printed, and the day; the source id is the place. */
const register = (
  [
    [LUTGAN, "Ministre des Écluses et du Bien-être animal", "2005-01-10"],
    [LUTGAN, "Ministre des Ecluses et du Bien-être animal", "2006-06-06"],
    [LUTGAN, "Ministre des Écluses, des Phares et du bien-être animal", "2008-01-10"],
    [PREVAL, "Ministre-Président", "2005-01-10"],
    [PREVAL, "Ministre des Phares et délégué aux Ecluses", "2010-01-10"],
    [PREVAL, null, "2010-05-05"],
    [PREVAL, "Ministre des Phares et délégué aux Ecluses", "2012-01-10"],
    [PREVAL, null, "2012-02-02"],
    [LUTGAN, "Ministre des Écluses et du Bien-être animal", "2014-02-03"],
    [LUTGAN, null, "2006-01-01"],
    [LUTGAN, null, "2009-07-15"],
    [LUTGAN, null, "2010-06-06"],
  ] as const
).map(([name, office, tabledOn], i) =>
  aQuestion({
    sourceId: String(i + 1),
    officialNumber: i + 1,
    addressedTo: { name, office },
    tabledOn: day(tabledOn),
  }),
);

const readerOf = (db: Database) => createPortfolioReader(db, { parliament: PARLIAMENT, governments });

for (const { engine, fresh } of databaseEngines) {
  suite(`portfolios (${engine})`, async () => {
    const db = await fresh({ after });
    before(() => store(db, register));

    test("are listed by slug, in the fullest spelling, with who was seen to hold them last", async () => {
      const [lutgan, preval] = [
        { slug: "lutgan-benoit", name: LUTGAN },
        { slug: "preval-maxime", name: PREVAL },
      ];
      assert.deepEqual(await readerOf(db).listPortfolios(), [
        {
          ...{ slug: "bien-etre-animal", name: "Bien-être animal", holderCount: 1, lastHolder: lutgan },
          ...{ firstSeenOn: "2005-01-10", lastSeenOn: "2014-02-03", questions: 5 },
        },
        {
          ...{ slug: "ecluses", name: "Écluses", holderCount: 2, lastHolder: lutgan },
          ...{ firstSeenOn: "2005-01-10", lastSeenOn: "2014-02-03", questions: 8 },
        },
        {
          ...{ slug: "phares", name: "Phares", holderCount: 2, lastHolder: preval },
          ...{ firstSeenOn: "2008-01-10", lastSeenOn: "2012-01-10", questions: 4 },
        },
      ]);
    });

    test("are followed from one title and government to the next", async () => {
      const portfolio = await readerOf(db).findPortfolio("ecluses");
      assert.deepEqual(
        portfolio?.holders.map((holder) => [
          ...[holder.person.slug, holder.office, holder.government?.name],
          ...[holder.firstSeenOn, holder.lastSeenOn, holder.questions],
        ]),
        [
          ["lutgan-benoit", register[0]!.addressedTo.office, "ONE", "2005-01-10", "2006-06-06", 2],
          ["lutgan-benoit", register[2]!.addressedTo.office, "ONE", "2008-01-10", "2008-01-10", 1],
          ["preval-maxime", register[4]!.addressedTo.office, "TWO", "2010-01-10", "2012-01-10", 2],
          ["lutgan-benoit", register[0]!.addressedTo.office, "TWO", "2014-02-03", "2014-02-03", 1],
        ],
      );
    });

    test("are none where no title holds them", async () => {
      for (const slug of ["ministre-president", "canaux", "", "ecluse"]) {
        assert.equal(await readerOf(db).findPortfolio(slug), null, slug);
        assert.equal(await readerOf(db).findHeld(slug), null, slug);
      }
    });

    test("tell beside the filter whom they mean", async () => {
      const held = await readerOf(db).findHeld("ecluses");
      assert.deepEqual(held?.portfolio, { slug: "ecluses", name: "Écluses" });
      assert.deepEqual(held?.holders, (await readerOf(db).findPortfolio("ecluses"))?.holders);
    });

    for (const { words, offices, holders } of [
      { words: ["ministre-president"], offices: 1, holders: ["preval-maxime"] },
      { words: ["phares", "ecluses"], offices: 2, holders: ["lutgan-benoit", "preval-maxime"] },
      { words: ["bien-etre"], offices: 2, holders: ["lutgan-benoit"] },
    ]) {
      test(`are found by titles with all words: ${words.join(", ")}`, async () => {
        const held = await readerOf(db).findHeldByTitle(words);
        assert.equal(held?.portfolio, null);
        assert.equal(held?.officeIds.length, offices);
        assert.deepEqual([...new Set(held?.holders.map(({ person }) => person.slug))].sort(), holders);
      });
    }

    test("are not found by a part of a word, or by words of two titles", async () => {
      for (const words of [["phare"], ["president", "phares"], ["etre-bien"]]) {
        assert.equal(await readerOf(db).findHeldByTitle(words), null, words.join());
      }
    });

    test("two of them held together are a filter for what each would find", async () => {
      const { questions } = readersOf(db);
      const idsOf = async (portfolio: HeldPortfolio) => {
        return (await questions.listQuestions({ portfolio }, FIRST_PAGE)).items.map(
          ({ sourceId }) => sourceId,
        );
      };
      const held = await Promise.all(["ecluses", "phares"].map((slug) => readerOf(db).findHeld(slug)));
      const [ecluses, phares] = held.map((one) => one!);
      const ofPhares = new Set(await idsOf(phares!));
      const both = (await idsOf(ecluses!)).filter((id) => ofPhares.has(id));
      assert.ok(both.length > 0 && both.length < ofPhares.size + 1);
      assert.deepEqual(await idsOf(heldTogether(ecluses!, phares!)), both);
      assert.deepEqual(await idsOf(heldTogether(phares!, ecluses!)), both);
      const never = heldTogether(phares!, { officeIds: [], terms: [] });
      assert.deepEqual(await idsOf(never), []);
    });

    for (const { rule, slug, found } of [
      {
        rule: "as a filter find titles that hold them, and their holder where no title is printed",
        slug: "ecluses",
        found: ["1", "10", "2", "3", "5", "6", "7", "9"],
      },
      {
        rule: "as a filter find nothing put after they were last seen held",
        slug: "phares",
        found: ["3", "5", "6", "7"],
      },
    ]) {
      test(rule, async () => {
        const portfolio = (await readerOf(db).findHeld(slug)) ?? undefined;
        assert.ok(portfolio);
        assert.equal((await readerOf(db).findPortfolio(slug))?.questions, found.length);
        const { items, total } = await readersOf(db).questions.listQuestions({ portfolio }, FIRST_PAGE);
        assert.deepEqual(items.map(({ sourceId }) => sourceId).sort(), found);
        assert.equal(total, found.length);
      });
    }
  });
}

testOnEach("portfolios of another parliament stay there", async ({ db }) => {
  await store(db, [register[0]!]);
  await store(db, [register[4]!], { parliament: "elsewhere" });
  const { portfolios } = readersOf(db, "elsewhere");
  assert.deepEqual(
    (await portfolios.listPortfolios()).map(({ slug, questions }) => [slug, questions]),
    [
      ["ecluses", 1],
      ["phares", 1],
    ],
  );
  assert.equal(await portfolios.findPortfolio("bien-etre-animal"), null);
  assert.equal((await portfolios.findHeld("ecluses"))?.officeIds.length, 1);
});

testOnEach("an empty register has no portfolios", async ({ db }) => {
  assert.deepEqual(await readersOf(db).portfolios.listPortfolios(), []);
});
