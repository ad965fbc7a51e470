import type { Attachment } from "../../domain/parsed-question.ts";
import type { LineLink } from "../shared/page-lines.ts";

/** What a link to a document looks like, as against one to another page of the site. */
const DOCUMENT = /annexe|\[pdf\]|\.(?:csv|docx?|odt|ods|pdf|pptx?|xlsx?|zip)\b/i;

export const isDocument = ({ label, href }: LineLink) => DOCUMENT.test(label) || DOCUMENT.test(href);

/** Whether a link of a heading is one of its annexes, and not a way to this or another page. */
export function isAnnex(link: LineLink, labels: readonly string[]): boolean {
  return isDocument(link) || labels.some((label) => label.includes(link.label));
}

/**
 * The annexes a heading names, with the links it carries, and the documents it links without a word. `url` is
 * null where the heading has no link (the text rendering), or one of which nothing tells where it leads.
 */
export function attachmentsOf(
  labels: readonly string[],
  links: readonly LineLink[],
  addresses: readonly string[],
): readonly Attachment[] {
  const open = [...links];
  const named = labels.flatMap((label): Attachment[] => {
    const own = takeLinks(open, label);
    const [first] = own;
    if (first === undefined) return [{ label, url: null }];
    const isOne = own.every(({ href }) => href === first.href);
    if (isOne) return [{ label, url: resolveLink(first.href, addresses) }];
    return own.map((link) => ({ label: link.label, url: resolveLink(link.href, addresses) }));
  });
  const unnamed = open.filter(isDocument);
  return [...named, ...unnamed.map(({ label, href }) => ({ label, url: resolveLink(href, addresses) }))];
}

/**
 * Where a link leads, from the addresses its page may have; null where they disagree, or where it leads
 * nowhere on the web.
 */
export function resolveLink(href: string, addresses: readonly string[]): string | null {
  if (/^https?:\/\/[!-~]+$/i.test(href) && URL.canParse(href)) return href;
  const targets = new Set(addresses.map((address) => URL.parse(href, address)?.href ?? ""));
  const [target] = targets;
  return targets.size === 1 && target !== undefined && /^https?:/.test(target) ? target : null;
}

/** Takes the first links off a list, as long as their words stand in the label, one after the other. */
function takeLinks(links: LineLink[], label: string): LineLink[] {
  let from = 0;
  const end = links.findIndex((link) => {
    const place = label.indexOf(link.label, from);
    from = place + link.label.length;
    return place === -1;
  });
  return links.splice(0, end === -1 ? links.length : end);
}
