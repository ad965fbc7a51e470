import { FetchError, ParseError } from "../errors.ts";
import type { AddressForm } from "../sources/shared/source.ts";
import { signRefusal } from "./page-signs.ts";
import { forbidsAll, isUnanswered } from "./site-wide.ts";
import type { LookParts } from "./look-at-id.ts";

/** What a form of address shows for an id that is known to be a question. */
export interface Trial {
  readonly form: AddressForm;
  readonly sourceId: string;
  readonly shows: "question" | "nothing" | "brokenSign" | "noPage";
  /** Whether it shows an answer below the question. */
  readonly hasAnswer: boolean;
  /** What came instead of a question, in French; null for a question. */
  readonly message: string | null;
}

type TrialParts = Pick<LookParts, "client" | "source" | "sourceBaseUrl">;

/** Asks for a record that is known to be a question; keeps nothing of it. */
export async function tryAddress(form: AddressForm, sourceId: string, parts: TrialParts): Promise<Trial> {
  const { client, source, sourceBaseUrl } = parts;
  const trial = (shows: Trial["shows"], message: string | null): Trial => ({
    ...{ form, sourceId, shows, message },
    hasAnswer: false,
  });
  try {
    const page = await client.get(form.urlOf(sourceBaseUrl, sourceId));
    if (page.kind === "unmodified") return trial("nothing", "HTTP 304");
    const { bytes, url, contentType, status } = page;
    const raw = { bytes, location: url, sourceId, ...(contentType === null ? {} : { contentType }) };
    const sign = source.findPageSign(raw);
    if (sign !== null) return trial(sign === "absent" ? "nothing" : "brokenSign", signRefusal(sign).message);
    if (status >= 400) return trial("nothing", `HTTP ${status}`);
    const { answers } = source.parse(raw);
    return { ...trial("question", null), hasAnswer: answers.length > 0 };
  } catch (error) {
    if (error instanceof ParseError) return trial("nothing", error.message);
    if (!(error instanceof FetchError) || forbidsAll(error)) throw error;
    return trial(isUnanswered(error.code) ? "noPage" : "nothing", error.message);
  }
}

/**
 * The form of address under which the site shows one of these questions now, the first of the source's that does; null
 * where none shows any, or where the site does not answer at all.
 */
export async function chooseAddressForm(
  sourceIds: readonly string[],
  parts: TrialParts,
): Promise<AddressForm | null> {
  for (const sourceId of sourceIds) {
    for (const form of parts.source.addressForms) {
      const { shows } = await tryAddress(form, sourceId, parts);
      if (shows === "question") return form;
      if (shows === "brokenSign" || shows === "noPage") return null;
    }
  }
  return null;
}
