import { isUtf8 } from "node:buffer";
import { setImmediate } from "node:timers/promises";
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Type } from "typebox";
import { NotFoundError } from "../../errors.ts";
import type { RevisionReader } from "../../store/revision-reader.ts";
import type { SnapshotReader } from "../../store/snapshot-reader.ts";
import type { Site } from "./addresses.ts";
import { dateReply } from "./last-modified.ts";
import { findOrRedirect, notUnderThisId, questionId, type QuestionRegister } from "./question-address.ts";
import { revisionJson } from "./revision-json.ts";
import { plainText } from "./schemas/plain-text.ts";
import { NoQuery } from "./schemas/question-query.ts";
import { common, dated, problem } from "./schemas/responses.ts";
import { type RevisionJson, RevisionList } from "./schemas/revision.ts";

export interface QuestionHistoryRoutesOptions extends Site, QuestionRegister {
  readonly revisions: RevisionReader;
  readonly snapshots: SnapshotReader;
  readonly now: () => Date;
}

/** Bytes under their own hash never change. */
const FOR_GOOD = "public, max-age=31536000, immutable";

/** A page of another site is shown as text, and may do nothing. */
const NOTHING_ALLOWED =
  "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

export const questionHistoryRoutes: FastifyPluginAsyncTypebox<QuestionHistoryRoutesOptions> = async (
  app,
  options,
) => {
  const { questions, revisions, snapshots, now } = options;

  app.get(
    "/questions/:id/revisions",
    {
      schema: {
        operationId: "listRevisions",
        tags: ["Questions"],
        summary: "L’histoire d’une question",
        description:
          "Chaque version enregistrée, avec la page d’où elle vient, ce qui la distingue de la précédente et ce " +
          "qu’elle a appris.",
        params: Type.Object(questionId),
        querystring: NoQuery,
        response: { 200: dated("Ses versions", RevisionList.ref), ...notUnderThisId, ...common },
      },
    },
    async (request, reply) => {
      const history = await findOrRedirect(options, request, reply, async (sourceId) => {
        const found = await revisions.findHistory(sourceId);
        return found === null ? null : { ...found, sourceId };
      });
      if (history === null) return reply;
      dateReply(reply, history.modifiedAt, now());
      const items: RevisionJson[] = [];
      for (const revision of history.revisions) {
        items.push(revisionJson(revision, { ...options, sourceId: history.sourceId }));
        // Comparing texts takes its time: other readers are not to wait for all versions of this one.
        await setImmediate();
      }
      return { items };
    },
  );

  app.get(
    "/questions/:id/snapshots/:sha256",
    {
      // Whoever checks the hash wants the very bytes, and their tag stands for no other form of them.
      compress: false,
      schema: {
        operationId: "getSnapshot",
        tags: ["Questions"],
        summary: "La page telle que reçue",
        description:
          "Les octets que le site ou un fichier a donnés, sans aucun changement : leur SHA-256 est celui de l’adresse. " +
          "Ils sont servis comme du texte, pour être lus et non affichés. Seules les pages de cette question ou de cet " +
          "identifiant du site sont à cette adresse.",
        params: Type.Object({
          ...questionId,
          sha256: Type.String({
            description: "SHA-256 de la page, en hexadécimal minuscule",
            maxLength: 300,
            pattern: "^\\P{Cc}+$",
            examples: ["0".repeat(64)],
          }),
        }),
        querystring: NoQuery,
        response: {
          200: plainText("La page, en texte", { ETag: "Le SHA-256 de la page" }),
          ...notUnderThisId,
          404: problem("Aucune question ne porte cet identifiant, ou la page n’est pas l’une des siennes"),
          ...common,
        },
      },
    },
    async (request, reply) => {
      const { id, sha256 } = request.params;
      const page = await findOrRedirect(options, request, reply, async (sourceId) => {
        const bytes = await snapshots.findPage(sourceId, sha256);
        if (bytes !== null || (await questions.findQuestion(sourceId)) === null) return bytes;
        throw new NotFoundError(
          "unknown_snapshot",
          `Aucune page de « ${id} » n’a l’empreinte « ${sha256} ».`,
        );
      });
      if (page === null) return reply;
      return reply
        .headers({
          "cache-control": FOR_GOOD,
          "content-security-policy": NOTHING_ALLOWED,
          "x-content-type-options": "nosniff",
          etag: `"${sha256}"`,
        })
        .type(`text/plain; charset=${isUtf8(page) ? "utf-8" : "windows-1252"}`)
        .send(page);
    },
  );
};
