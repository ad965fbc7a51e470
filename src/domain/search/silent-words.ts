/**
 * Folded words that are in every French text and say nothing of it, beyond those that the stemmer of PostgreSQL leaves
 * out: it knows them with their accents only, and no plural article. `été` is a season as well, and stays.
 */
const SILENT_WORDS: ReadonlySet<string> = new Set(
  (
    "a afin ainsi alors apres aucun aucune auquel aussi avant car ceci cela celle celles celui cependant ces cet cette ceux " +
    "chaque chez ci comme depuis desquels donc dont duquel elles entre etaient etais etait etant etes etions faire " +
    "fait font ici ils laquelle lequel les lesquelles lesquels leurs lors lorsque meme memes ni outre pendant peut " +
    "peuvent plus plusieurs puis puisque quand quant quel quelle quelles quels quoi selon si soi sous tous tout " +
    "toute toutes tres trop vers voici voila"
  ).split(" "),
);

/** Whether a folded word says nothing of the text it is in. */
export const isSilent = (word: string) => SILENT_WORDS.has(word);
