import { isIP } from "node:net";
import { ConfigError } from "./errors.ts";

/** Everything the environment decides, checked and frozen. Passed down as parameters, in parts. */
export interface Config {
  /** Null: the embedded database in `dataDir`. */
  readonly databaseUrl: string | null;
  readonly databaseReplicaUrls: readonly string[];
  readonly dataDir: string;
  readonly host: string;
  readonly port: number;
  /** Without a final slash. */
  readonly baseUrl: string;
  /** Null: no limit. */
  readonly rateLimitPerMinute: number | null;
  /** How many proxies stand before the server, or their addresses and networks. */
  readonly trustProxy: number | readonly string[];
  /** Without a final slash. */
  readonly sourceBaseUrl: string;
  readonly fetchIntervalMs: number;
  /** Null: the address of this Vigie stands for it. */
  readonly contact: string | null;
  readonly absentRun: number;
  readonly ingestCron: string;
  readonly nightlyCron: string;
  readonly dumpCron: string;
  readonly digestCron: string;
  /** Null: mails are written into `dataDir`. */
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  /** Null: no administration at all. */
  readonly adminToken: string | null;
  readonly role: (typeof ROLES)[number];
  readonly logLevel: (typeof LOG_LEVELS)[number];
}

const ROLES = ["all", "web", "worker"] as const;
const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

/** What may stand in the comment of a User-Agent header. */
const IN_A_COMMENT = /^[!-'*-;=?-~]+$/;

/** One key of the environment. */
export interface Setting<Value = unknown> {
  readonly key: string;
  /** What it decides, as the README's table says it. */
  readonly description: string;
  /** What stands where the environment says nothing; empty where that is nothing at all. */
  readonly default: string;
  /** What to write, in French, for whoever wrote something else. */
  readonly expected: string;
  /** The value must never be shown. */
  readonly isSecret?: boolean;
  /** Undefined where the text is not what is expected. */
  readonly read: (text: string) => Value | undefined;
}

/** Every key there is, in the order of the README's table. `PORT` comes before the default that speaks of it. */
export const settings: { readonly [Field in keyof Config]: Setting<Config[Field]> } = {
  databaseUrl: {
    key: "DATABASE_URL",
    description: "PostgreSQL to use; unset: the embedded database in `DATA_DIR`",
    default: "",
    expected: "une adresse postgres://utilisateur:motdepasse@hôte:5432/base, ou rien pour la base intégrée",
    isSecret: true,
    read: optional(readPostgresUrl),
  },
  databaseReplicaUrls: {
    key: "DATABASE_REPLICA_URLS",
    description: "read-only copies of that PostgreSQL, separated by commas",
    default: "",
    expected: "des adresses postgres://…, séparées par des virgules",
    isSecret: true,
    read: readPostgresUrls,
  },
  dataDir: {
    key: "DATA_DIR",
    description: "folder of the embedded database and of files the program writes",
    default: "./data",
    expected: "le chemin d’un dossier",
    read: (text) => text,
  },
  host: {
    key: "HOST",
    description: "name or address to listen on; `0.0.0.0` opens the server to the network",
    default: "localhost",
    expected: "un nom d’hôte ou une adresse IP seule, par exemple localhost ou 0.0.0.0",
    read: (text) => matching(/^[\w.:-]+$/, text),
  },
  port: {
    key: "PORT",
    description: "port to listen on",
    default: "3000",
    expected: "un nombre entier de 0 à 65535, par exemple 3000",
    read: (text) => readInteger(text, 65_535),
  },
  baseUrl: {
    key: "BASE_URL",
    description: "address under which readers reach the server, used in every link",
    default: "http://localhost:PORT",
    expected: "une adresse http:// ou https:// sans « ? » ni « # », par exemple https://vigie.example.org",
    read: readHttpUrl,
  },
  rateLimitPerMinute: {
    key: "RATE_LIMIT_PER_MINUTE",
    description: "how many requests one address may make within a minute; `0`: any number",
    default: "1200",
    expected: "un nombre entier de 0 à 1000000, par exemple 1200, ou 0 pour ne pas limiter",
    read: readRateLimit,
  },
  trustProxy: {
    key: "TRUST_PROXY",
    description: "proxies before the server: how many, or their addresses; only they may say who asks",
    default: "0",
    expected:
      "le nombre de serveurs mandataires placés devant celui-ci, de 0 à 10, ou leurs adresses et réseaux séparés par " +
      "des virgules, par exemple 10.0.0.0/8,loopback",
    read: readProxies,
  },
  sourceBaseUrl: {
    key: "SOURCE_BASE_URL",
    description: "site of the Parliament",
    default: "https://www.parlement-wallonie.be",
    expected: "une adresse http:// ou https:// sans « ? » ni « # »",
    read: readHttpUrl,
  },
  fetchIntervalMs: {
    key: "FETCH_INTERVAL_MS",
    description: "least time between two requests to that site, in milliseconds",
    default: "700",
    expected: "un nombre entier de millisecondes de 0 à 3600000, par exemple 700",
    read: (text) => readInteger(text, 3_600_000),
  },
  contact: {
    key: "CONTACT",
    description: "mail address or page of whoever runs this Vigie, told to that site with each request",
    default: "",
    expected: "une adresse de courriel ou une adresse https://, par exemple vigie@example.org",
    read: optional((text) => matching(/^(?:[^@]+@[^@]+|https?:\/\/.+)$/, matching(IN_A_COMMENT, text) ?? "")),
  },
  absentRun: {
    key: "ABSENT_RUN",
    description: "how many ids in a row without a page end the search for new questions",
    default: "300",
    expected: "un nombre entier de 1 à 100000, par exemple 300",
    read: (text) => readInteger(text, 100_000, 1),
  },
  ingestCron: {
    key: "INGEST_CRON",
    description: "when to look for new questions and answers (cron line, Brussels time)",
    default: "*/30 6-22 * * *",
    expected: "une ligne cron de 5 ou 6 champs en chiffres, par exemple */30 6-22 * * *",
    read: readCronLine,
  },
  nightlyCron: {
    key: "NIGHTLY_CRON",
    description: "when to look longer, at gaps and old questions too (cron line, Brussels time)",
    default: "15 1 * * *",
    expected: "une ligne cron de 5 ou 6 champs en chiffres, par exemple 15 1 * * *",
    read: readCronLine,
  },
  dumpCron: {
    key: "DUMP_CRON",
    description: "when to write a dump of everything (cron line, Brussels time)",
    default: "35 5 * * *",
    expected: "une ligne cron de 5 ou 6 champs en chiffres, par exemple 35 5 * * *",
    read: readCronLine,
  },
  digestCron: {
    key: "DIGEST_CRON",
    description: "when the weekly digests go out (cron line, Brussels time)",
    default: "0 7 * * 1",
    expected: "une ligne cron de 5 ou 6 champs en chiffres, par exemple 0 7 * * 1",
    read: readCronLine,
  },
  smtpUrl: {
    key: "SMTP_URL",
    description: "mail server; unset: mails become files in `DATA_DIR`",
    default: "",
    expected: "une adresse smtp://utilisateur:motdepasse@hôte:587 ou smtps://…, ou rien",
    isSecret: true,
    read: optional((text) => readUrl(text, ["smtp:", "smtps:"])),
  },
  mailFrom: {
    key: "MAIL_FROM",
    description: "sender of every mail",
    default: "Vigie <vigie@localhost>",
    expected: "une adresse de courriel, par exemple Vigie <vigie@example.org>",
    read: (text) => matching(/^(?:[^<>@\r\n]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/, text),
  },
  adminToken: {
    key: "ADMIN_TOKEN",
    description: "password of the administration; unset: there is none",
    default: "",
    expected: "au moins 16 caractères sans espace, ou rien pour se passer d’administration",
    isSecret: true,
    read: optional((text) => matching(/^\S{16,}$/, text)),
  },
  role: {
    key: "ROLE",
    description: "`web` serves readers, `worker` runs the scheduled jobs, `all` does both",
    default: "all",
    expected: `l’un de ces mots : ${ROLES.join(", ")}`,
    read: (text) => ROLES.find((role) => role === text),
  },
  logLevel: {
    key: "LOG_LEVEL",
    description: "least serious line the log shows, from `trace` to `fatal`, or `silent`",
    default: "info",
    expected: `l’un de ces mots : ${LOG_LEVELS.join(", ")}`,
    read: (text) => LOG_LEVELS.find((level) => level === text),
  },
};

/**
 * The configuration an environment asks for; blank values count as unset.
 * @throws {ConfigError} listing every fault at once, in French, without any secret
 */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const values: Record<string, unknown> = {};
  const faults: string[] = [];
  for (const [field, setting] of Object.entries<Setting>(settings)) {
    const given = env[setting.key]?.trim() ?? "";
    const port = typeof values.port === "number" ? values.port : settings.port.default;
    values[field] = setting.read(given === "" ? setting.default.replace("PORT", String(port)) : given);
    if (values[field] === undefined) faults.push(describeFault(setting, given));
  }
  if (faults.length > 0) {
    const count = faults.length === 1 ? "un réglage" : `${faults.length} réglages`;
    throw new ConfigError(`Configuration refusée, ${count} à corriger :\n${faults.join("\n")}`);
  }
  // Each field was read by the setting that the type of the table pairs with it.
  return Object.freeze(values) as unknown as Config;
}

/** A value with a password in it stays hidden even under a key that should hold none: it may be the wrong key. */
function describeFault({ key, expected, isSecret = false }: Setting, found: string): string {
  const hasPassword = /:\/\/.*@/.test(found);
  const what = isSecret || hasPassword ? "la valeur donnée (tue ici)" : `« ${found.slice(0, 80)} »`;
  return `  ${key} : ${what} ne convient pas ; écrivez ${expected}.`;
}

function optional<Value>(
  read: (text: string) => Value | undefined,
): (text: string) => Value | null | undefined {
  return (text) => (text === "" ? null : read(text));
}

function matching(pattern: RegExp, text: string): string | undefined {
  return pattern.test(text) ? text : undefined;
}

function readInteger(text: string, most: number, least = 0): number | undefined {
  const isInRange = /^\d{1,9}$/.test(text) && least <= Number(text) && Number(text) <= most;
  return isInRange ? Number(text) : undefined;
}

function readUrl(text: string, protocols: readonly string[]): string | undefined {
  return protocols.includes(URL.parse(text)?.protocol ?? "") ? text : undefined;
}

function readHttpUrl(text: string): string | undefined {
  const isPlain = /^https?:\/\/[^/?#@\s]+\/*$/i.test(text);
  return isPlain ? readUrl(text, ["http:", "https:"])?.replace(/\/+$/, "") : undefined;
}

function readRateLimit(text: string): number | null | undefined {
  const perMinute = readInteger(text, 1_000_000);
  return perMinute === 0 ? null : perMinute;
}

function readProxies(text: string): number | readonly string[] | undefined {
  if (/^\d+$/.test(text)) return readInteger(text, 10);
  const parts = text.split(",").map((part) => part.trim());
  return parts.every(isNetwork) ? Object.freeze(parts) : undefined;
}

/** An address, a network with its number of bits, or a name that stands for the usual networks of its kind. */
function isNetwork(text: string): boolean {
  if (["loopback", "linklocal", "uniquelocal"].includes(text)) return true;
  const [, address = "", bits = "1"] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const family = isIP(address);
  return family !== 0 && Number(bits) >= 1 && Number(bits) <= (family === 4 ? 32 : 128);
}

function readPostgresUrl(text: string): string | undefined {
  return readUrl(text, ["postgres:", "postgresql:"]);
}

function readPostgresUrls(text: string): readonly string[] | undefined {
  const parts = text.split(",").map((part) => part.trim());
  const given = parts.filter((part) => part !== "");
  return given.every((part) => readPostgresUrl(part) !== undefined) ? Object.freeze(given) : undefined;
}

/** Least and greatest number of each field of a cron line; the seconds, which come first, may be left out. */
const CRON_FIELDS = [
  [0, 59],
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 7],
] as const;

function readCronLine(text: string): string | undefined {
  const fields = text.split(/\s+/);
  if (fields.length < 5 || fields.length > 6) return undefined;
  const limits = CRON_FIELDS.slice(-fields.length);
  return limits.every(([least, most], place) => isCronField(fields[place] ?? "", least, most))
    ? text
    : undefined;
}

function isCronField(field: string, least: number, most: number): boolean {
  return field.split(",").every((part) => {
    const [whole, from = least, to = from] = /^(?:\*|(\d+)(?:-(\d+))?)(?:\/[1-9]\d*)?$/.exec(part) ?? [];
    return whole !== undefined && least <= Number(from) && Number(from) <= Number(to) && Number(to) <= most;
  });
}
