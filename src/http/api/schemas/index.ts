import { coverageComponents } from "./coverage.ts";
import { eventComponents } from "./event.ts";
import { listComponents } from "./lists.ts";
import { Problem } from "./problem.ts";
import { questionComponents } from "./question.ts";
import { revisionComponents } from "./revision.ts";
import { runComponents } from "./run.ts";

/** Every schema that has a name, for the application to know and the document to list. */
export const components = [
  ...questionComponents,
  ...revisionComponents,
  ...eventComponents,
  ...listComponents,
  ...runComponents,
  ...coverageComponents,
  Problem,
];
