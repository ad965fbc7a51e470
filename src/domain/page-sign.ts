/** What tells that a site as a whole does not answer: a robot check, a page to log in, a page of maintenance. */
const BROKEN_SIGNS = ["challenge", "login", "maintenance"] as const;

export type BrokenSign = (typeof BROKEN_SIGNS)[number];

/** What a page shows in the place of a record. `absent`: the site knows no such id. */
export type PageSign = "absent" | BrokenSign;

/** Whether a code says that the site as a whole does not answer. */
export function isBrokenSign(code: string): code is BrokenSign {
  return BROKEN_SIGNS.some((sign) => sign === code);
}
