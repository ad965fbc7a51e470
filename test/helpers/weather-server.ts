import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { Socket } from "node:net";
import type { Owner } from "./databases.ts";

/** What one request meets: an answer, or whatever a handler does to it. */
export type Weather =
  | {
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string | Uint8Array;
    }
  | ((request: IncomingMessage, response: ServerResponse) => void);

/** By path, query included. A list is met one after the other, and its last weather stays. */
export type Forecast = Readonly<Record<string, Weather | readonly Weather[]>>;

/** One request as the server saw it; times are those of `performance.now()`. */
export interface SeenRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly socket: Socket;
  readonly arrivedAtMs: number;
  /** When the answer was given, or the connection broken; infinite before. */
  endedAtMs: number;
}

export interface WeatherServer {
  /** Without a final slash. */
  readonly url: string;
  /** In the order in which they came. */
  readonly seen: readonly SeenRequest[];
  /** Paths in the order in which they came. */
  paths(): string[];
}

export interface WeatherServerOptions {
  /** A PEM with a key and its certificate: the server then speaks https. */
  readonly pem?: string;
}

/** A site on loopback with bad days, closed when the owner ends. What is not foreseen is a 404. */
export async function startWeatherServer(
  t: Owner,
  forecast: Forecast,
  { pem }: WeatherServerOptions = {},
): Promise<WeatherServer> {
  const seen: SeenRequest[] = [];
  const listen = (request: IncomingMessage, response: ServerResponse) => {
    const path = request.url ?? "";
    const earlier = seen.filter((other) => other.path === path).length;
    const entry = {
      path,
      headers: request.headers,
      socket: request.socket,
      arrivedAtMs: performance.now(),
      endedAtMs: Infinity,
    };
    seen.push(entry);
    for (const end of ["finish", "close"]) {
      response.once(end, () => (entry.endedAtMs = Math.min(entry.endedAtMs, performance.now())));
    }
    meet(weatherOf(forecast[path], earlier), request, response);
  };
  const server = pem === undefined ? createServer(listen) : createTlsServer({ key: pem, cert: pem }, listen);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  t.after(async () => {
    server.close();
    server.closeAllConnections();
    await once(server, "close");
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port to be had on loopback");
  return {
    url: `${pem === undefined ? "http" : "https"}://127.0.0.1:${address.port}`,
    seen,
    paths: () => seen.map(({ path }) => path),
  };
}

/** Sends the visitor elsewhere. */
export function redirectTo(location: string, status = 302): Weather {
  return { status, headers: { location } };
}

/** The connection breaks before a word is said. */
export const reset: Weather = (request) => request.socket.destroy();

/** The connection ends before the announced length is reached. */
export const cutShort: Weather = (request, response) => {
  response.writeHead(200, { "content-length": "100" });
  response.write("une page qui", () => request.socket.end());
};

/** One byte now and then, without end. */
export const drip: Weather = (_request, response) => {
  response.writeHead(200, { "content-type": "text/html" });
  const timer = setInterval(() => response.write("."), 5);
  response.once("close", () => clearInterval(timer));
};

/** Nothing, ever. */
export const silence: Weather = () => undefined;

function weatherOf(foreseen: Forecast[string] | undefined, earlier: number): Weather {
  if (foreseen === undefined) return { status: 404 };
  if (!isList(foreseen)) return foreseen;
  return foreseen[Math.min(earlier, foreseen.length - 1)] ?? { status: 404 };
}

function isList(foreseen: Forecast[string]): foreseen is readonly Weather[] {
  return Array.isArray(foreseen);
}

function meet(weather: Weather, request: IncomingMessage, response: ServerResponse): void {
  if (typeof weather === "function") {
    weather(request, response);
    return;
  }
  response.writeHead(weather.status ?? 200, weather.headers);
  response.end(weather.body ?? "");
}
