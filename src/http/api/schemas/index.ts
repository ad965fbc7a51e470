import { coverageComponents } from "./coverage.ts";
import { deadlineComponents } from "./deadline.ts";
import { delayComponents } from "./delays.ts";
import { eventComponents } from "./event.ts";
import { listComponents } from "./lists.ts";
import { officeComponents } from "./offices.ts";
import { portfolioComponents } from "./portfolio.ts";
import { Problem } from "./problem.ts";
import { questionComponents } from "./question.ts";
import { revisionComponents } from "./revision.ts";
import { runComponents } from "./run.ts";

/** Every schema that has a name, for the application to know and the document to list. */
export const components = [
  ...questionComponents,
  ...deadlineComponents,
  ...revisionComponents,
  ...eventComponents,
  ...listComponents,
  ...officeComponents,
  ...portfolioComponents,
  ...runComponents,
  ...coverageComponents,
  ...delayComponents,
  Problem,
];
