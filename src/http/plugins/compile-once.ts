import { createHash } from "node:crypto";
import { SerializerSelector } from "@fastify/fast-json-stringify-compiler";
import type { FastifyServerOptions } from "fastify";

type SchemaController = NonNullable<FastifyServerOptions["schemaController"]>;
type Serialize = (value: unknown) => string;

const buildCompiler = SerializerSelector();
const compiled = new Map<string, Serialize>();

/**
 * Compiles each schema of an answer once in this process. Fastify does it for each status of each address, though most of
 * them answer with the same problems, and goes over all components each time: it took most of the start.
 */
export const COMPILE_ONCE: SchemaController = {
  compilersFactory: {
    buildSerializer(components, options) {
      const compile = buildCompiler(components, options);
      const known = createHash("sha256").update(JSON.stringify(components)).digest("base64url");
      return (route) => {
        const key = `${known} ${JSON.stringify(route.schema)}`;
        let serialize = compiled.get(key);
        if (serialize === undefined) {
          serialize = compile(route);
          compiled.set(key, serialize);
        }
        return serialize;
      };
    },
  },
};
