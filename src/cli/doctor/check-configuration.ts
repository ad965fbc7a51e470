import type { Config } from "../../config.ts";
import { type Finding, note, ok } from "./finding.ts";

const SUBJECT = "configuration";

/** What of a configuration that was accepted its owner should know. */
export function checkConfiguration({ baseUrl, contact, databaseUrl, dataDir }: Config): Finding[] {
  const where = databaseUrl === null ? `base intégrée dans ${dataDir}` : "base PostgreSQL (DATABASE_URL)";
  const findings = [ok(SUBJECT, `acceptée : ${where}, adresse ${baseUrl}`)];
  if (contact === null) {
    findings.push(
      note(
        SUBJECT,
        "le site du Parlement ne saura pas à qui écrire si nos visites le gênent",
        "donnez une adresse de courriel ou une page (CONTACT).",
      ),
    );
  }
  return findings;
}
