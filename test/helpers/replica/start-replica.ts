import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { ParsedQuestion } from "../../../src/domain/parsed-question.ts";
import type { Owner } from "../databases.ts";
import { ADDRESS_FORMS, type AddressForm, findAddress, pathOf } from "./addresses.ts";
import { createArchive } from "./archive.ts";
import { noRecords, type Records } from "./records.ts";
import { createRequestLog, type ReplicaRequest } from "./requests.ts";
import { type Exchange, sendPage } from "./send-page.ts";
import { sendInWeather } from "./send-weather.ts";
import type { Shown } from "./shown-record.ts";
import { pageUnder, type SiteManners } from "./site.ts";
import { createWeather, type Forecast } from "./weather.ts";

export interface ReplicaOptions extends Partial<SiteManners> {
  /** What it holds at first; by default nothing. */
  readonly records?: Records;
  /** The time of the site, which decides what it shows already. */
  readonly now?: () => Date;
  readonly validators?: Exchange["validators"];
  /** Whether pages are compressed for clients that wish it. */
  readonly isCompressed?: boolean;
}

type Archive = ReturnType<typeof createArchive>;

/** A site like that of the Parliament, on loopback, with records of nobody. */
export interface Replica extends Pick<Archive, "add" | "remove" | "publishAnswer" | "correct"> {
  /** `http://127.0.0.1:PORT`, for this process and for others. */
  readonly url: string;
  /** The whole address of a record, in the first form served. */
  urlOf(sourceNumber: number, form?: AddressForm): string;
  /** What the page of an id shows now, weather apart; null where it shows nothing. */
  shown(sourceNumber: number): Shown | null;
  /** The written questions shown now, by id, as their pages tell them: those of the first form served. */
  truth(form?: AddressForm): ReadonlyMap<number, ParsedQuestion>;
  /** What goes wrong from now on, the first forecast that applies; without any, nothing. */
  setWeather(...forecasts: readonly Forecast[]): void;
  /** How the site is from now on. */
  setManners(change: Partial<SiteManners>): void;
  /** All requests so far, in order of arrival. */
  readonly requests: readonly ReplicaRequest[];
  /** How many connections were open at once, at most. */
  mostConnections(): number;
  /** How many requests waited for the end of their answers at once, at most. */
  mostInFlight(): number;
}

/** Starts a replica on a port of its own; it ends, with all connections, when the owner ends. */
export async function startReplica(t: Owner, options: ReplicaOptions = {}): Promise<Replica> {
  const { records = noRecords, now = () => new Date(), validators = "both", isCompressed = true } = options;
  const { forms = ADDRESS_FORMS, unserved = "404", absent = "404", robots = null } = options;
  let manners: SiteManners = { forms, unserved, absent, robots };
  const firstForm = () => manners.forms[0] ?? "print";
  const { present, truth, ...changes } = createArchive(records, now);
  let nextWeather = createWeather([]);

  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    const weather = nextWeather(findAddress(path)?.sourceNumber ?? null);
    log.note(request, response, weather?.kind ?? null);
    response.setHeader("Date", now().toUTCString());
    const exchange = { request, response, validators, isCompressed };
    const page = pageUnder(path, present, manners, weather?.kind ?? null);
    if (weather === null) sendPage(exchange, page);
    else sendInWeather(exchange, page, weather);
  });
  const log = createRequestLog(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  t.after(async () => {
    server.close();
    server.closeAllConnections();
    await once(server, "close");
  });

  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    ...changes,
    urlOf: (sourceNumber, form = firstForm()) => url + pathOf(form, sourceNumber),
    shown: (sourceNumber) => present(sourceNumber).shown,
    truth: (form = firstForm()) => truth(form),
    setWeather(...forecasts) {
      nextWeather = createWeather(forecasts);
    },
    setManners(change) {
      manners = { ...manners, ...change };
    },
    requests: log.requests,
    mostConnections: log.mostConnections,
    mostInFlight: log.mostInFlight,
  };
}
