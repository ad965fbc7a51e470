import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { collectDefaultMetrics, Registry } from "prom-client";
import type { FiguresReader } from "../store/figures-reader.ts";
import type { SourceReader } from "../store/source-reader.ts";
import { plainText } from "./api/schemas/plain-text.ts";
import { NoQuery } from "./api/schemas/question-query.ts";
import { failure, problem } from "./api/schemas/responses.ts";
import { metricsText } from "./metrics-text.ts";

export interface MetricsRoutesOptions {
  readonly figures: FiguresReader;
  readonly source: SourceReader;
  readonly now: () => Date;
}

export const metricsRoutes: FastifyPluginAsyncTypebox<MetricsRoutesOptions> = async (app, options) => {
  const { figures, source, now } = options;
  const ofProcess = new Registry();
  collectDefaultMetrics({ register: ofProcess });

  app.get(
    "/metrics",
    {
      // As for `/health`: what watches over the service asks often.
      config: { rateLimit: false },
      schema: {
        operationId: "getMetrics",
        tags: ["Service"],
        summary: "Les chiffres de la surveillance",
        description:
          "Au format texte de Prometheus : les passages de collecte, les pages à revoir, les questions, l’état du site " +
          "du Parlement et ce que consomme le programme. Les chiffres de la collecte sont lus dans la base de données, " +
          "quel que soit le programme qui collecte.",
        querystring: NoQuery,
        response: {
          200: plainText("Les chiffres du moment"),
          400: problem("Cette adresse ne prend aucun paramètre"),
          ...failure,
        },
      },
    },
    async (_request, reply) => {
      const at = now();
      const counted = await metricsText(await figures.findFigures(at), await source.findHealth(at));
      return reply
        .header("cache-control", "no-store")
        .type(Registry.PROMETHEUS_CONTENT_TYPE)
        .send(`${counted}\n${await ofProcess.metrics()}`);
    },
  );
};
