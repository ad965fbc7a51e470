const listed = (words: string) => new Set(words.trim().split(/\s+/));

/** Folded words that hold a sentence together, or that politeness puts into every question. */
const EMPTY = listed(`
  le la les un une des de du au aux ce cet cette ces son sa ses leur leurs mon ma mes notre nos votre vos
  il elle ils elles on je nous vous se lui eux celui celle ceux celles cela ceci ca en lequel laquelle
  et ou mais donc or ni car que qu qui dont quoi quand quel quelle quels quelles comment si comme ainsi
  dans par pour sur sous avec sans entre vers chez depuis jusqu jusque afin lors lorsque parmi selon
  est sont etait etaient sera seront serait seraient soit ete etre etant es
  ai as avons avez ont avait avaient aura auront aurait auraient avoir ayant eu
  peut peuvent peux pouvez pourrait pourraient pourriez pouvoir doit doivent devrait faire fait
  veut veuillez vouloir voudrait voudrais souhaite souhaiterais souhaitais aimerais desire desirerais entend
  plus tres aussi egalement encore deja toujours alors enfin meme tout toute tous toutes autre autres
  monsieur madame messieurs mesdames mr mme mm mlle honorable membre vice president presidente
  ministre ministres secretaire etat gouvernement
  savoir connaitre dire preciser indiquer communiquer fournir informer confirmer eclairer
  merci remercie remercier remercions avance reponse reponses question questions
`);

const MONTHS = listed("janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre");

/** Single letters are what elision leaves of such words. */
export const isEmptyWord = (folded: string) => EMPTY.has(folded) || /^\p{L}$/u.test(folded);

export const isMonth = (folded: string) => MONTHS.has(folded);

const ASKING = listed("souhaite souhaiterais souhaitais voudrais aimerais desire desirerais merci");

/** A sentence that has one asks, even without a question mark. */
export const isAskingWord = (folded: string) => ASKING.has(folded);
