import { type TSchema, Type } from "typebox";

const orNull = (type: string) => Type.Unsafe({ type: [type, "null"] });

const day = Type.String({ format: "date" });
const integer = Type.Integer();

/** A question as one version of its page has it (`domain/question-content`). */
const content = Type.Object({
  title: Type.String(),
  session: Type.String(),
  year: integer,
  officialReference: Type.String(),
  officialNumber: integer,
  tabledOn: day,
  askedBy: Type.String(),
  addressedTo: Type.Object({ name: Type.String(), office: orNull("string") }),
  questionText: Type.String(),
  answers: Type.Array(
    Type.Object({
      kind: Type.Enum(["answer", "holdingAnswer", "authorNote"]),
      answeredOn: day,
      answeredBy: Type.String(),
      text: Type.String(),
      attachments: Type.Array(Type.Object({ label: Type.String(), url: orNull("string") })),
    }),
  ),
});

const changes = Type.Array(
  Type.Object({
    kind: Type.Enum(["edited", "completed", "answerAdded", "answerRemoved"]),
    path: Type.String(),
    before: Type.Unknown(),
    after: Type.Unknown(),
  }),
);

const warnings = Type.Array(
  Type.Object({ code: Type.String(), message: Type.String(), text: Type.Optional(Type.String()) }),
);

const recomputation = Type.Object({
  fingerprint: Type.String(),
  answerRules: Type.Array(Type.Object({ id: Type.String(), verified: Type.Boolean() })),
  changed: Type.Record(Type.String(), integer),
});

/** The form of each column of `jsonb`, by the names the database gives to table and column. */
export const JSON_SHAPES: Readonly<Record<string, TSchema>> = {
  "question_revisions.content": content,
  "question_revisions.changes": changes,
  "questions.warnings": warnings,
  "answers.nature_evidence": Type.Array(Type.String()),
  "ingest_runs.recomputation": recomputation,
};
