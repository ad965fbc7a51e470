import eslint from "@eslint/js";
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

const fromNodeTest = (name) => ({ from: "package", package: "node:test", name });

export default defineConfig(
  { ignores: ["data/", "migrations/", "test/fixtures/"] },
  eslint.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-floating-promises": [
        "error",
        { allowForKnownSafeCalls: ["test", "suite", "describe", "it"].map(fromNodeTest) },
      ],
      // A leading underscore says: taken apart in order to leave it out.
      "@typescript-eslint/no-unused-vars": ["error", { varsIgnorePattern: "^_", argsIgnorePattern: "^_" }],
      // Interfaces such as fastify's plugins ask for async functions that have nothing to wait for.
      "@typescript-eslint/require-await": "off",
      // What takes methods apart here are closures, made by functions: they have no `this` to lose.
      "@typescript-eslint/unbound-method": "off",
      eqeqeq: "error",
    },
  },
  {
    rules: {
      // Pages hold control characters, and the parser looks for them.
      "no-control-regex": "off",
      "no-irregular-whitespace": ["error", { skipStrings: true, skipTemplates: true, skipRegExps: true }],
    },
  },
  {
    files: ["**/*.js"],
    languageOptions: {
      globals: { AbortSignal: "readonly", console: "readonly", fetch: "readonly", performance: "readonly" },
    },
  },
  {
    files: ["src/**/*.ts"],
    rules: { "no-console": "error" },
  },
  {
    files: ["src/**/*.ts", "test/**/*.ts", "bench/**/*.ts"],
    rules: {
      "no-restricted-syntax": ["error", { selector: "ExportDefaultDeclaration", message: "Export by name." }],
    },
  },
);
