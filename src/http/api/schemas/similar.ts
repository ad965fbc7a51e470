import { type Static, Type } from "typebox";
import { TWIN_RELATIONS } from "../../../domain/twins/list-twins.ts";
import { TWIN_KINDS } from "../../../domain/twins/twin-score.ts";
import { QuestionSummary } from "./question.ts";
import { component, oneOf } from "./schema.ts";

const likeness = (description: string) => Type.Number({ description, minimum: 0, maximum: 1 });

const SimilarQuestion = component(
  "SimilarQuestion",
  Type.Object(
    {
      score: likeness(
        "À quel point les deux questions sont la même, de 0 à 1 : la ressemblance des textes, diminuée quand les " +
          "titres diffèrent, d’autant plus que les textes sont courts. Rien n’est donné sous 0,55",
      ),
      kind: oneOf(
        TWIN_KINDS,
        "same : les textes ont les mêmes mots et les mêmes chiffres, aux formules de politesse près ; " +
          "nearlySame : presque, par exemple avec une introduction de plus ou d’autres dates",
      ),
      titleLikeness: likeness("La part commune des titres, comptée par groupes de trois lettres"),
      textLikeness: likeness(
        "La part commune des textes, comptée par mots qui se suivent ; ce qui est demandé y compte pour moitié",
      ),
      relation: oneOf(
        TWIN_RELATIONS,
        "sameDay : déposée le même jour que la question de l’adresse ; earlier : avant ; later : après",
      ),
      question: QuestionSummary.ref,
    },
    { description: "Une question semblable, et en quoi" },
  ),
);

export const SimilarList = component(
  "SimilarList",
  Type.Object(
    {
      items: Type.Array(SimilarQuestion.ref, {
        description: "Les questions semblables, la plus ressemblante d’abord, puis la plus récente",
      }),
    },
    { description: "Les questions semblables à une autre" },
  ),
);

export const SimilarQuery = Type.Object(
  {
    limit: Type.Integer({
      minimum: 1,
      maximum: 50,
      default: 20,
      description: "Nombre de questions au plus",
    }),
  },
  { additionalProperties: false, required: [] },
);

export const similarComponents = [SimilarQuestion, SimilarList];

export type SimilarListJson = Static<typeof SimilarList.ref>;
