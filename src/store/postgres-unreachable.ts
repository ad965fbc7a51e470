import { DatabaseError } from "../errors.ts";

/** Where a client was to connect to; a pg client is one of these, with a password that is not looked at. */
interface Target {
  readonly host: string;
  readonly port: number;
  readonly database?: string | undefined;
  readonly user?: string | undefined;
}

/** By code of the network and of PostgreSQL (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: "aucun serveur n’y écoute",
  ENOENT: "aucun serveur n’y écoute",
  ENOTFOUND: "ce nom de machine est inconnu",
  EAI_AGAIN: "ce nom de machine est inconnu",
  ETIMEDOUT: "pas de réponse",
  "28000": "l’accès est refusé",
  "28P01": "l’utilisateur ou le mot de passe est refusé",
  "3D000": "cette base n’existe pas",
  "53300": "toutes les connexions sont prises",
  "57P03": "le serveur démarre ou s’arrête",
};

/** The error for a connection that could not be made: what was tried, why it failed, what to do. */
export function unreachable({ host, port, database, user }: Target, cause: unknown): DatabaseError {
  return new DatabaseError(
    "database_unreachable",
    `PostgreSQL n’est pas joignable sur ${host}:${port} (base « ${database} », utilisateur « ${user} ») : ` +
      `${reasonOf(cause)}. Vérifiez que le serveur tourne et que DATABASE_URL dit juste, ou retirez ` +
      "DATABASE_URL pour la base intégrée.",
    { host, port, database, user },
    { cause },
  );
}

/** The error for an address nobody can connect to; it says nothing of the address, which may hold a password. */
export function unreadableAddress(): DatabaseError {
  return new DatabaseError(
    "database_unreachable",
    "DATABASE_URL n’est pas une adresse lisible : écrivez postgres://utilisateur:motdepasse@hôte:5432/base, " +
      "les signes particuliers du mot de passe en %XX.",
  );
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return "la connexion échoue";
  const code = "code" in cause ? String(cause.code) : "";
  if (/timeout/i.test(cause.message)) return "pas de réponse";
  return REASONS[code] ?? `la connexion échoue (${code || cause.message})`;
}
