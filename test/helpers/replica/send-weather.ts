import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as pause } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { type Exchange, htmlPage, type Page, sendPage } from "./send-page.ts";
import { noticePage, type Notice } from "./site-notices.ts";
import type { Forecast, Weather, WeatherKind } from "./weather.ts";

type Sender = (exchange: Exchange, page: Page, forecast: Forecast) => void;

const HUGE_BYTES = 200_000_000;
const DRIPPED_BYTES = 200;
const HTML = { "Content-Type": "text/html; charset=utf-8" };
/** A megabyte of page that compresses to next to nothing. */
const FILLING = Buffer.from("<p>Rien à signaler.</p>\n".repeat(45_000)).subarray(0, 1_000_000);

/** What the others send goes out as the page is: its text was changed before. */
const SENDERS: Readonly<Partial<Record<WeatherKind, Sender>>> = {
  tooMany({ response }, _page, { retryAfter = "1" }) {
    response.writeHead(429, { ...HTML, "Retry-After": retryAfter }).end("<h1>Trop de demandes</h1>");
  },
  serverError({ response }, _page, { status = 500, retryAfter }) {
    response.writeHead(status, { ...HTML, ...waiting(retryAfter) }).end("<h1>Erreur du serveur</h1>");
  },
  reset({ response }, { bytes }) {
    response.writeHead(200, { ...HTML, "Content-Length": bytes.length });
    response.write(bytes.subarray(0, bytes.length / 2), () => response.socket?.destroy());
  },
  silence() {
    // The client may wait until the replica ends.
  },
  slowDrip({ response }, { bytes }, { dripMs = 10 }) {
    response.writeHead(200, { ...HTML, "Content-Length": bytes.length });
    void drip(response, bytes, dripMs);
  },
  utf8NamedLatin1(exchange, page) {
    sendPage(exchange, { ...page, contentType: "text/html; charset=ISO-8859-1" });
  },
  latin1NamedUtf8(exchange, page) {
    sendPage(exchange, { ...page, bytes: Buffer.from(page.bytes.toString(), "latin1") });
  },
  elsewhere({ response }, _page, { location = "http://elsewhere.invalid/" }) {
    response.writeHead(302, { Location: location }).end();
  },
  loop({ request, response }) {
    response.writeHead(302, { Location: request.url }).end();
  },
  challenge: notice("challenge"),
  login: notice("login"),
  maintenance: notice("maintenance"),
  empty({ response }) {
    response.writeHead(200, { ...HTML, "Content-Length": 0 }).end();
  },
  huge({ response }, _page, { sizeBytes = HUGE_BYTES }) {
    response.writeHead(200, HTML);
    // A client that has had enough ends it early.
    pipeline(Readable.from(repeated(FILLING, sizeBytes)), response).catch(() => undefined);
  },
  bomb({ response }, _page, { sizeBytes = HUGE_BYTES }) {
    // A gzip stream may have any number of members: this one is the same over and over.
    const members = new Array<Buffer>(Math.ceil(sizeBytes / FILLING.length)).fill(gzipSync(FILLING));
    response.writeHead(200, { ...HTML, "Content-Encoding": "gzip" }).end(Buffer.concat(members));
  },
};

/** Answers a request as the weather has it. */
export function sendInWeather(exchange: Exchange, page: Page, { kind, forecast }: Weather): void {
  (SENDERS[kind] ?? sendPage)(exchange, page, forecast);
}

function notice(kind: Notice): Sender {
  return ({ response }, _page, { status = 200, retryAfter }) => {
    response.writeHead(status, { ...HTML, ...waiting(retryAfter) }).end(htmlPage(noticePage(kind)).bytes);
  };
}

const waiting = (retryAfter: string | undefined) =>
  retryAfter === undefined ? {} : { "Retry-After": retryAfter };

function* repeated(piece: Buffer, size: number): Generator<Buffer> {
  for (let left = size; left > 0; left -= piece.length)
    yield left < piece.length ? piece.subarray(0, left) : piece;
}

async function drip(response: Exchange["response"], bytes: Buffer, dripMs: number): Promise<void> {
  for (const byte of bytes.subarray(0, DRIPPED_BYTES)) {
    if (response.destroyed) return;
    response.write(Buffer.of(byte));
    await pause(dripMs);
  }
  response.end(bytes.subarray(DRIPPED_BYTES));
}
