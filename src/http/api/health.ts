import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Type } from "typebox";
import { NotReadyError } from "../http-errors.ts";
import { failure, problem } from "./schemas/responses.ts";

export interface HealthRoutesOptions {
  readonly isReady: () => Promise<boolean>;
}

const ok = (description: string) =>
  Type.Object({ status: Type.Unsafe<"ok">({ type: "string", enum: ["ok"] }) }, { description });

export const healthRoutes: FastifyPluginAsyncTypebox<HealthRoutesOptions> = async (app, { isReady }) => {
  app.get(
    "/live",
    {
      schema: {
        operationId: "getLiveness",
        tags: ["Service"],
        summary: "Le programme tourne",
        description: "Répond dès que le programme est en marche, que la base de données réponde ou non.",
        response: { 200: ok("Il tourne"), ...failure },
      },
    },
    async (_request, reply) => {
      reply.header("cache-control", "no-store");
      return { status: "ok" as const };
    },
  );

  app.get(
    "/ready",
    {
      schema: {
        operationId: "getReadiness",
        tags: ["Service"],
        summary: "Le service peut répondre",
        description: "Demande à la base de données si elle répond.",
        response: {
          200: ok("Il peut répondre"),
          503: problem("La base de données ne répond pas"),
          ...failure,
        },
      },
    },
    async (_request, reply) => {
      reply.header("cache-control", "no-store");
      if (!(await isReady())) throw new NotReadyError("La base de données ne répond pas.");
      return { status: "ok" as const };
    },
  );
};
