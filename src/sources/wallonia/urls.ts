import type { AddressForm } from "../shared/source.ts";

/** The site, where nothing else is configured. */
const SITE = "https://www.parlement-wallonie.be";

/** The present name of the site, then its former one. */
export const HOSTS = ["parlement-wallonie.be", "parlement-wallon.be"] as const;

const printForm = (name: string, parameter: string): AddressForm => ({
  name,
  urlOf: (baseUrl, iddoc) =>
    `${baseUrl}/content/print.php?print=interp-questions-voir.php&type=all&${parameter}=${iddoc}`,
});

const pageForm = (type: number): AddressForm => ({
  name: `page-type-${type}`,
  urlOf: (baseUrl, iddoc) => `${baseUrl}/pwpages?p=interp-questions-voir&type=${type}&iddoc=${iddoc}`,
});

/** The page of a record as readers of the site see it. */
const PUBLIC_PAGE = pageForm(28);

/**
 * Every address a record was ever seen at. The print page comes first: it is the shortest, and nothing
 * frames it.
 */
export const ADDRESS_FORMS: readonly AddressForm[] = [
  printForm("print-iddoc", "iddoc"),
  printForm("print-id-doc", "id_doc"),
  PUBLIC_PAGE,
  pageForm(32),
];

/** `iddoc` today, `id_doc` in 2013–2016. */
const PARAMETER = /\bid_?doc=([1-9]\d{0,8})(?!\d)/i;
/** A saved page: `55877.html`, or `PW_55877.html` as an earlier collection named them. */
const FILE_NAME = /(?:^|[/\\])(?:PW_)?([1-9]\d{0,8})(?:\.[a-z]+)?$/i;
const FRONT_PATH = /^\/(?:(?:index|accueil|home)(?:\.\w{3,5})?|pwpages)?\/?$/i;

/** The `iddoc` a URL or file name tells, or null. */
export function findIddoc(location: string): string | null {
  return (PARAMETER.exec(location) ?? FILE_NAME.exec(location))?.[1] ?? null;
}

/** Whether an address lies on the site of this Parliament, under its present or its former name. */
export function isOnSite(location: string): boolean {
  const hostname = URL.parse(location)?.hostname ?? "";
  return HOSTS.some((host) => hostname === host || hostname.endsWith(`.${host}`));
}

/** The public page of a question. */
export function questionUrl(iddoc: string): string {
  return PUBLIC_PAGE.urlOf(SITE, iddoc);
}

/**
 * Whether an address is that of the front page, to which a site may lead who asks for what it does not
 * have.
 */
export function isFrontPage(location: string): boolean {
  const url = URL.parse(location);
  return url !== null && /^https?:$/.test(url.protocol) && url.search === "" && FRONT_PATH.test(url.pathname);
}

/**
 * The addresses a page's links may start from: its own, where that is known; else both of those under which
 * the site shows a question, which agree on most links.
 */
export function addressesOf(location: string, base: string | null): readonly string[] {
  const own =
    /^https?:/i.test(location) && URL.canParse(location)
      ? [location]
      : [`${SITE}/pwpages`, `${SITE}/content/print.php`];
  return base === null ? own : own.map((address) => URL.parse(base, address)?.href ?? address);
}
