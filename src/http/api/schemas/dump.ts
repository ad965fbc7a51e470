import type { Readable } from "node:stream";
import { type Static, type TSchema, Type } from "typebox";
import { component, count, day, instant, text } from "./schema.ts";

const DumpFile = component(
  "DumpFile",
  Type.Object(
    {
      name: text("Nom du fichier", "questions.jsonl.gz"),
      url: text("Son adresse"),
      bytes: count("Nombre d’octets"),
      sha256: text("SHA-256 du fichier, en hexadécimal minuscule"),
    },
    { description: "Un fichier d’un paquet" },
  ),
);

export const DumpList = component(
  "DumpList",
  Type.Object(
    {
      items: Type.Array(
        Type.Object(
          {
            date: day("Le jour du paquet, à Bruxelles"),
            createdAt: instant("Le moment de ce qu’il contient"),
            bytes: count("Nombre d’octets de tous ses fichiers"),
            package: DumpFile.ref,
            files: Type.Array(DumpFile.ref, {
              description: "Les fichiers que le premier, « package » (datapackage.json), décrit",
            }),
          },
          { description: "Un paquet" },
        ),
        { description: "Les paquets gardés, le plus récent d’abord ; vide tant qu’il n’y en a pas" },
      ),
    },
    { description: "Les paquets qui contiennent tout" },
  ),
);

/** What programs of the Frictionless world read first; a package says more. */
export const DataPackage = component(
  "DataPackage",
  Type.Object(
    {
      name: text("Nom du paquet"),
      title: text("Titre du paquet"),
      created: instant("Le moment de ce qu’il contient"),
      resources: Type.Array(
        Type.Object({
          name: text("Nom de la table"),
          path: text("Nom du fichier", "questions.jsonl.gz"),
          bytes: count("Nombre d’octets"),
          hash: text("« sha256: » et l’empreinte du fichier"),
        }),
        { description: "Les fichiers ; chacun décrit ses champs, leurs types et leurs clés" },
      ),
    },
    { description: "Un « Data Package » (Frictionless)" },
  ),
);

const HEADERS = {
  ETag: { type: "string", description: "Le SHA-256 du fichier" },
  "Last-Modified": { type: "string", description: "Le moment du paquet" },
};

/** A file of a dump, or a part of it, whatever the shape of the whole. */
export function dumpFile(description: string, shape: TSchema, mediaType: string) {
  return {
    description,
    headers: HEADERS,
    content: { [mediaType]: { schema: Type.Unsafe<Readable>(shape) } },
  };
}

export type DumpListJson = Static<typeof DumpList.ref>;
export const dumpComponents = [DumpFile, DumpList, DataPackage];
