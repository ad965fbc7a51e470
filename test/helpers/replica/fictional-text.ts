/** Phrases that stand in any sentence without changing it. */
const THINGS = [
  "la passerelle de Brême-sur-Orne",
  "le chemin de halage du Vieux-Sart",
  "l'écluse de Haute-Ancre",
  "les vergers communaux",
  "la halte fluviale de Molenval",
  "l’éclairage des berges",
  "le sentier des Trois Ormes",
  "les pontons de bois",
  "la navette entre Orme & Sart",
  "l'aire de pique-nique du Pré-l’Évêque",
];
const TITLES = [
  "les moyens prévus pour {thing}",
  "Les travaux concernant {thing}",
  "Le suivi des plaintes visant {thing}",
  'Le programme "Rives ouvertes" - {thing}',
  "La sécurité des usagers fréquentant {thing}.",
  "L'accès des personnes à mobilité réduite : {thing}",
  "L’avis des riverains sur {thing}",
];
const QUESTIONS = [
  "Voici {n} semaines, l'administration annonçait une étude portant sur {thing}.",
  "Les riverains rencontrés cet automne tiennent {thing} pour une priorité, et ils ne sont pas les seuls.",
  "À en croire le dernier relevé, {n} % des promeneurs évitent désormais {thing} par temps de pluie.",
  "Une somme de {n}.500 euros aurait été promise pour {thing} ; personne n'en a vu la trace.",
  "Quel calendrier le Gouvernement s'est-il fixé pour {thing} ?",
  "Combien de signalements ont été enregistrés à propos de {thing} depuis {year} ?",
  "Monsieur le Ministre peut-il préciser qui, de la commune ou de la Région, entretient {thing} ?",
  "Madame la Ministre dispose-t-elle d'un inventaire mentionnant {thing} ?",
  "Le bourgmestre parle d'un « provisoire qui dure » au sujet des barrières installées devant {thing}.",
  "Des plaques ont été posées en {year} ; elles se sont décollées après {n} semaines.",
  "Un passage dont la largeur est < 2 m ne devrait pas rester sans garde-corps.",
  "Ne faudrait-il pas associer les écoles du quartier à ce qui concerne {thing} ?",
  "La presse locale s'en est fait l’écho le mois dernier, photos à l'appui.",
];
const ANSWERS = [
  "Mes services suivent de près ce qui touche {thing}, en lien avec les {n} communes de la vallée.",
  "Le marché a été attribué en {year} pour un montant de {n}.750 euros, hors taxes.",
  "Une visite sur place n'a révélé aucun danger immédiat touchant {thing}.",
  "Les pièces nécessaires sont commandées ; leur pose demandera {n} jours de temps sec.",
  "L'entretien courant revient à la commune, les grosses réparations à la Région.",
  "Je ne partage pas le constat selon lequel rien n'aurait été fait pour {thing}.",
  "Sur {n} demandes introduites, la moitié a reçu une suite favorable avant l’été.",
  "Un comité réunissant riverains, pêcheurs et bateliers rendra son avis sur {thing} au printemps.",
  "Les crédits figurent à l'article « Rives et vergers » du budget de {year}.",
  "Il est encore trop tôt pour dire si la deuxième phase visera {thing}.",
  "Les chiffres repris dans la question datent de {year} et ont depuis été revus à la baisse.",
  "J'ai demandé à l’administration de me faire rapport tous les {n} jours.",
];
const LISTS = [
  "- un relevé complet avant l'hiver ;\n- le remplacement des planches ;\n- une signalisation de nuit.",
  "1) l'état des lieux ;\n2) le coût estimé ;\n3) les délais de réalisation.",
];
const SENTENCES = { question: QUESTIONS, answer: ANSWERS };
/** In characters. */
const LENGTHS = { question: { least: 900, most: 2800 }, answer: { least: 900, most: 4200 } };

/** Numbers from 0 to below 1. */
type Random = () => number;

export const pickFrom = <T>(choices: readonly T[], random: Random): T =>
  choices[Math.floor(random() * choices.length)]!;

/** A title of nothing real. */
export function fictionalTitle(random: Random): string {
  return filled(pickFrom(TITLES, random), random);
}

/** French sentences about nothing real, as long as those on the site: paragraphs, a list here and there. */
export function fictionalText(of: keyof typeof LENGTHS, random: Random): string {
  const { least, most } = LENGTHS[of];
  const length = least + random() * (most - least);
  const parts: string[] = [];
  for (let size = 0; size < length; size += parts.at(-1)!.length) {
    const isList = parts.length > 0 && random() < 0.12;
    parts.push(isList ? pickFrom(LISTS, random) : paragraph(SENTENCES[of], random));
  }
  return parts.join("\n\n");
}

function paragraph(sentences: readonly string[], random: Random): string {
  const count = 2 + Math.floor(random() * 4);
  return Array.from({ length: count }, () => filled(pickFrom(sentences, random), random)).join(" ");
}

function filled(sentence: string, random: Random): string {
  return sentence
    .replace("{thing}", () => pickFrom(THINGS, random))
    .replace("{n}", () => String(2 + Math.floor(random() * 90)))
    .replace("{year}", () => String(2001 + Math.floor(random() * 20)));
}
