import { join } from "node:path";
import type { Config } from "../config.ts";
import { dateIn, SITE_TIME_ZONE } from "../domain/calendar-date.ts";
import { mediaTypeOf, writeExport } from "../http/exports/export-formats.ts";
import { QUESTION_COLUMNS } from "../http/exports/question-columns.ts";
import type { DumpParts } from "../jobs/dump.ts";
import { defaultSource } from "../sources/registry.ts";
import type { OpenDatabase } from "../store/database.ts";
import { createDumpShelf, type DumpShelf } from "../store/dump/dump-shelf.ts";
import type { MadeTable } from "../store/dump/made-table.ts";
import { createQuestionWalk } from "../store/question-walk.ts";
import { now, presenterOf } from "./composition.ts";
import { programVersion } from "./program-version.ts";

const { parliament } = defaultSource;

/** Where the nightly dumps are kept. */
export function dumpShelf({ dataDir }: Pick<Config, "dataDir">): DumpShelf {
  return createDumpShelf(join(dataDir, "dumps"));
}

/** What dumps are made of, and where they go. */
export function dumpParts(database: OpenDatabase, config: Config): DumpParts {
  return {
    database,
    shelf: dumpShelf(config),
    parliament,
    parliamentName: defaultSource.name,
    sourceUrl: config.sourceBaseUrl,
    version: programVersion(),
    made: [questionsTable(config)],
    now,
  };
}

/** The questions as `vigie export --format csv` gives them. */
function questionsTable(config: Config): MadeTable {
  const present = presenterOf(config);
  return {
    name: "questions-csv",
    path: "questions.csv.gz",
    description:
      "Les questions et leurs réponses en un tableau, pour les tableurs ; fait des autres fichiers",
    format: "csv",
    mediaType: mediaTypeOf("csv"),
    fields: QUESTION_COLUMNS.map(({ name, type, description }) => ({ name, type, description })),
    write(db, createdAt) {
      const walkQuestions = createQuestionWalk(db, { parliament });
      const asOf = dateIn(createdAt, SITE_TIME_ZONE);
      return writeExport("csv", walkQuestions({}), (question) => present.whole(question, asOf));
    },
  };
}
