import type { FastifyHelmetOptions } from "@fastify/helmet";

/**
 * Headers that let a page load our own style sheets, fonts and images and nothing else: no script, no other
 * host. Browsers are told to stay with https only where readers reach us that way.
 */
export function securityHeaders(baseUrl: string): FastifyHelmetOptions {
  const self = ["'self'"];
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: self,
        fontSrc: self,
        imgSrc: self,
        formAction: self,
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    frameguard: { action: "deny" },
    strictTransportSecurity: baseUrl.startsWith("https:"),
  };
}
