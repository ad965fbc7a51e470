import type { FastifyReply, FastifyRequest } from "fastify";
import { Type } from "typebox";
import { findSourceId, questionIdOf } from "../../domain/question-identity.ts";
import { NotFoundError } from "../../errors.ts";
import type { QuestionReader } from "../../store/question-reader.ts";
import { parametersOf, queryOf } from "./parameters.ts";
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

/** The request of an address in which `:id` names a question. */
interface QuestionRequest extends Pick<FastifyRequest, "url" | "routeOptions"> {
  readonly params: { readonly id: string };
}

/**
 * Finds something of the question that the address names, or redirects for good to the same address with the id under
 * which the question is kept now. Null where the reply has been sent.
 * @throws {NotFoundError} where no question ever had the id
 */
export async function findOrRedirect<Found>(
  { questions, parliament }: QuestionRegister,
  request: QuestionRequest,
  reply: FastifyReply,
  find: (sourceId: string) => Promise<Found | null>,
): Promise<Found | null> {
  const { id } = request.params;
  const sourceId = findSourceId(parliament, id);
  const found = sourceId === null ? null : await find(sourceId);
  if (found !== null) return found;
  const presentId = sourceId === null ? null : await questions.findPresentId(sourceId);
  if (presentId === null) {
    throw new NotFoundError("unknown_question", `Aucune question ne porte l’identifiant « ${id} ».`);
  }
  reply.redirect(addressOf(request, questionIdOf(parliament, presentId)), 308);
  return null;
}

/** The address that was asked for, with another id in it. */
function addressOf({ url, routeOptions, params }: QuestionRequest, id: string): string {
  const parts: Readonly<Record<string, string>> = { ...params, id };
  const path = (routeOptions.url ?? "").replaceAll(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(parts[name] ?? ""),
  );
  return `${path}${queryOf(parametersOf({ url }))}`;
}
