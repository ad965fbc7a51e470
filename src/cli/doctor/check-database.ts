import type { DatabaseError } from "../../errors.ts";
import type { OpenDatabase } from "../../store/database.ts";
import { createSessionReader } from "../../store/session-reader.ts";
import { createSamples } from "../../store/samples.ts";
import { fault, type Finding, note, ok } from "./finding.ts";

const SUBJECT = "base de données";

/** What is in a database that was opened. */
export async function checkDatabase({ db, engine }: OpenDatabase, parliament: string): Promise<Finding> {
  const sessions = await createSessionReader(db, { parliament }).listSessions();
  const total = sessions.reduce((sum, { questions }) => sum + questions.total, 0);
  const name = engine === "pglite" ? "base intégrée" : "PostgreSQL";
  const questions = total === 1 ? "1 question" : `${total} questions`;
  const isFiction = await createSamples(db, { parliament }).present();
  return isFiction
    ? note(
        SUBJECT,
        `${name}, ${questions} : ce sont les exemples inventés, ils partiront avec la première vraie page`,
      )
    : ok(SUBJECT, `${name}, ${questions}`);
}

/** Why a database could not be opened; that a server has it open is no fault. */
export function explainUnopened(error: DatabaseError): Finding {
  if (error.code === "data_directory_in_use") {
    return note(
      SUBJECT,
      "ouverte par une Vigie en marche : elle répond elle-même de son état (/health/ready)",
    );
  }
  return fault(SUBJECT, error.message, "corrigez ce qui est dit ci-dessus, puis relancez vigie doctor.");
}
