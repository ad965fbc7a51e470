import { type Static, type TSchema, type TUnsafe, Type } from "typebox";

/** A schema that goes by a name: stated once in the document, and pointed to everywhere else. */
export interface Component<Shape extends TSchema = TSchema> {
  readonly schema: TSchema & { readonly $id: string };
  /** What routes and other schemas say instead of repeating it. */
  readonly ref: TUnsafe<Static<Shape>>;
}

export function component<Shape extends TSchema>($id: string, shape: Shape): Component<Shape> {
  return { schema: { $id, ...shape }, ref: Type.Unsafe<Static<Shape>>({ $ref: `${$id}#` }) };
}

/** The same schema, or null. Only for schemas of one simple type. */
export function nullable<Shape extends TSchema & { readonly type: string }>(shape: Shape) {
  return Type.Unsafe<Static<Shape> | null>({ ...shape, type: [shape.type, "null"] });
}

/** What a component describes, or null. */
export const orNull = <Shape>(ref: TUnsafe<Shape>, description: string) =>
  Type.Unsafe<Shape | null>({ anyOf: [ref, { type: "null" }], description });

const annotated = (description: string, examples: readonly string[]) =>
  examples.length === 0 ? { description } : { description, examples };

export const text = (description: string, ...examples: string[]) =>
  Type.String(annotated(description, examples));

/** A calendar day; no time and no zone. */
export const day = (description: string, ...examples: string[]) =>
  Type.String({ format: "date", ...annotated(description, examples) });

/** A moment, in UTC. */
export const instant = (description: string, ...examples: string[]) =>
  Type.String({ format: "date-time", ...annotated(description, examples) });

export const count = (description: string) => Type.Integer({ description, minimum: 0 });

/** One word of a closed list. */
export const oneOf = <const Words extends readonly string[]>(words: Words, description: string) =>
  Type.Unsafe<Words[number]>({ type: "string", enum: [...words], description });
