import type { Logger } from "pino";

/** Something done at certain times. */
export interface Job {
  /** As the log names it. */
  readonly name: string;
  /** When, as a cron line. */
  readonly cron: string;
  /** What it throws is logged. */
  run(): Promise<void>;
}

/** Where jobs say what came of them. */
export type JobLog = Pick<Logger, "info" | "warn" | "error">;
