import { STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import type { ProblemJson } from "../api/schemas/problem.ts";
import { type ProblemCode, problemOf } from "../problems.ts";

/** For answers that never come to the hooks which give these to all others. */
export const HEADERS_OF_UNREADABLE = {
  "access-control-allow-origin": "*",
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
} as const;

/** What the HTTP parser of Node gives up on, by its code. */
const CODE_OF_FAULT: Readonly<Record<string, ProblemCode>> = {
  ERR_HTTP_REQUEST_TIMEOUT: "request_too_slow",
  HPE_HEADER_OVERFLOW: "headers_too_large",
};

/**
 * Answers by a problem what is no HTTP, too large or too slow to become a request, and closes the connection: a listener
 * of `clientError`.
 */
export function answerUnreadable(
  docsUrl: string,
): (error: Error & { code?: string }, socket: Duplex) => void {
  return (error, socket) => {
    // A connection that broke has nobody left to answer.
    if (error.code === "ECONNRESET" || !socket.writable) return void socket.destroy();
    const code = CODE_OF_FAULT[error.code ?? ""] ?? "malformed_request";
    // Not left to the client to close: one that sends nothing would not do that either.
    socket.end(problemResponse(code, docsUrl), () => socket.destroy());
  };
}

/** A whole response as it goes over the wire; of the address that was asked for nothing is known. */
function problemResponse(code: ProblemCode, docsUrl: string): string {
  const problem: ProblemJson = problemOf(code, docsUrl);
  const { status } = problem;
  const body = JSON.stringify(problem);
  const headers = {
    ...HEADERS_OF_UNREADABLE,
    "content-type": "application/problem+json; charset=utf-8",
    "content-length": Buffer.byteLength(body),
    connection: "close",
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join("")}\r\n${body}`;
}
