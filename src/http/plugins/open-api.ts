import swagger from "@fastify/swagger";
import type { FastifyInstance } from "fastify";
import { components } from "../api/schemas/index.ts";

/** Has the OpenAPI 3.1 document made from the routes; must be called before they are added. */
export function describeRoutes(
  app: FastifyInstance,
  { baseUrl, version }: { baseUrl: string; version: string },
) {
  for (const { schema } of components) app.addSchema(schema);
  app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Vigie",
        version,
        summary: "Les questions écrites au Gouvernement wallon, et le temps que prennent leurs réponses",
        description:
          "Lecture libre, sans inscription. Les dates sont des jours du calendrier (AAAA-MM-JJ), " +
          "les moments sont en UTC. Une erreur est un « problème » (RFC 9457) dont « code » est " +
          "stable. Une réponse peut servir une minute sans être redemandée (« Cache-Control »), puis être revalidée par " +
          "« ETag » ; les pages d’autres sites peuvent lire (CORS). Chaque adresse de client a droit à un nombre de " +
          "requêtes par minute, que les en-têtes « RateLimit-Policy » et « RateLimit » disent à chaque réponse ; " +
          "au-delà, c’est 429 et « Retry-After ».",
        license: { name: "EUPL-1.2", identifier: "EUPL-1.2" },
      },
      servers: [{ url: baseUrl }],
      tags: [
        { name: "Questions", description: "Chercher et lire les questions" },
        { name: "Auteurs", description: "Qui interroge" },
        { name: "Ministres", description: "Qui est interrogé, et sur quoi" },
        { name: "Statistiques", description: "Le temps que prennent les réponses" },
        { name: "Sessions", description: "Le calendrier du Parlement" },
        { name: "Collecte", description: "Ce qui a été lu du site, et ce qui manque" },
        { name: "Données", description: "Ce qui est à emporter : tout, ou ce que donne un filtre" },
        { name: "Service", description: "L’état du service et sa description" },
      ],
    },
    // A path belongs to the application whatever the address under which it is reached.
    stripBasePath: false,
    convertConstToEnum: false,
    refResolver: {
      buildLocalReference: ({ $id }, _base, _fragment, i) => (typeof $id === "string" ? $id : `Schema${i}`),
    },
  });
}
