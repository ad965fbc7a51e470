import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Type } from "typebox";
import type { SourceReader } from "../../store/source-reader.ts";
import { NotReadyError } from "../http-errors.ts";
import { failure, problem } from "./schemas/responses.ts";
import { oneOf, text } from "./schemas/schema.ts";

export interface HealthRoutesOptions {
  readonly isReady: () => Promise<boolean>;
  readonly source: SourceReader;
  readonly now: () => Date;
}

/** What watches over the service asks often, and costs little. */
const config = { rateLimit: false } as const;

const ok = (description: string) =>
  Type.Object({ status: Type.Unsafe<"ok">({ type: "string", enum: ["ok"] }) }, { description });

const readiness = Type.Object(
  {
    status: oneOf(["ok", "degraded"], "degraded : il peut répondre, mais quelque chose ne va pas"),
    problems: Type.Optional(
      Type.Array(
        Type.Object({
          code: text("Ce qui ne va pas, en un mot stable", "source_broken"),
          message: text("La même chose en une phrase"),
        }),
        { description: "Ce qui ne va pas" },
      ),
    ),
  },
  { description: "Il peut répondre" },
);

export const healthRoutes: FastifyPluginAsyncTypebox<HealthRoutesOptions> = async (app, options) => {
  const { isReady, source, now } = options;

  app.get(
    "/live",
    {
      config,
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
      config,
      schema: {
        operationId: "getReadiness",
        tags: ["Service"],
        summary: "Le service peut répondre",
        description:
          "Demande à la base de données si elle répond. « degraded » n’empêche pas de lire : quand le site du " +
          "Parlement ne montre pas ce qu’il devrait (« source_broken »), ce qui est déjà connu reste servi.",
        response: {
          200: readiness,
          503: problem("La base de données ne répond pas"),
          ...failure,
        },
      },
    },
    async (_request, reply) => {
      reply.header("cache-control", "no-store");
      if (!(await isReady())) throw new NotReadyError("La base de données ne répond pas.");
      const { state, message } = await source.findHealth(now());
      if (state !== "broken") return { status: "ok" as const };
      const problem = {
        code: "source_broken",
        message: message ?? "Le site ne montre pas ce qu’il devrait.",
      };
      return { status: "degraded" as const, problems: [problem] };
    },
  );
};
