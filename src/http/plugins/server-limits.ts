import { createServer, type RequestListener, type Server } from "node:http";
import type { FastifyInstance } from "fastify";
import { AddressTooLongError } from "../http-errors.ts";
import { answerUnreadable } from "./unreadable-requests.ts";

/** Longest address, in characters: what browsers and proxies carry without trouble. */
const LONGEST_ADDRESS = 8_000;

/** Largest body of a request, in bytes. */
export const BODY_LIMIT = 65_536;

const LIMITS = {
  /** Address and headers together, in bytes. */
  maxHeaderSize: 16_384,
  /** Who has not sent its headers by then does not mean to, or is one of many that tie up connections. */
  headersTimeout: 10_000,
  /** For the whole request, body included. */
  requestTimeout: 30_000,
  /** Longer than proxies usually keep a connection, so that none sends a request into one that is just being closed. */
  keepAliveTimeout: 72_000,
  /** How often connections are looked at for being late. */
  connectionsCheckingInterval: 2_000,
};

/** A connection on which nothing has moved for so long is closed: its reader has gone, or takes nothing. */
const SILENCE_MS = 60_000;

/** A server that waits for no client for ever, and answers by a problem also what it cannot make out. */
export function createLimitedServer(listener: RequestListener, { docsUrl }: { docsUrl: string }): Server {
  const server = createServer(LIMITS, listener);
  server.setTimeout(SILENCE_MS);
  server.on("clientError", answerUnreadable(docsUrl));
  return server;
}

/** Refuses addresses of which a part may be short enough, but not the whole. */
export function refuseLongAddresses(app: FastifyInstance): void {
  app.addHook("onRequest", async ({ url }) => {
    if (url.length <= LONGEST_ADDRESS) return;
    throw new AddressTooLongError(
      `L’adresse a ${url.length} caractères ; le serveur en lit ${LONGEST_ADDRESS} au plus.`,
    );
  });
}
