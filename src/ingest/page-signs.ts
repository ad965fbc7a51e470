import type { PageSign } from "../domain/page-sign.ts";

const IN_FRENCH: Readonly<Record<PageSign, string>> = {
  absent: "le site ne connaît pas cet identifiant, ou pas encore",
  challenge: "le site demande si nous sommes un robot au lieu de montrer la page",
  login: "le site demande de s’identifier au lieu de montrer la page",
  maintenance: "le site annonce une maintenance au lieu de montrer la page",
};

/** What a page shows in the place of a record, as a refusal. */
export function signRefusal(sign: PageSign): { readonly code: PageSign; readonly message: string } {
  return { code: sign, message: IN_FRENCH[sign] };
}
