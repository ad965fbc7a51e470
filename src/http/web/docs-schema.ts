import { html } from "ghtml";
import { nameOf, type Schema } from "./api-document.ts";

/** A named schema with its fields. */
export function schemaSection(name: string, schema: Schema): string {
  return html`<article class="schema" aria-labelledby="${name}">
    <h3 id="${name}">${name}</h3>
    <p>${schema.description ?? ""}.</p>
    !${fields(schema)}
  </article>`;
}

function fields({ properties = {}, required = [] }: Schema): string {
  return html`<dl class="terms">
    !${Object.entries(properties).map(
      ([name, field]) => html`
        <div>
          <dt>
            <code>${name}</code>
            <span class="type">!${typeOf(field)}${required.includes(name) ? "" : ", parfois absent"}</span>
          </dt>
          <dd>!${field.description === undefined ? "" : html`${field.description}.`} !${nested(field)}</dd>
        </div>
      `,
    )}
  </dl>`;
}

/** The fields of an object that has no name of its own, or of a list of such. */
function nested(field: Schema): string {
  if (field.properties !== undefined) return fields(field);
  return field.items?.properties === undefined ? "" : fields(field.items);
}

const WORDS: Readonly<Record<string, string>> = {
  string: "texte",
  integer: "entier",
  number: "nombre",
  boolean: "true ou false",
  object: "objet",
  null: "null",
};

/** What a value may be, in words, as HTML. */
export function typeOf(schema: Schema): string {
  const name = nameOf(schema);
  if (name !== null) return html`<a href="#${name}">${name}</a>`;
  if (schema.items !== undefined) return `liste de ${typeOf(schema.items)}`;
  if (schema.enum !== undefined)
    return schema.enum.map((word) => html`<code>${word ?? "null"}</code>`).join(", ");
  const types = typeof schema.type === "string" ? [schema.type] : (schema.type ?? []);
  return types.map((type) => html`${wordFor(type, schema)}`).join(" ou ");
}

function wordFor(type: string, { format, minimum, maximum }: Schema): string {
  if (type === "string" && format === "date") return "jour";
  if (type === "string" && format === "date-time") return "moment";
  if (type === "integer" && minimum !== undefined && maximum !== undefined) {
    return `entier de ${minimum} à ${maximum}`;
  }
  return WORDS[type] ?? type;
}
