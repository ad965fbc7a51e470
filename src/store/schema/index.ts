export * from "./history.ts";
export * from "./ingest-runs.ts";
export * from "./people.ts";
export * from "./questions.ts";
export * from "./snapshots.ts";
export * from "./source-pages.ts";
export * from "./vocabulary.ts";
