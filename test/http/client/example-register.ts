import { load } from "cheerio";
import { sql } from "drizzle-orm";
import type { ParsedQuestion } from "../../../src/domain/parsed-question.ts";
import { createDumpShelf } from "../../../src/store/dump/dump-shelf.ts";
import { writeDump } from "../../../src/store/dump/write-dump.ts";
import { type AppUnderTest, openApp } from "../../helpers/apps.ts";
import type { Owner } from "../../helpers/databases.ts";
import type { OpenApi } from "../../helpers/documented.ts";
import { ORIGIN } from "../../helpers/dumps.ts";
import { anAnswer, aQuestion, day } from "../../helpers/questions.ts";
import { temporaryDirectory } from "../../helpers/temporary-directory.ts";

export interface ExampleRegister extends AppUnderTest {
  readonly document: OpenApi;
  /** The address the readable documentation gives as an example, by operation. */
  readonly addresses: ReadonlyMap<string, string>;
}

const DUMPED_AT = new Date("2013-10-15T04:35:00Z");

const anne = { name: "DUPONT Anne", office: "Ministre du Bien-être animal" };
const paul = { name: "MARTIN Paul", office: "Ministre des Passerelles" };

/** Questions of which every example of the OpenAPI document holds: its people, subjects, sessions, days and ids. */
export const exampleQuestions: readonly ParsedQuestion[] = [
  aQuestion({
    sourceId: "55877",
    title: "une halte fluviale au pied de l'écluse",
    askedBy: "DUPONT Anne",
    addressedTo: anne,
    tabledOn: day("2013-10-01"),
    answers: [anAnswer({ answeredOn: day("2013-10-14"), answeredBy: anne.name })],
  }),
  aQuestion({ sourceId: "55878", officialNumber: 218, addressedTo: paul, tabledOn: day("2013-10-02") }),
  aQuestion({ sourceId: "55879", officialNumber: 219, addressedTo: anne, tabledOn: day("2013-09-30") }),
];

/** The application over a register, that one or another, with its own description and the examples of its page. */
export async function openExampleRegister(
  t: Owner,
  questions: readonly ParsedQuestion[] = exampleQuestions,
): Promise<ExampleRegister> {
  const dumps = createDumpShelf(await temporaryDirectory(t));
  const opened = await openApp(t, questions, { dumps });
  await opened.db.execute(sql`update questions set asked_by_party = 'ECOLO'`);
  await dumps.add(DUMPED_AT, (folder) =>
    writeDump({ db: opened.db, engine: "pglite" }, folder, { ...ORIGIN, createdAt: DUMPED_AT }),
  );
  const document = await opened.json<OpenApi>("/api/v1/openapi.json");
  const $ = load((await opened.app.inject({ url: "/api/docs" })).body);
  const addresses = new Map(
    $("article.operation")
      .toArray()
      .map((article) => [
        $(article).attr("aria-labelledby") ?? "",
        /^curl 'https:\/\/vigie\.example(.+)'$/.exec($(article).find("pre").text())?.[1] ?? "",
      ]),
  );
  return { ...opened, document, addresses };
}
