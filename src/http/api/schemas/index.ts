import { coverageComponents } from "./coverage.ts";
import { deadlineComponents } from "./deadline.ts";
import { delayComponents } from "./delays.ts";
import { dumpComponents } from "./dump.ts";
import { eventComponents } from "./event.ts";
import { feedComponents } from "./json-feed.ts";
import { listComponents } from "./lists.ts";
import { officeComponents } from "./offices.ts";
import { popoloComponents } from "./popolo.ts";
import { portfolioComponents } from "./portfolio.ts";
import { Problem } from "./problem.ts";
import { questionComponents } from "./question.ts";
import { revisionComponents } from "./revision.ts";
import { runComponents } from "./run.ts";
import { similarComponents } from "./similar.ts";
import { searchComponents } from "./search.ts";
import { understoodComponents } from "./understood.ts";

/** Every schema that has a name, for the application to know and the document to list. */
export const components = [
  ...questionComponents,
  ...deadlineComponents,
  ...revisionComponents,
  ...similarComponents,
  ...eventComponents,
  ...feedComponents,
  ...searchComponents,
  ...understoodComponents,
  ...listComponents,
  ...officeComponents,
  ...portfolioComponents,
  ...popoloComponents,
  ...runComponents,
  ...coverageComponents,
  ...delayComponents,
  ...dumpComponents,
  Problem,
];
