import { createTransport } from "nodemailer";

/** Time for a mail server to answer; it is asked for nothing but its greeting and our login. */
const PATIENCE_MS = 10_000;

/** Why the mail server at `smtpUrl` does not take us, in its own words; null where it does. Sends nothing. */
export async function findMailFault(smtpUrl: string): Promise<string | null> {
  const timeouts = {
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  };
  const transport = createTransport({ url: smtpUrl, ...timeouts });
  try {
    await transport.verify();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    transport.close();
  }
}
