import { createReadStream } from "node:fs";
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { FastifyReply, FastifyRequest } from "fastify";
import { type TSchema, Type } from "typebox";
import { NotFoundError } from "../../errors.ts";
import { PACKAGE_FILE } from "../../store/dump/data-package.ts";
import type { DumpShelf, KeptFile } from "../../store/dump/dump-shelf.ts";
import { DataPackage, type DumpListJson, DumpList, dumpFile } from "../api/schemas/dump.ts";
import { NoQuery } from "../api/schemas/question-query.ts";
import { common, problem, tagged } from "../api/schemas/responses.ts";
import { findByteRange } from "./byte-range.ts";

export interface DumpsRoutesOptions {
  readonly dumps: Pick<DumpShelf, "list" | "findFile">;
  readonly baseUrl: string;
}

const name = (description: string, example: string) =>
  Type.String({ description, maxLength: 300, pattern: "^\\P{Cc}+$", examples: [example] });

const DATE = name("Le jour du paquet", "2013-10-15");
const FILE = name("Le nom du fichier", "questions.jsonl.gz");

/** Everything, for whoever wants it: the dumps of the last nights, and their files. */
export const dumpsRoutes: FastifyPluginAsyncTypebox<DumpsRoutesOptions> = async (app, options) => {
  const { dumps, baseUrl } = options;

  const fileJson = (date: string, { name: file, bytes, sha256 }: KeptFile) => ({
    name: file,
    url: `${baseUrl}/dumps/${date}/${file}`,
    bytes,
    sha256,
  });

  app.get(
    "/dumps",
    {
      schema: {
        operationId: "listDumps",
        tags: ["Données"],
        summary: "Les paquets qui contiennent tout",
        description:
          "Chaque nuit, tout ce qui est conservé est écrit dans un « Data Package » (Frictionless), gardé une " +
          "semaine. « vigie import » en fait le même registre.",
        querystring: NoQuery,
        response: { 200: tagged("Les paquets gardés", DumpList.ref), ...common },
      },
    },
    async (): Promise<DumpListJson> => {
      const kept = await dumps.list();
      return {
        items: kept.map(({ date, createdAt, files: [itself, ...files] }) => ({
          date,
          createdAt: createdAt.toISOString(),
          bytes: [itself, ...files].reduce((sum, { bytes }) => sum + bytes, 0),
          package: fileJson(date, itself),
          files: files.map((file) => fileJson(date, file)),
        })),
      };
    },
  );

  app.get(
    "/dumps/:date/datapackage.json",
    {
      // Tag and hash are those of the very bytes.
      compress: false,
      schema: {
        operationId: "getDumpPackage",
        tags: ["Données"],
        summary: "La description d’un paquet",
        description:
          "Ses fichiers, leurs champs, leurs types, leurs clés et leurs empreintes (Frictionless).",
        params: Type.Object({ date: DATE }),
        querystring: NoQuery,
        response: {
          ...wholeOrPart(DataPackage.ref, "application/json"),
          ...common,
        },
      },
    },
    async (request, reply) => sendFile(request, reply, { ...request.params, file: PACKAGE_FILE }),
  );

  app.get(
    "/dumps/:date/:file",
    {
      compress: false,
      schema: {
        operationId: "getDumpFile",
        tags: ["Données"],
        summary: "Un fichier d’un paquet",
        description:
          "Tel qu’il est, comprimé : entier ou, avec « Range », à partir de l’octet où un téléchargement s’est arrêté.",
        params: Type.Object({ date: DATE, file: FILE }),
        querystring: NoQuery,
        response: { ...wholeOrPart(Type.String(), "application/gzip"), ...common },
      },
    },
    async (request, reply) => sendFile(request, reply, request.params),
  );

  async function sendFile(
    { method, headers }: FastifyRequest,
    reply: FastifyReply,
    { date, file }: { readonly date: string; readonly file: string },
  ) {
    const found = await dumps.findFile(date, file);
    if (found === null) {
      throw new NotFoundError("unknown_dump", `Aucun paquet du « ${date} » n’a de fichier « ${file} ».`);
    }
    const { path, bytes, sha256, createdAt, isGzipped } = found;
    const etag = `"${sha256}"`;
    reply
      // Another dump of the same day takes its place, with other files that fit it.
      .headers({ "cache-control": "no-cache", "accept-ranges": "bytes", etag })
      .header("last-modified", createdAt.toUTCString())
      .type(isGzipped ? "application/gzip" : "application/json; charset=utf-8");
    const range = method === "GET" ? findByteRange(headers, bytes, { etag, lastModified: createdAt }) : null;
    if (range === null) return reply.header("content-length", bytes).send(createReadStream(path));
    const { start, end } = range;
    return reply
      .code(206)
      .headers({ "content-range": `bytes ${start}-${end}/${bytes}`, "content-length": end - start + 1 })
      .send(createReadStream(path, range));
  }
};

/** What the address of a file answers. */
function wholeOrPart(shape: TSchema, mediaType: string) {
  return {
    200: dumpFile("Le fichier", shape, mediaType),
    206: dumpFile("La partie demandée du fichier", shape, mediaType),
    404: problem("Il n’y a pas de paquet de ce jour, ou pas de fichier de ce nom"),
  };
}
