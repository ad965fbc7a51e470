import assert from "node:assert/strict";
import { slugOf } from "../../../src/domain/folded-text.ts";
import { lexemesOf } from "../../../src/store/search/lexemes.ts";
import { testOnEach } from "../../helpers/page-stores.ts";

/** Words that one search must find; as somebody types them. */
const ALIKE = [
  "emploi emplois",
  "vélo vélos",
  "loi lois",
  "délai délais",
  "enjeu enjeux",
  "eau eaux",
  "animal animaux",
  "régional régionale régionaux",
  "privé privée privés privées",
  "handicapé handicapée handicapés handicapées",
  "routier routière routiers routières",
  "financier financière",
  "policier policière",
  "étranger étrangère étrangers",
  "public publique publics publiques",
  "actif active",
  "liégeois liégeoise",
  "loyer loyers",
  "conseiller conseillers",
  "passager passagers",
  "commission commissions",
  "réflexion réflexions",
  "crédit crédits",
  "délit délits",
  "avion avions",
  "somme sommes",
  "entreprise entreprises",
  "énergie énergies",
  "éolien éolienne éoliens éoliennes",
];

/** Words that are none of each other's. */
const APART = [
  "loyer loi",
  "foyer foi",
  "délit délai",
  "conseiller conseil",
  "passager passage",
  "mois moi",
  "cas ca",
];

/** Words that are in every text. */
const SILENT =
  "le la les des de du et à au aux ces cette est sont avec pour dans que qui nous vous leurs très";

const wordsOf = (list: string) => list.split(" ").map(slugOf);

testOnEach("a word is found in its other forms, and not as other words", async ({ db }) => {
  const lexemeOf = await lexemesOf(db, [...ALIKE, ...APART, SILENT].flatMap(wordsOf));
  for (const list of ALIKE) {
    const lexemes = new Set(wordsOf(list).map(lexemeOf));
    assert.deepEqual([lexemes.size, lexemes.has(null)], [1, false], `${list}: ${[...lexemes].join()}`);
  }
  for (const list of APART) {
    const lexemes = wordsOf(list).map(lexemeOf);
    assert.equal(new Set(lexemes).size, lexemes.length, `${list}: ${lexemes.join()}`);
  }
  assert.deepEqual(
    wordsOf(SILENT).filter((word) => lexemeOf(word) !== null),
    [],
  );
});

testOnEach("a word has the same lexeme, whichever words were asked for with it", async ({ db }) => {
  const alone = (await lexemesOf(db, ["passerelles"]))("passerelles");
  assert.equal((await lexemesOf(db, ["ecluse", "passerelles"]))("passerelles"), alone);
  assert.equal(alone, (await lexemesOf(db, ["passerelle"]))("passerelle"));
});
