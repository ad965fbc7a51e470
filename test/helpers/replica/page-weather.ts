import { countItems, type Shown } from "./shown-record.ts";
import type { WeatherKind } from "./weather.ts";

/** Where a page breaks off: past its head and well before the end of its record. */
const CUT_AT = 0.7;

/** What a page shows in this weather. */
export function shownIn(weather: WeatherKind | null, shown: Shown): Shown {
  if (weather !== "answersVanish") return shown;
  return { ...shown, record: countItems({ ...shown.record, answers: [] }) };
}

/** How a page reads in this weather, in HTML. */
export function htmlIn(weather: WeatherKind | null, html: string): string {
  if (weather === "truncated") return html.slice(0, Math.ceil(html.length * CUT_AT));
  if (weather === "refusals") return html.replaceAll(/<li>(?:Session|Année|N°) : [^<]*<\/li>/g, "");
  return html;
}
