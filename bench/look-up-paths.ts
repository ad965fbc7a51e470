import { slugOf } from "../src/domain/folded-text.ts";
import { nameOf } from "./generated-names.ts";

/** Ministers of all terms of the generated register, by their numbers. */
const MINISTERS = [0, 5, 13, 20, 27, 32, 38, 43];

/** The addresses under which the questions put to a minister are read: each minister under both, in turn. */
export function lookUpPaths(): string[] {
  return MINISTERS.flatMap((number) => {
    const slug = slugOf(nameOf(number));
    return [`/api/v1/ministers/${slug}/questions?limit=20`, `/api/v1/questions?minister=${slug}&limit=20`];
  });
}
