import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { AppError, BadRequestError, NotFoundError } from "../../errors.ts";
import { findQueryFailure, type QueryFailure } from "../../store/query-failure.ts";
import type { ProblemJson } from "../api/schemas/problem.ts";
import { MethodNotAllowedError, TooManyRequestsError } from "../http-errors.ts";
import { isProblemCode, type ProblemCode, type ProblemKind, problemOf, PROBLEMS } from "../problems.ts";
import { refusalOfInput } from "./input-refusal.ts";

export interface ErrorHandling {
  /** Where the codes are explained: `type` of a problem is this page, at the code. */
  readonly docsUrl: string;
}

/** Makes `application/problem+json` (RFC 9457) of every error of a request that could be read. */
export function createErrorHandler({ docsUrl }: ErrorHandling) {
  return (error: FastifyError, request: FastifyRequest, reply: FastifyReply): void => {
    const refusal = error.validation === undefined ? error : refusalOfInput(error, request);
    const code = codeOf(refusal);
    const { status } = PROBLEMS[code];
    const retryAfter = retryAfterSeconds(refusal, code);
    if (status >= 500) request.log.error({ err: error }, "request failed");
    if (retryAfter !== undefined) reply.header("retry-after", retryAfter);
    if (refusal instanceof MethodNotAllowedError) reply.header("allow", refusal.allowed.join(", "));
    const problem: ProblemJson = {
      ...problemOf(code, docsUrl, detailOf(refusal, code)),
      instance: request.url,
      ...(refusal instanceof BadRequestError ? { parameter: refusal.parameter } : {}),
      ...(refusal instanceof NotFoundError ? namesOf(refusal) : {}),
      ...(status >= 500 ? { requestId: request.id } : {}),
    };
    void reply.code(status).type("application/problem+json; charset=utf-8").send(problem);
  };
}

function retryAfterSeconds(refusal: Error, code: ProblemCode): number | undefined {
  const kind: ProblemKind = PROBLEMS[code];
  return refusal instanceof TooManyRequestsError ? refusal.retryAfterSeconds : kind.retryAfterSeconds;
}

const CODE_OF_FAILURE = {
  unavailable: "not_ready",
  tooSlow: "too_slow",
} as const satisfies Record<QueryFailure, ProblemCode>;

/** What fastify itself refuses, by the status it gives. */
const CODE_OF_STATUS: Readonly<Record<number, ProblemCode>> = {
  404: "unknown_route",
  413: "payload_too_large",
  414: "address_too_long",
  415: "unsupported_media_type",
};

function codeOf(error: Error & { statusCode?: number }): ProblemCode {
  if (error instanceof AppError) return isProblemCode(error.code) ? error.code : "internal_error";
  const failure = findQueryFailure(error);
  if (failure !== null) return CODE_OF_FAILURE[failure];
  const status = error.statusCode ?? 500;
  if (status < 400 || status >= 500) return "internal_error";
  return CODE_OF_STATUS[status] ?? "malformed_request";
}

/** Our own refusals say themselves what happened; of anything else only the kind is told. */
function detailOf(error: Error, code: ProblemCode): string | undefined {
  return error instanceof AppError && code !== "internal_error" ? error.message : undefined;
}

function namesOf({ parameter, suggestions }: NotFoundError): Partial<ProblemJson> {
  return {
    ...(parameter === null ? {} : { parameter }),
    ...(suggestions.length === 0
      ? {}
      : { suggestions: suggestions.map(({ slug, name }) => ({ slug, name })) }),
  };
}
