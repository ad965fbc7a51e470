import { SITE_TIME_ZONE, startOfDay } from "../../../src/domain/calendar-date.ts";
import { type Address, type AddressForm, findAddress } from "./addresses.ts";
import { emptyPage, frontPage, missingPage, recordPage } from "./pages.ts";
import { htmlIn, shownIn } from "./page-weather.ts";
import { htmlPage, type Page } from "./send-page.ts";
import type { Shown, shownAt } from "./shown-record.ts";
import type { WeatherKind } from "./weather.ts";

/** How the site answers for an id it does not know: a status, a page of 200, a way to the front page. */
export type AbsentLook = "404" | "410" | "fieldNames" | "nothing" | "toFrontPage";

/** What the site is like. */
export interface SiteManners {
  /** The forms of address it serves. */
  readonly forms: readonly AddressForm[];
  /** How it answers to the others. */
  readonly unserved: "404" | "frontPage";
  readonly absent: AbsentLook;
  /** The text of robots.txt; null for 404. */
  readonly robots: string | null;
}

type Present = (sourceNumber: number) => ReturnType<typeof shownAt>;

/** The page under a path, in this weather. */
export function pageUnder(
  path: string,
  present: Present,
  { forms, unserved, absent, robots }: SiteManners,
  weather: WeatherKind | null,
): Page {
  const address = findAddress(path);
  if (address === null) return otherPage(path, robots);
  if (!forms.includes(address.form)) return unserved === "404" ? missing(404) : htmlPage(frontPage());
  const { shown, changedAt } = present(address.sourceNumber);
  return shown === null ? absentPage(address, absent) : pageOf(address, shown, changedAt, weather);
}

function pageOf({ form }: Address, shown: Shown, changedAt: Date | null, weather: WeatherKind | null): Page {
  const dates = [shown.record.tabledOn, ...shown.record.answers.map(({ answeredOn }) => answeredOn)];
  const lastDay = startOfDay(dates.toSorted().at(-1)!, SITE_TIME_ZONE);
  const html = htmlIn(weather, recordPage(form, shownIn(weather, shown)));
  // What the weather altered has no date of its own: only its ETag tells it from the true page.
  return htmlPage(html, { changedAt: weather === null ? (changedAt ?? lastDay) : null });
}

function absentPage({ form }: Address, look: AbsentLook): Page {
  if (look === "404" || look === "410") return missing(Number(look));
  if (look === "toFrontPage") return htmlPage("<p>Trouvé ailleurs.</p>", { status: 302, location: "/" });
  return htmlPage(emptyPage(form, look));
}

function otherPage(path: string, robots: string | null): Page {
  const [pathname] = path.split("?");
  if (pathname === "/") return htmlPage(frontPage());
  if (pathname !== "/robots.txt" || robots === null) return missing(404);
  return htmlPage(robots, { contentType: "text/plain; charset=utf-8" });
}

const missing = (status: number) => htmlPage(missingPage(), { status });
