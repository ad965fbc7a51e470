import { FetchError } from "../../errors.ts";
import { type Trial, tryAddress } from "../../ingest/address-choice.ts";
import type { RoundParts } from "../../ingest/round.ts";
import { fault, type Finding, note, ok } from "./finding.ts";

type SourceParts = Pick<RoundParts, "client" | "source" | "sourceBaseUrl">;

const SUBJECT = "site du Parlement";

const TOO_EARLY = "attendez le moment dit, puis relancez vigie doctor.";
const UNREACHED = "vérifiez le réseau et SOURCE_BASE_URL, puis relancez vigie doctor.";

/** Asks for a known question under each form of address, and says which of them show it. */
export async function checkSource(parts: SourceParts, sourceId: string): Promise<Finding[]> {
  const { source, sourceBaseUrl } = parts;
  const trials: Trial[] = [];
  try {
    for (const form of source.addressForms) {
      const trial = await tryAddress(form, sourceId, parts);
      if (trial.shows === "noPage") return [fault(SUBJECT, trial.message ?? "", UNREACHED)];
      trials.push(trial);
    }
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    return [fault(SUBJECT, error.message, error.code === "asked_to_wait" ? TOO_EARLY : UNREACHED)];
  }
  const findings = trials.map(({ form, shows, message }) => {
    const name = `adresse « ${form.name} »`;
    return shows === "question"
      ? ok(SUBJECT, `${name} : montre la question ${sourceId}`)
      : note(SUBJECT, `${name} : ne montre pas la question ${sourceId} (${message})`);
  });
  if (trials.some(({ shows }) => shows === "question")) return findings;
  const advice = `ouvrez ${source.addressForms[0]?.urlOf(sourceBaseUrl, sourceId)} dans un navigateur ; vérifiez SOURCE_BASE_URL et le réseau.`;
  return [...findings, fault(SUBJECT, `${sourceBaseUrl} ne montre pas la question ${sourceId}`, advice)];
}
