import { and, desc, type SQL, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { hasWords, type SearchedWords } from "../question-filter.ts";
import { questions } from "../schema/index.ts";
import { selectRows } from "../select-rows.ts";

/** Newest first, as lists are by default. */
const NEWEST_FIRST = [desc(questions.tabledOn), desc(questions.id)] as const;

/**
 * How the newest questions of a kind are best reached: those of a rare word are gathered by the index of words and put
 * in order, those of a frequent one met by going back from the newest question, of which only the first few are needed.
 * Phrases are sifted: of the questions that have their words, gathered and in order, as many as need be are looked at.
 */
export type Reach = "gather" | "sift" | "walk";

/**
 * What it takes, as measured, beside gathering a question that is known to match: the planner takes all of these for equal,
 * since it does not count what it takes to fetch the long vector of a question.
 */
const COSTS = { gathered: 1, lookedAt: 2, gatheredAndLookedAt: 4 };

/** What may be spent on gathering while somebody waits, to count to the last question. */
export const AFFORDABLE = 20_000;

/** Which questions are looked for: those of `within` that have the words, if any. */
export interface SoughtQuestions {
  readonly within: SQL | undefined;
  readonly words: SearchedWords | undefined;
}

/** The same questions and those that have the words of phrases apart, which the index of words knows by itself. */
const apartOf = ({ within, words }: SoughtQuestions): SoughtQuestions => ({
  within,
  words: words && { ...words, tsquery: words.tsquery.replaceAll(/<\d+>/g, "&") },
});

/** The questions sought, as a condition. */
export const conditionOfSought = ({ within, words }: SoughtQuestions) =>
  and(within, words && hasWords(words));

/** The same for the planner, who would go back from the newest question even where few have the words. */
export function conditionOfReached(sought: SoughtQuestions, reach: Reach): SQL | undefined {
  const condition = conditionOfSought(sought);
  if (sought.words === undefined || reach === "walk") return condition;
  const gathered = sql`select ${questions.id} from ${questions} where ${condition} offset 0`;
  return and(sought.within, sql`${questions.id} in (${gathered})`);
}

/**
 * The planner takes words for independent of each other, which those of a phrase are not: it may expect so many times too
 * few.
 */
const PHRASE_DOUBT = 5;

/** The way to the newest `wanted` questions, where so much is `affordable` for gathering all. */
export async function reachOf(
  db: Database,
  sought: SoughtQuestions,
  { wanted, affordable }: { readonly wanted: number; readonly affordable: number },
): Promise<Reach> {
  const { within, words } = sought;
  const planned = await estimate(db, conditionOfSought(sought));
  if (words === undefined) return planned <= affordable ? "gather" : "walk";
  // The index knows which questions have the words of a phrase, not which of them have them side by side.
  const cost = words.hasPhrase ? COSTS.gatheredAndLookedAt : COSTS.gathered;
  if (planned * cost * (words.hasPhrase ? PHRASE_DOUBT : 1) <= affordable) return "gather";
  const shares = await sharesOfNewer(db, sought);
  const apart = words.hasPhrase ? Math.max(planned, shares.apart * (await estimate(db, within))) : planned;
  const gathering = apart * cost;
  if (gathering <= affordable) return "gather";
  const walking = (wanted / shares.found) * COSTS.lookedAt;
  const sifting = words.hasPhrase
    ? apart * COSTS.gathered + ((wanted * shares.apart) / shares.found) * COSTS.lookedAt
    : Infinity;
  const least = Math.min(gathering, walking, sifting);
  return least === walking ? "walk" : least === sifting ? "sift" : "gather";
}

/** Vectors of titles are short, and in the rows: more of them are found sooner by going back. */
const TITLES_GATHERED = 6_000;

/** The way to the newest questions whose titles meet a condition. */
export async function titlesReachOf(db: Database, condition: SQL | undefined): Promise<Reach> {
  return (await estimate(db, condition)) <= TITLES_GATHERED ? "gather" : "walk";
}

/** Among the newest so many; the very newest are not answered yet, and have fewer words than those before them. */
const NEWER = 3_000;

/** Of these, one in ten is enough to tell a share of one in fifty from one of one in ten. */
const ONE_IN = 10;

/** Which shares of the newer questions have what is sought, and have its words, be they those of a phrase apart. */
async function sharesOfNewer(db: Database, sought: SoughtQuestions) {
  const newer = db
    .select({ id: questions.id, searchVector: questions.searchVector })
    .from(questions)
    .where(sought.within)
    .orderBy(...NEWEST_FIRST)
    .limit(NEWER)
    .as("questions");
  const shareOf = ({ words }: SoughtQuestions) =>
    sql<number>`count(*) filter (where ${words && hasWords(words)})::float8 / greatest(count(*), 1)`.mapWith(
      Number,
    );
  const [shares] = await db
    .select({ found: shareOf(sought), apart: shareOf(apartOf(sought)) })
    .from(newer)
    .where(sql`${newer.id} % ${ONE_IN} = 0`);
  return shares!;
}

/** How many questions the planner takes to meet a condition: right within a few per cent for words that are frequent. */
async function estimate(db: Database, condition: SQL | undefined): Promise<number> {
  const rows = await selectRows<{ "QUERY PLAN": [{ Plan: { "Plan Rows": number } }] }>(
    db,
    sql`explain (format json) select from ${questions} where ${condition}`,
  );
  return rows[0]!["QUERY PLAN"][0].Plan["Plan Rows"];
}

/** What is read of the newest questions sought. */
interface Newest {
  readonly sought: SoughtQuestions;
  /** `tabled_on` and `id` must be among them. */
  readonly columns: SQL;
  /** What must hold beside. */
  readonly only?: SQL | undefined;
  readonly limit: number;
}

/** Columns of the newest `limit` questions sought. */
export function newest(reach: Reach, { sought, columns, only, limit }: Newest): SQL {
  const order = sql.join([...NEWEST_FIRST], sql`, `);
  const from = (some: SoughtQuestions, selected: SQL) =>
    sql`select ${selected} from ${questions} where ${and(conditionOfSought(some), only)}`;
  // Without a barrier (`offset 0`) the planner would walk all the same.
  switch (reach) {
    case "walk":
      return sql`${from(sought, columns)} order by ${order} limit ${limit}`;
    case "gather":
      return sql`
        select * from (${from(sought, columns)} offset 0) as ${questions} order by ${order} limit ${limit}`;
    case "sift":
      return sql`
        select ${columns}
        from (${from(apartOf(sought), sql`*`)} order by ${order} offset 0) as ${questions}
        where ${sought.words && hasWords(sought.words)}
        order by ${order} limit ${limit}`;
  }
}
