import { readFile } from "node:fs/promises";
import type { FastifyPluginAsync } from "fastify";

const STYLE_SHEET = new URL("./static/vigie.css", import.meta.url);

/** The files pages are dressed with. */
export const staticRoutes: FastifyPluginAsync = async (app) => {
  const styleSheet = await readFile(STYLE_SHEET);
  app.get("/static/vigie.css", { schema: { hide: true } }, async (_request, reply) => {
    reply.type("text/css; charset=utf-8").header("cache-control", "public, max-age=3600");
    return styleSheet;
  });
};
