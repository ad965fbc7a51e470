import { redactUrls } from "../../logging.ts";
import { findMailFault } from "../../notify/check-mail-server.ts";
import { fault, type Finding, note, ok } from "./finding.ts";

const SUBJECT = "courriel";

/** Whether the mail server takes us. */
export async function checkMail(smtpUrl: string | null): Promise<Finding> {
  if (smtpUrl === null) return note(SUBJECT, "pas de serveur de courriel (SMTP_URL)");
  const found = await findMailFault(smtpUrl);
  if (found === null) return ok(SUBJECT, "le serveur de courriel nous accepte");
  return fault(SUBJECT, redactUrls(found), "vérifiez l’adresse, le nom et le mot de passe (SMTP_URL).");
}
