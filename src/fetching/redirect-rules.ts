import { FetchError } from "../errors.ts";

/** Which addresses are a site's own, and where a redirect of it may lead. */
export interface RedirectRules {
  isOnSite(url: URL): boolean;
  /**
   * Where a redirect leads, without name, password and fragment.
   * @throws {FetchError} `redirected_away` where it leaves the site or its encryption
   */
  targetOf(from: URL, location: string): URL;
}

/**
 * The site is the host and port of `baseUrl`, with or without `www.`. Where `baseUrl` is on one of `hosts`,
 * each of which stands for all below it, the site is all of these too, on their usual ports or that of
 * `baseUrl`. A copy of the site elsewhere stands alone.
 */
export function createRedirectRules({
  hosts,
  baseUrl,
}: {
  readonly hosts: readonly string[];
  readonly baseUrl: string;
}): RedirectRules {
  const base = new URL(baseUrl);
  const isListed = ({ hostname }: URL) =>
    hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`));
  const hasUsualPort = ({ port }: URL) => port === "" || port === base.port;
  const isOnSite = (url: URL) =>
    /^https?:$/.test(url.protocol) &&
    (bareHost(url) === bareHost(base) || (isListed(base) && isListed(url) && hasUsualPort(url)));
  return {
    isOnSite,
    targetOf(from, location) {
      // Addresses beyond ASCII come as UTF-8, but headers are read as Latin-1.
      const to = URL.parse(Buffer.from(location, "latin1").toString(), from.href);
      if (to === null || !isOnSite(to)) throw redirectedAway(from, location, "hors du site");
      if (from.protocol === "https:" && to.protocol !== "https:") {
        throw redirectedAway(from, location, "sans chiffrement");
      }
      to.username = "";
      to.password = "";
      to.hash = "";
      return to;
    },
  };
}

function bareHost({ host }: URL): string {
  return host.replace(/^www\./, "");
}

function redirectedAway(from: URL, location: string, where: string): FetchError {
  return new FetchError(
    "redirected_away",
    `${from.href} renvoie vers « ${location} », ${where} : la redirection n’a pas été suivie. ` +
      "Si le site a déménagé, donnez sa nouvelle adresse (SOURCE_BASE_URL).",
    { url: from.href, location },
  );
}
