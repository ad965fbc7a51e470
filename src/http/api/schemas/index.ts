import { listComponents } from "./lists.ts";
import { Problem } from "./problem.ts";
import { questionComponents } from "./question.ts";

/** Every schema that has a name, for the application to know and the document to list. */
export const components = [...questionComponents, ...listComponents, Problem];
