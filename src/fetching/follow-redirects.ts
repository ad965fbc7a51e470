import type { Validators } from "../domain/page-ledger.ts";
import { FetchError } from "../errors.ts";
import type { Answer, Ask } from "./exchange.ts";
import type { RedirectRules } from "./redirect-rules.ts";

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const MOST_REDIRECTS = 5;

export interface FollowOptions {
  readonly ask: Ask;
  readonly rules: RedirectRules;
  /** Called before each address is asked for; throws where that is not wanted. */
  readonly check: (url: URL) => Promise<void>;
}

/**
 * Asks for an address and, one redirect after the other, for where it leads: the last answer.
 * @throws {FetchError} `redirected_away`; `too_many_redirects`, at once where they lead round in a circle
 */
export async function followRedirects(
  start: URL,
  validators: Validators | null,
  { ask, rules, check }: FollowOptions,
): Promise<Answer> {
  const asked = new Set<string>();
  let url = start;
  for (;;) {
    await check(url);
    asked.add(url.href);
    const answer = await ask(url, validators);
    const { location } = answer.headers;
    if (location === undefined || !REDIRECTS.has(answer.status)) return answer;
    url = rules.targetOf(url, location);
    if (asked.has(url.href) || asked.size > MOST_REDIRECTS)
      throw tooManyRedirects(start, [...asked, url.href]);
  }
}

function tooManyRedirects(start: URL, path: readonly string[]): FetchError {
  return new FetchError(
    "too_many_redirects",
    `${start.href} : le site renvoie d’adresse en adresse sans arriver à une page ` +
      `(redirections : ${path.length - 1}).`,
    { url: start.href, path },
  );
}
