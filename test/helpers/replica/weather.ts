import { randomNumbers } from "../random-questions.ts";

/** What may go wrong with a request; `send-weather.ts` and `page-weather.ts` say how. */
export const WEATHER_KINDS = [
  "tooMany",
  "serverError",
  "reset",
  "silence",
  "truncated",
  "slowDrip",
  "utf8NamedLatin1",
  "latin1NamedUtf8",
  "elsewhere",
  "loop",
  "challenge",
  "login",
  "maintenance",
  "empty",
  "huge",
  "bomb",
  "answersVanish",
  "refusals",
] as const;
export type WeatherKind = (typeof WEATHER_KINDS)[number];

/** What goes wrong, with which requests, and how badly. */
export interface Forecast {
  /** One of these at random. */
  readonly kinds: WeatherKind | readonly WeatherKind[];
  /** Only when these records are asked for; by default all. */
  readonly ids?: readonly number[];
  /** With robots.txt and pages without a record too. */
  readonly everywhere?: boolean;
  /** Share of the requests, from 0 to 1: the nth request for a record is always dealt with alike. */
  readonly share?: number;
  readonly seed?: number;
  /** How often, all in all, before it is over. */
  readonly times?: number;
  /** Instead of 500 for `serverError`, of 200 for `challenge`, `login` and `maintenance`. */
  readonly status?: number;
  /** The header as sent; by default `1` with `tooMany`, none with the others. */
  readonly retryAfter?: string;
  /** Where `elsewhere` leads. */
  readonly location?: string;
  /** Decompressed size of `huge` and `bomb`; by default 200 MB. */
  readonly sizeBytes?: number;
  /** Between two of the 200 bytes that `slowDrip` sends one by one; by default 10. */
  readonly dripMs?: number;
}

/** The weather of one request. */
export interface Weather {
  readonly kind: WeatherKind;
  readonly forecast: Forecast;
}

/** Tells the weather of each request in turn, that of the first forecast about it; null for fair weather. */
export function createWeather(
  forecasts: readonly Forecast[],
): (sourceNumber: number | null) => Weather | null {
  const requests = new Map<number | null, number>();
  const spent = new Map<Forecast, number>();
  return function nextWeather(sourceNumber) {
    const nth = (requests.get(sourceNumber) ?? 0) + 1;
    requests.set(sourceNumber, nth);
    for (const forecast of forecasts) {
      const { ids, everywhere = false, share = 1, seed = 1, times = Infinity } = forecast;
      const isMeant = sourceNumber === null ? everywhere : (ids?.includes(sourceNumber) ?? true);
      const uses = spent.get(forecast) ?? 0;
      const random = randomNumbers(
        seed ^ Math.imul(sourceNumber ?? 0, 0x9e3779b1) ^ Math.imul(nth, 0x85ebca6b),
      );
      if (!isMeant || uses >= times || random() >= share) continue;
      spent.set(forecast, uses + 1);
      const kinds = [forecast.kinds].flat();
      return { kind: kinds[Math.floor(random() * kinds.length)]!, forecast };
    }
    return null;
  };
}
