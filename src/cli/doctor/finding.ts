/**
 * What a check found. `note`: nothing is broken, but it is good to know. `fault`: something does not work, and `advice`
 * says what to do.
 */
export interface Finding {
  /** What was checked, in French. */
  readonly subject: string;
  readonly state: "ok" | "note" | "fault";
  readonly message: string;
  /** Null where there is nothing to do. */
  readonly advice: string | null;
}

export const ok = (subject: string, message: string): Finding => ({
  subject,
  state: "ok",
  message,
  advice: null,
});

export const note = (subject: string, message: string, advice: string | null = null): Finding => ({
  subject,
  state: "note",
  message,
  advice,
});

export const fault = (subject: string, message: string, advice: string): Finding => ({
  subject,
  state: "fault",
  message,
  advice,
});
