import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { findAddress } from "./addresses.ts";
import type { WeatherKind } from "./weather.ts";

/** A request as it came, and how it was answered. */
export interface ReplicaRequest {
  readonly method: string;
  /** With its parameters. */
  readonly path: string;
  /** The record asked for, in a form the replica serves or not; null where none was. */
  readonly sourceNumber: number | null;
  /** By `performance.now()`. */
  readonly at: number;
  readonly userAgent: string | null;
  readonly ifNoneMatch: string | null;
  readonly ifModifiedSince: string | null;
  readonly weather: WeatherKind | null;
  /** Null where no answer was begun. */
  readonly status: number | null;
  /** Headers included; still counting while the answer goes out. */
  readonly bytesSent: number;
}

/** Notes every request of a server, in order of arrival. */
export function createRequestLog(server: Server) {
  const requests: ReplicaRequest[] = [];
  const connections = gauge();
  const inFlight = gauge();
  server.on("connection", (socket) => {
    connections.rise();
    socket.once("close", connections.fall);
  });
  return {
    requests: requests as readonly ReplicaRequest[],
    mostConnections: connections.most,
    mostInFlight: inFlight.most,
    /** Notes a request that just came; `weather` is what will become of it. */
    note(request: IncomingMessage, response: ServerResponse, weather: WeatherKind | null): void {
      const { headers, socket, method = "GET", url = "/" } = request;
      const before = socket.bytesWritten;
      // Let go of once it is sent: a long test makes many.
      let live: ServerResponse | null = response;
      let sent: { status: number | null; bytesSent: number } | null = null;
      const answer = () =>
        sent ?? {
          status: live?.headersSent === true ? live.statusCode : null,
          bytesSent: socket.bytesWritten - before,
        };
      inFlight.rise();
      response.once("close", () => {
        inFlight.fall();
        sent = answer();
        live = null;
      });
      requests.push({
        method,
        path: url,
        sourceNumber: findAddress(url)?.sourceNumber ?? null,
        at: performance.now(),
        userAgent: headers["user-agent"] ?? null,
        ifNoneMatch: headers["if-none-match"] ?? null,
        ifModifiedSince: headers["if-modified-since"] ?? null,
        weather,
        get status() {
          return answer().status;
        },
        get bytesSent() {
          return answer().bytesSent;
        },
      });
    },
  };
}

/** The shortest time between the arrivals of two requests, in milliseconds; Infinity with fewer than two. */
export function smallestGapMs(requests: readonly ReplicaRequest[]): number {
  return Math.min(...requests.slice(1).map(({ at }, i) => at - requests[i]!.at));
}

/** How often each record was asked for. */
export function countById(requests: readonly ReplicaRequest[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { sourceNumber } of requests) {
    if (sourceNumber !== null) counts.set(sourceNumber, (counts.get(sourceNumber) ?? 0) + 1);
  }
  return counts;
}

function gauge() {
  let level = 0;
  let highest = 0;
  return {
    rise() {
      level += 1;
      highest = Math.max(highest, level);
    },
    fall() {
      level -= 1;
    },
    most: () => highest,
  };
}
