import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { and, asc, eq, gt, sql } from "drizzle-orm";
import type { Database } from "../src/store/database.ts";
import { answers, questions } from "../src/store/schema/index.ts";
import type { Search } from "./searches.ts";

const BATCH = 1_000;

/** The first 20, as `Search` asks for them, and how many there are in all. */
export interface Fts5 {
  readonly findBest: (search: Search) => unknown[];
  readonly count: (search: Search) => number;
  readonly close: () => void;
}

/**
 * The same questions in SQLite's FTS5, in a file: accents folded, no stems, ranked by `bm25` with the title
 * over the question over the answers, merged into one segment as it is fastest.
 */
export async function fillFts5(db: Database, parliament: string, folder: string): Promise<Fts5> {
  const sqlite = new DatabaseSync(join(folder, "questions.sqlite"));
  sqlite.exec(`
    pragma journal_mode = off;
    pragma synchronous = off;
    pragma cache_size = -262144;
    pragma mmap_size = 4294967296;
    create table records (id integer primary key, title text, minister text);
    create index records_by_minister on records (minister);
    create virtual table words using fts5 (
      title, questionText, answers, names, tokenize = "unicode61 remove_diacritics 2"
    );
    insert into words (words, rank) values ('rank', 'bm25(10.0, 4.0, 1.0, 2.0)');`);
  const insertRecord = sqlite.prepare("insert into records values (?, ?, ?)");
  const insertWords = sqlite.prepare(
    "insert into words (rowid, title, questionText, answers, names) values (?, ?, ?, ?, ?)",
  );
  sqlite.exec("begin");
  for await (const { id, title, minister, questionText, answerText, names } of readRecords(db, parliament)) {
    insertRecord.run(id, title, minister);
    insertWords.run(id, title, questionText, answerText, names);
  }
  sqlite.exec("commit; insert into words (words) values ('optimize'); analyze");
  const matching = "from words join records on id = words.rowid where words match ?";
  const ofMinister = `${matching} and minister = ?`;
  const [anyBest, best] = [matching, ofMinister].map((from) =>
    sqlite.prepare(`select id, records.title ${from} order by rank limit 20`),
  );
  const [anyCount, count] = ["from words where words match ?", ofMinister].map((from) =>
    sqlite.prepare(`select count(*) as count ${from}`),
  );
  return {
    findBest: ({ q, minister }) =>
      minister === null ? anyBest!.all(inFts5(q)) : best!.all(inFts5(q), minister),
    count(search) {
      const { q, minister } = search;
      const row = minister === null ? anyCount!.get(inFts5(q)) : count!.get(inFts5(q), minister);
      return Number(row?.count);
    },
    close: () => sqlite.close(),
  };
}

/** A search as FTS5 writes it; what is not a bare word for it becomes a phrase. */
function inFts5(q: string): string {
  const parts = q.match(/-?"[^"]*"|\S+/g) ?? [];
  return parts
    .map((part) => (part.startsWith("-") ? `NOT ${quoted(part.slice(1))}` : quoted(part)))
    .join(" ");
}

const quoted = (part: string) => (/^(?:"[^"]*"|[\p{L}\p{N}]+\*?)$/u.test(part) ? part : `"${part}"`);

async function* readRecords(db: Database, parliament: string) {
  const answerText = sql<string>`coalesce((
    select string_agg(${answers.text}, ' ' order by ${answers.position}) from ${answers}
    where ${answers.parliament} = ${questions.parliament} and ${answers.questionId} = ${questions.id}), '')`;
  const names = sql<string>`concat_ws(' ', ${questions.askedByName}, ${questions.addressedToName},
    ${questions.addressedToOffice}, ${questions.officialReference})`;
  for (let last = 0; ;) {
    const batch = await db
      .select({
        ...{ id: questions.id, title: questions.title, minister: questions.addressedToName },
        ...{ questionText: questions.questionText, answerText, names },
      })
      .from(questions)
      .where(and(eq(questions.parliament, parliament), gt(questions.id, last)))
      .orderBy(asc(questions.id))
      .limit(BATCH);
    yield* batch;
    if (batch.length < BATCH) return;
    last = batch.at(-1)!.id;
  }
}
