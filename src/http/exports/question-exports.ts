import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Type } from "typebox";
import type { WalkQuestions } from "../../store/question-walk.ts";
import type { QuestionReader } from "../../store/question-reader.ts";
import { dateReplyOfToday } from "../api/last-modified.ts";
import type { QuestionPresenter } from "../api/question-json.ts";
import { type FilterSources, readFilter } from "../api/question-query.ts";
import { everyFilter } from "../api/schemas/question-query.ts";
import { common, file, unknownName } from "../api/schemas/responses.ts";
import { EXPORT_FORMATS, type ExportFormat, mediaTypeOf, writeExport } from "./export-formats.ts";

export interface QuestionExportsOptions extends FilterSources {
  readonly questions: QuestionReader;
  readonly walkQuestions: WalkQuestions;
  readonly present: QuestionPresenter;
  /** Of the program: another one may write the same question otherwise. */
  readonly version: string;
}

const ABOUT: Readonly<Record<ExportFormat, { operationId: string; summary: string; form: string }>> = {
  csv: {
    operationId: "exportQuestionsCsv",
    summary: "Toutes les questions d’un filtre, en CSV",
    form:
      "Une ligne par question (RFC 4180, UTF-8 sans marque, virgules), les noms du JSON mis bout à bout : « askedBy.name » " +
      "est « askedByName ». Les textes des réponses sont réunis dans « answersText ». Un texte qu’un tableur prendrait pour " +
      "une formule (=, +, -, @, tabulation en tête) est précédé d’une apostrophe.",
  },
  jsonl: {
    operationId: "exportQuestionsJsonl",
    summary: "Toutes les questions d’un filtre, en JSON Lines",
    form: "Une question entière par ligne, telle que « /api/v1/questions/{id} » la donne.",
  },
};

/** Lists of media types that can be compressed do not know JSON Lines. */
const EXPORTED = /^(text\/csv|application\/jsonl)\b/;

const querystring = Type.Object(everyFilter, { additionalProperties: false, required: [] });

/** All questions of a filter at once, the newest first, sent as they are read. */
export const questionExportsRoutes: FastifyPluginAsyncTypebox<QuestionExportsOptions> = async (
  app,
  options,
) => {
  const { questions, walkQuestions, present, version, now } = options;

  for (const format of EXPORT_FORMATS) {
    const { operationId, summary, form } = ABOUT[format];
    app.get(
      `/feeds/questions.${format}`,
      {
        compress: { customTypes: EXPORTED },
        schema: {
          operationId,
          tags: ["Données"],
          summary,
          description:
            `${form} Les filtres sont ceux de « /api/v1/questions » ; la plus récente vient d’abord. Une question qui ` +
            "répond au filtre du début à la fin y est une fois, entière ; ce qui arrive pendant l’envoi peut y être ou non.",
          querystring,
          response: {
            200: file("Les questions", mediaTypeOf(format)),
            404: unknownName,
            ...common,
          },
        },
      },
      async (request, reply) => {
        const { filter, understood } = await readFilter(request.query, options);
        const newestChange = await questions.findNewestChange();
        const asOf = dateReplyOfToday(reply, newestChange, now());
        const tag = tagOf({ format, version, asOf, newestChange, filter });
        const name = ["vigie-questions", understood.minister?.slug, asOf].filter(Boolean).join("-");
        reply
          .header("etag", tag)
          .header("content-disposition", `attachment; filename="${inFileName(name)}.${format}"`)
          .type(`${mediaTypeOf(format)}; charset=utf-8`);
        const pieces = writeExport(format, walkQuestions(filter), (question) =>
          present.whole(question, asOf),
        );
        return reply.send(Readable.from(pieces));
      },
    );
  }
};

/** What is sent is not known before it is sent: the tag stands for all that it is made of. */
function tagOf(madeOf: Readonly<Record<string, unknown>>): string {
  return `W/"${createHash("sha256").update(JSON.stringify(madeOf)).digest("base64url")}"`;
}

/** Slugs may hold any sign; a file name in a header may not. */
const inFileName = (name: string) => name.replaceAll(/[^a-z0-9-]+/g, "-");
