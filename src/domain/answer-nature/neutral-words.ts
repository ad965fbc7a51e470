/**
 * The words in which ministers write about answering, and not about the matter. A clause made of nothing
 * else says nothing of substance; one word from elsewhere (a bridge, a grant, « oui », « aucun », an
 * amount) and it does. In the form of `foldWords`; what is elided stands without its apostrophe. A star
 * stands for any ending.
 */
const WORDS = [
  // Little words.
  "le la les l un une des de du d au aux a en y et ou ni mais or donc car que qu qui dont ce cet cette",
  "ces c s se ne n pas plus je j me m nous vous il ils elle elles on lui leur leurs son sa ses mon ma",
  "mes notre nos votre vos soi eux celui celle ceux celles cela ceci ci tout toute tous toutes meme",
  "memes tel telle tels telles lequel laquelle lesquels lesquelles auquel auxquels auxquelles duquel",
  "desquels desquelles quel quelle quels quelles autre autres dans sur sous avec par pour entre sans",
  "vers depuis pendant avant apres selon afin aupres sein hors lors durant via chaque quelque quelques",
  "certain certains certaine certaines plusieurs divers diverses different* seul* ensemble ainsi comme",
  "tres bien mieux aussi encore deja toujours lorsque lorsqu quand puisque quant alors tant peu trop",
  "fort assez davantage tellement surtout",
  // Turns of phrase.
  "toutefois cependant neanmoins pourtant egalement ailleurs enfin effet consequent outre malgre vu",
  "compte tenu raison egard cadre titre suite voie biais realite plutot tenant eu etant donne",
  "malheureusement evidemment bref simplement inutilement utilement directement strictement",
  "particulierement relativement necessairement uniquement nullement aucunement ensuite part",
  "fait point cas sorte facon maniere",
  "forme contexte circonstance* avere averer issue",
  // To be, to have, can, must, will.
  "est sont etait etaient sera serai serons seront serait serais seraient soit soient ete etre suis",
  "sommes ai as ont avons avez avait avaient avais aura aurai aurons auront aurait auraient aurez ayant",
  "ait aient avoir peut peux peuvent puis puisse puissent pourra pourrai pourrons pourront pourrait",
  "pourrais pu pouvoir pouvant doit dois doivent devra devront devrait devraient devoir va vais vont",
  "veut veuille veuillez voudra voudrait vouloir voulu faut faudra fais faire fera ferai ferons feront",
  "ferait font faite faits reste restent demeure demeurent possible* impossible* mesure capable*",
  // To go on, to try, to wait, to know.
  "poursui* continu* effectue* mene menent menee* mettent mets mettre met oeuvre tent* essay* attend*",
  "attente arrive* veill* assur* savoir sais sait note noter notons laisse joindre joint tiens tient",
  "tenir tenue tenus saisi saisir souhait* desire* vise* evit* alourdir repet* redites ecrire lignes",
  "temoign* soulev* soulign* conduit conduire entrepris",
  // When.
  "jour jours semaine* mois an annee* heure* moment instant stade present* temps fin debut courant",
  "cours date terme delai* brefs breve breves echeance* tot tard bientot aussitot sitot ici venir",
  "dernier* derniere* hier recemment maintenant attendant court moyen utile* lundi mardi mercredi jeudi",
  "vendredi printemps automne hiver trimestre semestre rentree periode intervalle retard* tard* actuel*",
  "prochain* ulterieur* rapide* imparti* reglementaire* janvier fevrier mars avril mai juin juillet",
  "aout septembre octobre novembre decembre",
  // Who.
  "mm mme mmes monsieur messieurs madame mesdames honorable* membre* depute* parlement* ministre*",
  "president* vice collegue* homologue* predecesseur* cabinet auteur auteure collaborateurs",
  "collaboratrices service* direction* departement* instance* organisme* acteur* partenaires",
  "intervenants administrati* cher chere institution* entite*",
  // What is asked, gathered and sent.
  "question* qe interrog* interpell* demande demandes demander demandee* demandons sollicit*",
  "requete*",
  "reponse* repond* element elements information* renseignement* donnee* chiffre chiffres statistique*",
  "precis* objet sujet* theme matiere problematique* thematique* interet nombre nature caractere volume",
  "ampleur totalite collect* recolt* recueil* rassembl* regroup* reunir reuni reunis reunie reunies",
  "reunissent compil* recens* extrai* extraction* encod* consolid* centralis* synthe* valid* verifi*",
  "traitement traite traitee* traiter analys* examen* examin* etude etudie* recherche* investigation*",
  "developpement* instruction consultation* travail travaille* finalis* achev* termine* elabor* redig*",
  "redact* prepar* actualis* relanc* contact* retour transm* communiqu* fourni* apport* donner donnerai",
  "donnera adress* envoy* enverr* remettr* recevoir recevant recevra recevrai recevrez recevrons",
  "recevront recu recue recus recues recoit reception",
  "parven* parvien* reven* revien* disponib* dispose disposer disposerai disposerons disposition",
  "disposons disposant possession obten* obtien* procede procedent proceder accorder",
  // How: « complète », « circonstanciée », « aussi précise que possible ».
  "global* complet* incomplet* complement* supplement* detail* circonstanci* exhausti*",
  "definiti* provisoire*",
  "adequat* etay* argument* fouill* pertinen* approfondi* suffisa* large manuel* necessaire* juridique*",
  "technique* technicite complex* immediat* important* specifi* delicat* vaste nombreu* multiple*",
  "interne* meilleur* soin diligence vite",
  // What it takes, and what one does about it: « nécessite », « m'engage », « invite ».
  "necessit* requier* requer* requis* exige exigeant exigent exigera impliqu* prend prendre prends",
  "prendra pris",
  "prise prises manqu* permet* propos* engage* attache* efforc* empress* emploie* suggere* conseill*",
  "convien* invit* prie prier prions",
  // Courtesy.
  "remerci* merci honneur attention bon bonne bonnes retenu* retien* connaissance accus* excus*",
  "compren* comprehen* regret* patien* indulgence informe informer rappelle rappeler souci desole*",
  "agreer preoccup*",
  // An answer given elsewhere: « je renvoie », « se reporter », « identique », « abordée ».
  "renvoi* renvoy* renverr* refer* reporter reporte rejoin* ident* similaire* analogue* anterieur*",
  "precedent* abord* evoqu* pose* oral* ecrit* urgente* actualite debat* occasion discussion* discut*",
  "developp* expose* indiqu* jointe jointes formul* reserve reservee signale*",
  "figure* trouv*",
  "consult* longue* rallie* intitul*",
  "voir cf lire relire lu idem dit dites seance* pleniere publique commission* session* comptes rendu",
  "rendus cri cric pcri integral* site internet rapport rapports document* legislature assemblee",
  "tribune hemicycle",
  "bulletin publication publie* largement amplement abondamment teneur termes intervention*",
  "declaration* transcription echange* exprime* vaut reunion* courrier suivra suivre suit suivante*",
  // Whose it is: « attributions », « relève », « exclusivement », « autorité fédérale ».
  "compete* attribution* relev* appartien* exclusi* feder* francais* germanophone* flamand*",
  "gouvernement* wallon* autorite* habilit* charge chargee etat region communaute entrent entrer",
  "entrant rentre rentrent rentrant repartition fixant reglant arrete article conformement vertu",
  "incomb* echapp* depend* exerce* confie* gere geree suivi suivie decliner partie appelle",
  "place placee",
  "domaine* champ sphere portefeuille niveau* pouvoir* belge* fonction fonctions communautaire*",
  "ministeriel* ressor* concern* secretaire",
].flatMap((line) => line.split(" "));

const WHOLE = new Set(WORDS.filter((word) => !word.endsWith("*")));
const BEGUN = new RegExp(
  `^(?:${WORDS.filter((word) => word.endsWith("*")).join("|")})`.replaceAll("*", "[a-z]{0,8}") + "$",
);

/** Whether a folded word belongs to the talk about answering. */
export function isNeutralWord(word: string): boolean {
  return WHOLE.has(word) || BEGUN.test(word);
}

/** Words that answer: they are never overlooked. */
const ANSWERS = new RegExp(
  `^(?:${[
    'oui|non|si|aucune?s?|rien|jamais|nul|nulle|[0-9].*|[«»"“”%€]',
    "(?:positi|negati|affirmati|favorabl|defavorabl|confirm|infirm|exact|inexact|correct|incorrect).*",
    "(?:vrai|faux|refus|accept|errone|accord|satisf|permis).*",
  ].join("|")})$`,
);

/** Whether a word outside the vocabulary may be overlooked where a clause speaks plainly of answering. */
export const isSlight = (word: string) => !ANSWERS.test(word);
