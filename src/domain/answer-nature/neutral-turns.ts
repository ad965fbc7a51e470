import { anyOf } from "./phrase.ts";

/**
 * Turns whose words would be substance by themselves, and say nothing together. In the form of `foldWords`,
 * as short as their sense allows: a word stays substance everywhere else.
 */
const TURNS = [
  // Why there is no answer yet: « le délai ne m'a pas permis de … », « les délais prévus par le règlement ».
  "n(?:e m)?'(?:a|ont) pas (?:encore )?permis(?= d[e'])",
  "delais? (?:prevus?|requis)",
  "(?<=\\bhonorable membre .{0,20})preuve d(?:e|'un peu de) patience",
  "interet public",
  "reserverai une reponse",
  "que prevu",
  "(?:a|aupres de) (?:l'|la |cette )?(?:office|agence|societe|regie|intercommunale) concernee?",
  "questions? (?:a|ont) ete soumises?",
  "leurs? avis",
  "(?:directions?|services?|organismes?) (?:regiona|territoria|centra)(?:l|les?|ux)",
  // What goes with a referral: « je n'ai rien à y ajouter », « ce dossier a déjà été évoqué ».
  "n'ai (?:donc )?rien (?:d'autre |de plus )?a (?:y ajouter|ajouter a (?:cette|ma) reponse)",
  "(?:ma position|la situation|celle-ci) n'a pas (?:change|evolue|varie)",
  "(?:confirmer|repeter|reiterer) (?:la|ma) reponse",
  "y a lieu",
  "(?:l'ensemble de|tous) (?:ces|ses|vos|les) points",
  "ce dossier a (?:deja )?(?:ete )?(?:abord|evoqu|discut)[a-z]+",
  "a (?:de nombreuses|plusieurs|maintes|diverses|de multiples) reprises",
  "au nom d(?:u|e)",
  "deposee?s? (?:par l'honorable|le [0-9])",
  // Whose the matter is: « une compétence communale », « sort du cadre de mes compétences ».
  "(?:competence|matiere)s? (?:[a-z]+ment )?(?:communale|provinciale|regionale)s?",
  "competences? (?:exclusives? )?(?:de la|des) (?:communes?|provinces?)",
  "autorites (?:communales|provinciales|de la (?:commune|province)|des (?:communes|provinces))",
  "competences de me prononcer",
  "d'aucune competence",
  "transferee?s? (?:a|au|aux|vers) (?:la |l')?(?:communaute|autorite|etat|niveau|federal)",
  "ce dossier (?:ne )?(?:releve|ressortit|echappe)",
  "pouvoir organisateur",
  "sort(?:ent)? d[ue]",
];

const TURN = new RegExp(`\\b(?:${anyOf(...TURNS).source})(?![a-z])`, "g");

/** From where to where a folded clause holds such turns. */
export function listNeutralTurns(clause: string): { readonly from: number; readonly to: number }[] {
  return Array.from(clause.matchAll(TURN), ({ 0: turn, index }) => ({
    from: index,
    to: index + turn.length,
  }));
}
