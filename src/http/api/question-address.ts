import type { FastifyReply } from "fastify";
import { Type } from "typebox";
import { findSourceId, questionIdOf } from "../../domain/question-identity.ts";
import { NotFoundError } from "../../errors.ts";
import type { QuestionReader } from "../../store/question-reader.ts";
import { problem } from "./schemas/responses.ts";

/** The part of an address that names a question. */
export const questionId = {
  id: Type.String({
    description: "Identifiant public de la question",
    maxLength: 300,
    pattern: "^\\P{Cc}+$",
    examples: ["wallonia-55877"],
  }),
};

/** What every address of a question answers where the question is not, or no longer, under that id. */
export const notUnderThisId = {
  308: Type.Null({ description: "L’identifiant a changé ; « Location » donne l’adresse présente" }),
  404: problem("Aucune question ne porte cet identifiant"),
};

export interface QuestionRegister {
  readonly questions: QuestionReader;
  readonly parliament: string;
}

/**
 * Finds something of the question that an id names, or redirects for good where the question is kept under another id
 * now; `above` and `below` are what stands before and after the id in the address. Null where the reply has been sent.
 * @throws {NotFoundError} where no question ever had the id
 */
export async function findOrRedirect<Found>(
  { questions, parliament }: QuestionRegister,
  {
    id,
    above = "/api/v1/questions/",
    below = "",
  }: { readonly id: string; readonly above?: string; readonly below?: string },
  reply: FastifyReply,
  find: (sourceId: string) => Promise<Found | null>,
): Promise<Found | null> {
  const sourceId = findSourceId(parliament, id);
  const found = sourceId === null ? null : await find(sourceId);
  if (found !== null) return found;
  const presentId = sourceId === null ? null : await questions.findPresentId(sourceId);
  if (presentId === null) {
    throw new NotFoundError("unknown_question", `Aucune question ne porte l’identifiant « ${id} ».`);
  }
  const present = encodeURIComponent(questionIdOf(parliament, presentId));
  reply.redirect(`${above}${present}${below}`, 308);
  return null;
}
