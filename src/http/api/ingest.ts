import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { CoverageReader } from "../../store/coverage-reader.ts";
import type { RunReader } from "../../store/run-reader.ts";
import type { SourceReader } from "../../store/source-reader.ts";
import type { Site } from "./addresses.ts";
import { coverageJson } from "./coverage-json.ts";
import { dateReply } from "./last-modified.ts";
import { linkNext } from "./next-link.ts";
import { encodeRunCursor, parseRunCursor } from "./run-cursor.ts";
import { runJson } from "./run-json.ts";
import { Coverage } from "./schemas/coverage.ts";
import { NoQuery } from "./schemas/question-query.ts";
import { common, paged, tagged } from "./schemas/responses.ts";
import { RunList, RunQuery } from "./schemas/run.ts";

export interface IngestRoutesOptions extends Site {
  readonly runs: RunReader;
  readonly coverage: CoverageReader;
  readonly source: SourceReader;
  readonly now: () => Date;
}

export const ingestRoutes: FastifyPluginAsyncTypebox<IngestRoutesOptions> = async (app, options) => {
  const { runs, coverage, source, baseUrl, now } = options;

  app.get(
    "/ingest/runs",
    {
      schema: {
        operationId: "listIngestRuns",
        tags: ["Collecte"],
        summary: "Les passages de collecte",
        description:
          "Chaque fois que des pages ont été demandées au site, importées ou relues, avec ce qu’elles ont donné.",
        querystring: RunQuery,
        response: { 200: paged("Une page de passages", RunList.ref), ...common },
      },
    },
    async (request, reply) => {
      const { limit, cursor } = request.query;
      const before = cursor === undefined ? null : parseRunCursor(cursor);
      // Read before the list: a run that ends between the two must not be dated as if the list showed it.
      const newest = await runs.findNewestInstant();
      const { items, next } = await runs.listRuns({ before, limit });
      // What a run under way has come to changes without a date.
      if (items.every(({ finishedAt }) => finishedAt !== null)) dateReply(reply, newest, now());
      const nextCursor = next === null ? null : encodeRunCursor(next);
      if (nextCursor !== null) linkNext(request, reply, { baseUrl, parameter: "cursor", value: nextCursor });
      return { items: items.map((run) => runJson(run, options)), page: { nextCursor } };
    },
  );

  app.get(
    "/ingest/coverage",
    {
      schema: {
        operationId: "getCoverage",
        tags: ["Collecte"],
        summary: "Ce qui est connu, et ce qui manque",
        description:
          "Le site numérote ses documents à la suite : ce que chaque identifiant montre, par session, les pages à " +
          "revoir, et l’état du site. Un identifiant qui n’est pas une question compte dans la session de la " +
          "question qui le précède de plus près.",
        querystring: NoQuery,
        response: { 200: tagged("La couverture à ce moment", Coverage.ref), ...common },
      },
    },
    async () => {
      const asOf = now();
      return coverageJson(await coverage.findCoverage(asOf), await source.findHealth(asOf), asOf);
    },
  );
};
