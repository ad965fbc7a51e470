import { html } from "ghtml";
import type { Operation, Parameter } from "./api-document.ts";
import { typeOf } from "./docs-schema.ts";

interface Described {
  readonly baseUrl: string;
  readonly path: string;
  readonly operation: Operation;
  readonly values: ReadonlyMap<string, string>;
}

/** What every address may answer is said once, at the head of the page. */
const EVERYWHERE = ["304", "400", "429", "5XX"];

const isItsOwn = ([status]: readonly [string, unknown]) => !EVERYWHERE.includes(status);

/** One address: what it gives, its parameters, what it answers, and a call to copy. */
export function operationSection({ baseUrl, path, operation, values }: Described): string {
  const { operationId, summary, description, parameters = [], responses } = operation;
  const inPath = parameters.filter((parameter) => parameter.in === "path");
  const inQuery = parameters.filter((parameter) => parameter.in === "query");
  return html`<article class="operation" aria-labelledby="${operationId}">
    <h3 id="${operationId}">${summary}</h3>
    <p class="address">
      <code><b>GET</b> !${breakable(path)}</code>
    </p>
    <p>${description}</p>
    !${
      parameters.length === 0
        ? ""
        : html`<h4>Paramètres</h4>
            <dl class="terms">!${[...inPath, ...inQuery].map(parameterTerm)}</dl>`
    }
    <h4>Réponses</h4>
    <dl class="terms">
      !${Object.entries(responses)
        .filter(isItsOwn)
        .map(
          ([status, response]) => html`
            <div>
              <dt>
                <code>${status}</code>
                !${Object.values(response.content ?? {}).map(
                  ({ schema }) => html`<span class="type">!${typeOf(schema)}</span>`,
                )}
              </dt>
              <dd>${response.description}.</dd>
            </div>
          `,
        )}
    </dl>
    <h4>Exemple</h4>
    <pre><code>curl '${exampleUrl(baseUrl, path, parameters, values)}'</code></pre>
  </article>`;
}

function parameterTerm({ name, required, description, schema }: Parameter): string {
  const given =
    schema.default === undefined ? "" : html` Sans lui&nbsp;:&nbsp;<code>${schema.default}</code>.`;
  return html`<div>
    <dt>
      <code>${name}</code>
      <span class="type">!${typeOf(schema)}${required === true ? ", requis" : ""}</span>
    </dt>
    <dd>${description}.!${given}</dd>
  </div>`;
}

/** The path, with a place to break after each part for narrow screens. */
function breakable(path: string): string {
  return path
    .split("/")
    .map((part) => html`${part}`)
    .join("/<wbr>");
}

/** The address with its parts filled in, and with the first filter that an example is known for. */
function exampleUrl(
  baseUrl: string,
  path: string,
  parameters: readonly Parameter[],
  values: ReadonlyMap<string, string>,
): string {
  const valueOf = ({ name, example }: Parameter) =>
    encode(values.get(`${path} ${name}`) ?? values.get(name) ?? example ?? "");
  const filled = parameters
    .filter((parameter) => parameter.in === "path")
    .reduce((address, parameter) => address.replace(`{${parameter.name}}`, () => valueOf(parameter)), path);
  const filter = parameters.find((parameter) => parameter.in === "query" && parameter.example !== undefined);
  const query = filter === undefined ? "" : `?${filter.name}=${valueOf(filter)}`;
  return `${baseUrl}${filled}${query}`;
}

/** Safe between the single quotes of a shell as well. */
const encode = (value: string) => encodeURIComponent(value).replaceAll("'", "%27");
