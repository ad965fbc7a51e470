/** `oldPrint` is the print page as it was asked for until 2016, with `id_doc`. */
export const ADDRESS_FORMS = ["print", "oldPrint", "page"] as const;
export type AddressForm = (typeof ADDRESS_FORMS)[number];

/** A record asked for. */
export interface Address {
  readonly form: AddressForm;
  readonly sourceNumber: number;
}

/** Where a record stands on the site, from its root. */
export function pathOf(form: AddressForm, sourceNumber: number): string {
  const print = "/content/print.php?print=interp-questions-voir.php&type=all";
  if (form === "page") return `/pwpages?p=interp-questions-voir&type=28&iddoc=${sourceNumber}`;
  return `${print}&${form === "print" ? "iddoc" : "id_doc"}=${sourceNumber}`;
}

/** The record a path asks for, its parameters in any order; null where it asks for none. */
export function findAddress(path: string): Address | null {
  const [pathname = "", query] = path.split("?", 2);
  const searchParams = new URLSearchParams(query);
  const addressed = (form: AddressForm, number: string | null): Address | null =>
    number !== null && /^[1-9]\d{0,8}$/.test(number) ? { form, sourceNumber: Number(number) } : null;
  if (pathname === "/pwpages" && searchParams.get("p") === "interp-questions-voir") {
    return addressed("page", searchParams.get("iddoc"));
  }
  if (pathname === "/content/print.php" && searchParams.get("print") === "interp-questions-voir.php") {
    return addressed("print", searchParams.get("iddoc")) ?? addressed("oldPrint", searchParams.get("id_doc"));
  }
  return null;
}
