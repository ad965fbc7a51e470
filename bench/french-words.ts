/** Words of French as they are common in questions to a regional government, the most frequent first. */

const words = (list: string) => list.trim().split(/\s+/);
const phrases = (list: string) => list.trim().split(/\s*[|\n]\s*/);

/** Words without a meaning of their own, and about how many of a thousand words of a text each of them is. */
export const FUNCTION_WORDS: readonly (readonly [word: string, share: number])[] = words(`
  de:77 la:44 le:40 les:20 à:20 des:19 en:18 et:18 du:13 que:13 il:12 pour:12 un:11 une:11 est:10 dans:9 ce:8
  par:8 a:7 sur:6.4 au:6 qui:6 ne:5.8 se:5.6 cette:5 sont:4 plus:4 pas:4 ou:3.4 été:3.2 ces:3 aux:2.7 être:2.6
  ont:2.3 on:2.3 avec:2.3 je:2.2 si:2 elle:2 me:1.8 mais:1.5 son:1.5 y:1.5 leur:1.5 comme:1.5 entre:1.4 bien:1.3
  quelles:1.3 ainsi:1.3 donc:1.2 tout:1.2 ses:1.1 sa:1.1 quelle:1.1 soit:1 nous:1 même:1 afin:1 quel:1 ils:1
  sera:1 elles:0.9 depuis:0.8 sans:0.8 dont:0.8 cet:0.8 après:0.7 avant:0.6 très:0.5 lors:0.5 vers:0.3`).map(
  (pair) => {
    const [word = "", share] = pair.split(":");
    return [word, Number(share)] as const;
  },
);

export const NOUNS = words(`
  année projet mesure commune budget matière plan situation euro dossier cadre marché personne aide travail secteur
  entreprise subside gestion niveau conseil service nombre étude rapport politique demande décret coût réponse
  montant moyen arrêté décision accord système programme développement administration point objectif zone site
  citoyen étudiant hôpital emploi logement route province ville groupe réforme contrat qualité problème loi formation
  accès question mois formulaire agence convention bâtiment ouvrage eau déchet énergie sécurité santé école enfant
  jeune famille association fédération entretien charge taxe impôt prix tarif facture investissement crédit prime
  permis procédure recours avis enquête commission comité cabinet collègue bourgmestre échevin député parlement
  législature session décembre janvier février avril juin juillet septembre octobre mobilité transport bus train ligne
  arrêt gare véhicule vélo piéton voirie pont tunnel canal écluse port aéroport avion bruit nuisance pollution air
  climat émission forêt bois arbre chasse pêche rivière inondation sol terre agriculture agriculteur ferme élevage
  animal lait viande produit filière circuit tourisme patrimoine musée château sport piscine stade loisir commerce
  commerçant artisan indépendant société coopérative fondation capital banque prêt fonds garantie risque faillite
  licenciement chômage travailleur ouvrier employeur syndicat industrie usine acier recherche innovation technologie
  numérique internet donnée fichier logiciel outil réseau opérateur antenne fibre compteur électricité gaz éolienne
  turbine panneau chauffage isolation rénovation locataire propriétaire loyer quartier village habitant population
  pensionné aîné maison lit soin médecin infirmier patient handicap crèche accueil allocation revenu pauvreté dette
  médiation insertion intégration langue cours diplôme stage métier compétence pôle parc carrière friche terrain
  aménagement territoire urbanisme règlement norme contrôle inspection sanction amende plainte tribunal juge avocat
  police pompier secours urgence incendie accident victime vitesse radar éclairage signalisation chantier béton
  retard échéance calendrier phase étape bilan évaluation chiffre statistique tableau liste registre inventaire
  cadastre carte plateforme guichet portail courrier annonce presse débat vote majorité opposition parti élection
  mandat nomination directeur fonctionnaire agent personnel équipe effectif recrutement grade salaire pension grève`);

export const ADJECTIVES = words(`
  social public communal nouveau régional économique fédéral wallon dernier européen local budgétaire provincial
  important différent premier financier annuel technique nécessaire général actuel belge national global total
  suivant précédent possible récent prochain propre grand petit seul certain nombreux principal environnemental
  agricole forestier industriel commercial touristique culturel sportif scolaire hospitalier familial individuel
  collectif privé durable renouvelable éolien électrique énergétique thermique solaire naturel rural urbain
  routier ferroviaire fluvial portuaire aérien sanitaire médical juridique légal fiscal salarial professionnel
  administratif politique ministériel parlementaire international transfrontalier germanophone francophone flamand
  historique classé vétuste dangereux grave urgent spécifique particulier supplémentaire complémentaire provisoire
  définitif favorable défavorable positif négatif clair précis officiel structurel opérationnel stratégique`);

export const VERBS = words(`
  confirmer communiquer envisager préciser expliquer prévoir rappeler constater demander annoncer organiser financer
  concerner assurer améliorer permettre développer réaliser évaluer adopter présenter adapter appliquer renforcer
  augmenter diminuer limiter favoriser encourager soutenir octroyer subsidier regretter souhaiter estimer penser
  signaler informer interroger consulter rencontrer analyser étudier examiner préparer finaliser terminer commencer
  lancer relancer retarder reporter supprimer remplacer modifier compléter respecter contrôler vérifier sanctionner
  installer construire rénover entretenir sécuriser protéger gérer piloter coordonner associer participer collaborer
  engager recruter former accompagner orienter accueillir héberger loger transporter circuler stationner polluer
  recycler trier collecter planter abattre exploiter produire consommer exporter importer investir rembourser`);

export const ACRONYMS = words(
  "SPW CPAS TEC AViQ FOREM PTCE SNCB SOFICO SRIB PME TVA ASBL DGO4 SWL FLW CWaPE UVCW AWEX IFAPME ONE PCDR PCM SIS ETA",
);

/** What every page says, whatever it is about. */
export const COMMON_PHRASES = phrases(`
  Monsieur le Ministre|Monsieur le Ministre|Monsieur le Ministre|Monsieur le Ministre|Monsieur le Ministre
  Monsieur le Ministre|Monsieur le Ministre|Madame la Ministre|Madame la Ministre
  Région wallonne|Gouvernement wallon|Wallonie|Wallonie
  mise en œuvre|mise en place|prise en charge|dans le cadre de|à cet égard|d'ores et déjà
  il s'agit de|en ce qui concerne|appel à projets|pouvoir adjudicateur|note d'orientation`);

/** What questions are about: words that come together, and phrases among them. */
export const THEMES: readonly { readonly words: readonly string[]; readonly phrases: readonly string[] }[] = (
  [
    [
      "éolien éolienne énergie électricité turbine réseau parc prix facture compteur énergétique renouvelable solaire",
      "parc éolien|parcs éoliens|énergie renouvelable|énergies renouvelables|certificats verts|réseau de distribution",
    ],
    [
      "social entreprise coopérative insertion emploi travailleur pôle subside économique association formation",
      "économie sociale|économie sociale|entreprise d'insertion|entreprises d'économie sociale|titres-services",
    ],
    [
      "pôle entreprise innovation recherche technologie industriel investissement capital numérique exporter",
      "pôle de compétitivité|pôles de compétitivité|plan de relance|aide à l'investissement|recherche appliquée",
    ],
    [
      "logement locataire loyer rénovation isolation quartier propriétaire social public loger chauffage",
      "logement social|logements sociaux|logement public|société de logement|allocation de loyer",
    ],
    [
      "mobilité transport bus ligne arrêt vélo gare tarif circuler piéton train",
      "transports en commun|mobilité douce|plan de mobilité|abonnement scolaire|parking de covoiturage",
    ],
    [
      "route voirie pont chantier entretien éclairage signalisation sécurité routier vitesse radar accident",
      "sécurité routière|réseau routier|glissières de sécurité|limitation de vitesse|plan infrastructures",
    ],
    [
      "forêt bois arbre forestier chasse naturel planter abattre site rivière",
      "gestion forestière|forêt publique|coupe à blanc|plan de chasse|réserve naturelle",
    ],
    [
      "agriculture agriculteur agricole ferme élevage lait viande produit filière prime terre",
      "politique agricole commune|aides agricoles|circuit court|circuits courts|agriculture biologique",
    ],
    [
      "déchet recycler collecter trier pollution environnemental taxe commune polluer sol",
      "parc à conteneurs|déchets ménagers|dépôts clandestins|coût-vérité|assainissement des sols",
    ],
    [
      "eau rivière inondation commune prix contrat captage égout réseau",
      "distribution d'eau|station d'épuration|contrat de rivière|eaux usées|zone inondable",
    ],
    [
      "budget budgétaire dette crédit dépense recette financier impôt fiscal taxe province",
      "ajustement budgétaire|fonds des communes|précompte immobilier|dette publique|trajectoire budgétaire",
    ],
    [
      "emploi formation chômage jeune stage métier compétence travailleur former recruter",
      "demandeur d'emploi|demandeurs d'emploi|formation professionnelle|plan Marshall|aide à l'emploi",
    ],
    [
      "santé hôpital médecin patient soin lit hospitalier médical sanitaire infirmier",
      "maison de repos|maisons de repos|soins de santé|médecine générale|santé mentale",
    ],
    [
      "handicap personne accueil intégration accès service aide allocation famille crèche",
      "personnes handicapées|personne handicapée|mobilité réduite|aide à domicile|aide à la jeunesse",
    ],
    [
      "tourisme touristique patrimoine musée château classé historique village site culturel",
      "bien classé|patrimoine immobilier|gîte rural|office du tourisme|fonds de garantie",
    ],
    [
      "aménagement territoire urbanisme permis friche terrain zone recours règlement rural urbain",
      "permis d'urbanisme|plan de secteur|aménagement du territoire|schéma de structure|charroi lourd",
    ],
    [
      "fonctionnaire agent personnel recrutement grade nomination administration salaire pension mandat",
      "fonction publique|cadre du personnel|agents contractuels|mandataires publics|marchés publics",
    ],
    [
      "aéroport avion bruit nuisance aérien ligne sécurité investissement piste",
      "aéroports wallons|vols de nuit|plan d'exposition au bruit|fret aérien|zone d'activité économique",
    ],
    [
      "sport sportif piscine stade loisir jeune association infrastructure subside communal",
      "infrastructures sportives|hall omnisports|piscine communale|clubs sportifs|sport pour tous",
    ],
    [
      "commune communal bourgmestre conseil élection citoyen police règlement tutelle fusion",
      "pouvoirs locaux|conseil communal|tutelle administrative|droit de tirage|plan communal",
    ],
  ] as const
).map(([own, common]) => ({ words: words(own), phrases: phrases(common) }));
