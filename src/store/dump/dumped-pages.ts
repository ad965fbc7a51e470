import {
  derivationStates,
  ingestRuns,
  refusals,
  snapshots,
  sourcePages,
  sourceStates,
} from "../schema/index.ts";
import { describeTable } from "./described-table.ts";

/** The pages as they came, and how they were collected. */
export const dumpedPages = [
  describeTable(snapshots, {
    description: "Chaque page telle que reçue : la preuve de tout le reste",
    fields: {
      sourceId: "Identifiant du document sur le site ; null quand rien ne le dit",
      sha256: "SHA-256 des octets reçus, en hexadécimal minuscule",
      location: "Adresse ou nom de fichier d’où viennent les octets",
      status: "Statut HTTP ; null pour un fichier",
      contentType: "En-tête Content-Type reçu avec ces octets ; null pour un fichier",
      byteLength: "Nombre d’octets reçus",
      content: "Les octets reçus, comprimés par gzip",
      fetchedAt: "Quand Vigie a reçu ces octets pour la première fois",
      lastFetchedAt: "Quand Vigie les a reçus pour la dernière fois",
      parserVersion: "L’analyseur qui les a lus en dernier",
    },
  }),
  describeTable(refusals, {
    description: "Les pages conservées sans être reprises comme questions, et pourquoi",
    fields: {
      snapshotId: "La page",
      code: "La raison, en un mot stable",
      message: "La raison, en une phrase",
      parserVersion: "L’analyseur qui l’a refusée",
      refusedAt: "Quand",
    },
  }),
  describeTable(ingestRuns, {
    description: "Les passages de collecte, et ce qu’ils ont donné",
    fields: {
      kind: "Genre : round, nightly, backfill, import, reparse, recompute ou samples",
      startedAt: "Début",
      finishedAt: "Fin ; null tant qu’il est en cours",
      outcome: "Issue : finished, stopped, broken ou interrupted ; null tant qu’il est en cours",
      reason: "Ce qui n’allait pas sur le site, en un mot stable ; null sinon",
      message: "La même chose en une phrase ; null sinon",
      evidenceId: "La page qui le montre ; null sans elle",
      fromNumber: "Premier identifiant demandé à un rattrapage ; null pour les autres passages",
      toNumber: "Dernier identifiant demandé à un rattrapage ; null pour les autres passages",
      seen: "Pages ou fichiers examinés",
      new: "Questions nouvelles",
      changed: "Questions modifiées",
      unchanged: "Questions inchangées",
      refused: "Pages refusées",
      otherKinds: "Pages d’un autre genre que la question écrite",
      absent: "Identifiants sous lesquels le site ne montre rien",
      failed: "Pages qui ne sont pas arrivées",
      requests: "Requêtes envoyées au site",
      recomputation: "Ce qu’un recalcul a appliqué et changé ; null pour les autres passages",
    },
  }),
  describeTable(sourcePages, {
    description: "Ce que chaque identifiant du site est connu pour être",
    fields: {
      sourceNumber: "L’identifiant",
      status: "Ce qu’il montre : question, otherKind, absent, refused ou failed",
      code: "Pourquoi la dernière visite n’a rien donné, en un mot stable ; null sinon",
      message: "La même chose en une phrase ; null sinon",
      firstLookedAt: "Première visite ; null quand seuls des fichiers l’ont fait connaître",
      lastLookedAt: "Dernière visite ; null quand seuls des fichiers l’ont fait connaître",
      looks: "Nombre de visites",
      snapshotId: "La dernière page reçue ; null sans elle",
      etag: "En-tête ETag du site avec cette page",
      lastModified: "En-tête Last-Modified du site avec cette page",
      tier: "Le rythme des visites suivantes ; null quand il n’y en a plus",
      dueAt: "La prochaine visite ; null quand il n’y en a plus",
    },
  }),
  describeTable(sourceStates, {
    description: "Comment le site est interrogé",
    fields: {
      addressForm:
        "La forme d’adresse qui a montré une question en dernier ; null tant qu’aucune ne l’a fait",
      resumeAt: "Le site demande à ne pas être sollicité avant ce moment ; null quand il ne demande rien",
    },
  }),
  describeTable(derivationStates, {
    description: "Sur quelles règles repose ce qui est calculé",
    fields: {
      fingerprint: "Empreinte des règles et des données de référence",
      derivedAt: "Quand tout a été calculé d’après elles",
    },
  }),
];
