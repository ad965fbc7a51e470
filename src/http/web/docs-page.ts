import { html } from "ghtml";
import { PROBLEMS } from "../problems.ts";
import type { ApiDocument, Operation } from "./api-document.ts";
import { operationSection } from "./docs-operation.ts";
import { schemaSection } from "./docs-schema.ts";

/**
 * The whole page. `values` replaces the examples of the document, by the name of the parameter, after the address where
 * it is meant for one alone.
 */
export function docsPage(document: ApiDocument, values: ReadonlyMap<string, string>): string {
  const { info, servers, tags, components } = document;
  const baseUrl = servers[0]?.url ?? "";
  const operations = Object.entries(document.paths).flatMap(([path, { get }]) =>
    get === undefined ? [] : [{ path, operation: get }],
  );
  const ofTag = (tag: string) => operations.filter(({ operation }) => operation.tags.includes(tag));
  return html`<!doctype html>
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>Interroger Vigie par programme</title>
        <link rel="stylesheet" href="/static/vigie.css" />
      </head>
      <body>
        <a class="skip" href="#contenu">Aller au contenu</a>
        <header class="masthead">
          <p>
            <strong class="brand">Vigie</strong>
            <span>questions écrites au Gouvernement wallon</span>
          </p>
        </header>
        <main id="contenu" class="page">
          <div class="intro">
            <h1>Interroger Vigie par programme</h1>
            <p class="lead">${info.summary}.</p>
            <p>${info.description}</p>
            <p>
              Cette page est tirée du document
              <a href="/api/v1/openapi.json">OpenAPI&nbsp;3.1</a> que sert la version&nbsp;${info.version}.
            </p>
            <p>
              Toutes ces adresses, hors surveillance, répondent aussi <code>304</code> quand rien n’a changé
              depuis la version que le client possède, <code>400</code> quand un paramètre est inconnu ou mal
              écrit, <code>429</code> quand le client demande trop souvent, et <code>5XX</code> quand la faute
              est de notre côté.
            </p>
          </div>
          <nav class="contents" aria-label="Sommaire">
            !${tags.map(({ name }) => contentsOf(name, ofTag(name)))}
            <p><a href="#formes">Formes des réponses</a></p>
            <p><a href="#erreurs">Erreurs</a></p>
          </nav>
          <div class="body">
            !${tags.map(
              ({ name, description }) => html`
                <section aria-labelledby="${name}">
                  <h2 id="${name}">${description}</h2>
                  !${ofTag(name).map(({ path, operation }) =>
                    operationSection({ baseUrl, path, operation, values }),
                  )}
                </section>
              `,
            )}
            <section aria-labelledby="formes">
              <h2 id="formes">Formes des réponses</h2>
              !${Object.entries(components.schemas).map(([name, schema]) => schemaSection(name, schema))}
            </section>
            !${problemsSection()}
          </div>
        </main>
      </body>
    </html> `;
}

function contentsOf(tag: string, operations: readonly { path: string; operation: Operation }[]): string {
  return html`<p><a href="#${tag}">${tag}</a></p>
    <ul>
      !${operations.map(
        ({ path, operation }) =>
          html`<li>
            <a href="#${operation.operationId}"><code>${path}</code></a>
          </li>`,
      )}
    </ul>`;
}

function problemsSection(): string {
  return html`<section aria-labelledby="erreurs">
    <h2 id="erreurs">Erreurs</h2>
    <p>
      Une erreur vient comme <code>application/problem+json</code>, dans la forme
      <a href="#Problem">Problem</a>. Son <code>code</code> ne change pas.
    </p>
    <dl class="terms">
      !${Object.entries(PROBLEMS).map(
        ([code, { status, meaning }]) => html`
          <div id="${code}">
            <dt><code>${code}</code> <span class="type">${status}</span></dt>
            <dd>${meaning}</dd>
          </div>
        `,
      )}
    </dl>
  </section>`;
}
