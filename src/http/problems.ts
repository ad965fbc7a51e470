/** A kind of refusal: what clients may tell apart. */
export interface ProblemKind {
  readonly status: number;
  readonly title: string;
  /** When it happens and what to do, for the documentation. */
  readonly meaning: string;
  /** After how many seconds it is worth another try, for `Retry-After`; left out where that is not known. */
  readonly retryAfterSeconds?: number;
}

/** Every `code` a problem may carry. Public and stable: add to it, rename nothing in it. */
export const PROBLEMS = {
  bad_parameter: {
    status: 400,
    title: "Paramètre refusé",
    meaning:
      "Un paramètre est inconnu, répété ou mal écrit. « parameter » le nomme, « detail » dit ce " +
      "qui est attendu.",
  },
  malformed_request: {
    status: 400,
    title: "Requête illisible",
    meaning:
      "L’adresse ou la requête ne peut pas être lue, par exemple à cause d’un « % » mal placé ou d’une méthode " +
      "que HTTP ne connaît pas.",
  },
  unknown_route: {
    status: 404,
    title: "Adresse inconnue",
    meaning: "Rien n’est servi à cette adresse.",
  },
  unknown_question: {
    status: 404,
    title: "Question inconnue",
    meaning: "Aucune question du registre ne porte cet identifiant.",
  },
  unknown_snapshot: {
    status: 404,
    title: "Page inconnue",
    meaning: "La question existe, mais aucune page reçue pour elle n’a cette empreinte.",
  },
  unknown_minister: {
    status: 404,
    title: "Ministre inconnu",
    meaning:
      "Aucune question n’a été adressée à quelqu’un de ce nom. « suggestions » propose les noms voisins.",
  },
  unknown_author: {
    status: 404,
    title: "Auteur inconnu",
    meaning:
      "Aucune question n’a été posée par quelqu’un de ce nom. « suggestions » propose les noms voisins.",
  },
  unknown_party: {
    status: 404,
    title: "Parti inconnu",
    meaning:
      "Aucun auteur n’était connu comme membre d’un tel parti. « suggestions » propose les noms voisins.",
  },
  unknown_portfolio: {
    status: 404,
    title: "Compétence inconnue",
    meaning:
      "Aucune question n’a été adressée sous un titre qui contient cette compétence. « suggestions » " +
      "propose les noms voisins.",
  },
  unknown_session: {
    status: 404,
    title: "Session inconnue",
    meaning:
      "Aucune question n’a été posée dans une session de ce nom. « suggestions » propose les noms " +
      "voisins.",
  },
  unknown_dump: {
    status: 404,
    title: "Paquet inconnu",
    meaning: "Aucun paquet de ce jour n’est gardé, ou il n’a pas de fichier de ce nom ; « /dumps » les cite.",
  },
  method_not_allowed: {
    status: 405,
    title: "Méthode refusée",
    meaning: "Cette adresse existe, mais seulement pour les méthodes que cite l’en-tête « Allow ».",
  },
  request_too_slow: {
    status: 408,
    title: "Requête trop lente",
    meaning: "La requête n’est pas arrivée entière dans le temps permis ; envoyez-la d’une traite.",
  },
  payload_too_large: {
    status: 413,
    title: "Corps trop grand",
    meaning: "Le corps de la requête dépasse la taille permise.",
  },
  address_too_long: {
    status: 414,
    title: "Adresse trop longue",
    meaning: "L’adresse, ou l’une de ses parties, dépasse la longueur permise.",
  },
  unsupported_media_type: {
    status: 415,
    title: "Format non pris en charge",
    meaning: "Le corps de la requête est dans un format que cette adresse ne lit pas.",
  },
  rate_limited: {
    status: 429,
    title: "Trop de requêtes",
    meaning:
      "Votre adresse a demandé trop de choses en une minute. « Retry-After » dit dans combien de secondes " +
      "reprendre.",
  },
  headers_too_large: {
    status: 431,
    title: "En-têtes trop grands",
    meaning: "L’adresse et les en-têtes de la requête dépassent ensemble la taille permise.",
  },
  internal_error: {
    status: 500,
    title: "Erreur interne",
    meaning: "La faute est de notre côté. « requestId » permet de la retrouver dans le journal.",
  },
  not_ready: {
    status: 503,
    title: "Service indisponible",
    meaning: "La base de données ne répond pas ; réessayez dans un instant.",
    retryAfterSeconds: 10,
  },
  too_slow: {
    status: 503,
    title: "Réponse trop longue à trouver",
    meaning:
      "La base de données a mis trop de temps et la recherche a été arrêtée. Ajoutez un filtre, ou réessayez " +
      "plus tard.",
    retryAfterSeconds: 60,
  },
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof PROBLEMS;

/** What every problem says of itself (RFC 9457), told as its kind is where there is nothing to add. */
export function problemOf(code: ProblemCode, docsUrl: string, detail: string = PROBLEMS[code].meaning) {
  const { status, title } = PROBLEMS[code];
  return { type: `${docsUrl}#${code}`, title, status, detail, code };
}

/** Whether a code of an error is one that clients know. */
export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(PROBLEMS, code);
}
