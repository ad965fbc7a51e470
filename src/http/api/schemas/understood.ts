import { type Static, Type } from "typebox";
import { component, day, nullable, orNull, text } from "./schema.ts";

const slug = text("Nom sans casse ni accents, utilisable comme filtre et dans les adresses", "dupont-anne");
const name = text("Le nom dans son orthographe la plus complète");

const UnderstoodPerson = component(
  "UnderstoodPerson",
  Type.Object(
    {
      slug,
      name,
      from: day("Dépôt de la première question de cette personne, dans ce rôle"),
      to: day("Dépôt de la dernière"),
    },
    { description: "La personne qu’un nom désigne, et les jours entre lesquels les pages la montrent" },
  ),
);

const UnderstoodHolder = component(
  "UnderstoodHolder",
  Type.Object(
    {
      slug,
      name,
      office: text("Titre tel que publié"),
      from: day("Dépôt de la première question adressée sous ce titre, pendant le même gouvernement"),
      to: day("Dépôt de la dernière"),
    },
    { description: "Quelqu’un qui a exercé une fonction ; les dates sont celles des questions" },
  ),
);

const UnderstoodOffice = component(
  "UnderstoodOffice",
  Type.Object(
    {
      slug: nullable(text("Slug de la compétence ; null quand ce sont des mots de titres", "environnement")),
      name: text("Le nom de la compétence, ou les mots cherchés dans les titres", "Environnement"),
      holders: Type.Array(UnderstoodHolder.ref, {
        description: "Ceux qui l’ont exercée, dans l’ordre où ils apparaissent",
      }),
    },
    { description: "Une fonction : les questions adressées à qui l’exerçait ce jour-là" },
  ),
);

const UnderstoodParty = component(
  "UnderstoodParty",
  Type.Object(
    {
      slug: text("Nom sans casse ni accents, utilisable comme filtre", "ecolo"),
      name: text("Le nom dans son orthographe la plus complète", "Ecolo"),
      spellings: Type.Array(Type.String(), { description: "Toutes ses orthographes, que le filtre réunit" }),
    },
    { description: "Le parti qu’un nom désigne" },
  ),
);

const UNASKED = "null sans ce filtre";

export const Understood = component(
  "Understood",
  Type.Object(
    {
      minister: orNull(
        UnderstoodPerson.ref,
        `Le ministre : celui du nom, ou le seul à avoir exercé la fonction ; ${UNASKED}, ou quand ils sont plusieurs`,
      ),
      office: orNull(
        UnderstoodOffice.ref,
        "La fonction, quand « minister » n’est pas un nom de personne ; null autrement",
      ),
      author: orNull(UnderstoodPerson.ref, `L’auteur ; ${UNASKED}`),
      portfolio: orNull(UnderstoodOffice.ref, `La compétence ; ${UNASKED}`),
      party: orNull(UnderstoodParty.ref, `Le parti ; ${UNASKED}`),
    },
    { description: "Comment les noms demandés ont été compris" },
  ),
);

export const understoodComponents = [
  UnderstoodPerson,
  UnderstoodHolder,
  UnderstoodOffice,
  UnderstoodParty,
  Understood,
];

export type UnderstoodJson = Static<typeof Understood.ref>;
export type UnderstoodPersonJson = NonNullable<UnderstoodJson["minister"]>;
export type UnderstoodOfficeJson = NonNullable<UnderstoodJson["office"]>;
