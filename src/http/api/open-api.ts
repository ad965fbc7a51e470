import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Type } from "typebox";
import { NoQuery } from "./schemas/question-query.ts";
import { common, tagged } from "./schemas/responses.ts";

const Document = Type.Unsafe<object>({ type: "object", additionalProperties: true });

export interface OpenApiRoutesOptions {
  /** The document, once every route is known. */
  readonly describe: () => object;
}

export const openApiRoutes: FastifyPluginAsyncTypebox<OpenApiRoutesOptions> = async (app, { describe }) => {
  app.get(
    "/openapi.json",
    {
      schema: {
        operationId: "getOpenApi",
        tags: ["Service"],
        summary: "La description de cette interface",
        description: "Un document OpenAPI 3.1, pour les outils qui en font un client ou une page.",
        querystring: NoQuery,
        response: { 200: tagged("Le document", Document), ...common },
      },
    },
    async () => describe(),
  );
};
