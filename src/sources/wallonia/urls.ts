/** The site, where nothing else is configured. */
const SITE = "https://www.parlement-wallonie.be";

const HOST = /(?:^|\.)parlement-wallon(?:ie)?\.be$/;
/** `iddoc` today, `id_doc` in 2013–2016. */
const PARAMETER = /\bid_?doc=([1-9]\d{0,8})(?!\d)/i;
/** A saved page: `55877.html`, or `PW_55877.html` as an earlier collection named them. */
const FILE_NAME = /(?:^|[/\\])(?:PW_)?([1-9]\d{0,8})(?:\.[a-z]+)?$/i;

/** The `iddoc` a URL or file name tells, or null. */
export function findIddoc(location: string): string | null {
  return (PARAMETER.exec(location) ?? FILE_NAME.exec(location))?.[1] ?? null;
}

/** Whether an address lies on the site of this Parliament, under its present or its former name. */
export function isOnSite(location: string): boolean {
  return HOST.test(URL.parse(location)?.hostname ?? "");
}

/** The public page of a question. */
export function questionUrl(iddoc: string): string {
  return `${SITE}/pwpages?p=interp-questions-voir&type=28&iddoc=${iddoc}`;
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
