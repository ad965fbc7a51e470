import { Option } from "commander";
import type { FilterQuery } from "../http/api/schemas/question-query.ts";

/** An option of the command line that stands for a filter of the API. */
export interface FilterOption {
  readonly flags: `--${string}`;
  readonly description: string;
  readonly parameter: keyof FilterQuery;
}

/** The filters of `vigie export`; days of tabling have the short names. */
export const FILTER_OPTIONS: readonly FilterOption[] = [
  { flags: "--q <mots>", description: "mots cherchés, comme sur le site", parameter: "q" },
  { flags: "--exact", description: "ces mots sans leurs synonymes", parameter: "exact" },
  {
    flags: "--minister <nom>",
    description: "ministre interrogé, ou mots d’une fonction",
    parameter: "minister",
  },
  { flags: "--author <nom>", description: "auteur de la question", parameter: "author" },
  { flags: "--party <parti>", description: "parti de l’auteur ce jour-là", parameter: "party" },
  {
    flags: "--portfolio <compétence>",
    description: "compétence du ministre ce jour-là",
    parameter: "portfolio",
  },
  {
    flags: "--session <session>",
    description: "session parlementaire (2013-2014, se2014)",
    parameter: "session",
  },
  { flags: "--state <états>", description: "état, ou états séparés par une virgule", parameter: "state" },
  {
    flags: "--overdue",
    description: "seulement celles dont la date limite est passée",
    parameter: "overdue",
  },
  {
    flags: "--from <jour>",
    description: "déposées ce jour-là ou après (AAAA-MM-JJ)",
    parameter: "tabledFrom",
  },
  { flags: "--to <jour>", description: "déposées ce jour-là ou avant", parameter: "tabledTo" },
  {
    flags: "--answered-from <jour>",
    description: "répondues ce jour-là ou après",
    parameter: "answeredFrom",
  },
  { flags: "--answered-to <jour>", description: "répondues ce jour-là ou avant", parameter: "answeredTo" },
  {
    flags: "--modified-since <moment>",
    description: "nouvelles ou changées depuis ce moment ou ce jour",
    parameter: "modifiedSince",
  },
];

/** The name of an option as it is typed: `--answered-from`. */
export const nameOf = ({ flags }: FilterOption) => new Option(flags).long ?? flags;

/** The key under which the values of an option are given: `answeredFrom`. */
export const keyOf = ({ flags }: FilterOption) => new Option(flags).attributeName();
