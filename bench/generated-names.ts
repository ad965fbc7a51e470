const FIRST_NAMES =
  "Aurore Théo Odette Honoré Anaïs Renaud Maxime Solène Lucien Irène Basile Ghislaine".split(" ");
const SYLLABLES = "lam brecht osse laer ver meil du chêne fos sé prév al mont orme sart halle vau".split(" ");

/** What ministers are in charge of. */
export const FIELDS = (
  "Canaux|Écluses|Vergers|Passerelles|Halage|Orme|Navigation douce|Bois|Berges|Haltes fluviales|" +
  "Pêche à pied|Sentiers|Lavoirs|Kiosques|Cartographie|Moulins|Ruchers|Étangs|Signalisation|Archives|" +
  "Lisières|Tourbe|Granit|Beffrois|Carillons|Marchés|Météorologie|Ponts|Tunnels|Batellerie|Quais|Digues"
).split("|");

export const PARTIES = [
  "Rives",
  "Vergers",
  "Union des Berges",
  "Liste de l’Orme",
  "Indépendants",
  "Canal 21",
];

/** A name of nobody, another one for each number below 4,913. */
export function nameOf(number: number): string {
  const base = SYLLABLES.length;
  const digits = [number % base, Math.floor(number / base) % base, Math.floor(number / base ** 2) % base];
  const lastName = digits.map((digit) => SYLLABLES[digit]).join("");
  return `${lastName.toUpperCase()} ${FIRST_NAMES[number % FIRST_NAMES.length]}`;
}
