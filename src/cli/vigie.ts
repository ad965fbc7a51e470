#!/usr/bin/env node
import { Command } from "commander";
import type { BackfillArguments } from "./backfill.ts";
import type { ExportArguments } from "./export.ts";
import { FILTER_OPTIONS } from "./export-filters.ts";
import { speakFrench } from "./french-help.ts";
import { runCommand } from "./run-command.ts";
import type { StatsArguments } from "./stats.ts";

const PAGES = "pages HTML ou texte, dossiers, ou - pour l’entrée standard";
const SOURCE_ID = [
  "--source-id <iddoc>",
  "identifiant de la seule page donnée, quand son nom ne le dit pas",
] as const;

const program = speakFrench(new Command("vigie")).description(
  "Suit les questions écrites posées aux ministres wallons.",
);

// Each command is loaded when it is called: reading a page needs neither database nor web server.
program
  .command("parse")
  .description("lit des pages de questions et en donne une ligne de JSON chacune")
  .argument("<fichiers...>", PAGES)
  .option(...SOURCE_ID)
  .action(async (files: string[], options: { sourceId?: string }) => {
    const { parseCommand } = await import("./parse.ts");
    await runCommand(() => parseCommand(files, options));
  });

program
  .command("import")
  .description(
    "lit et conserve des pages de questions, ou remplit un registre vide d’un paquet de « vigie dump »",
  )
  .argument("<chemins...>", PAGES)
  .option("--json", "donne le résultat en JSON")
  .option(...SOURCE_ID)
  .action(async (paths: string[], options: { json?: boolean; sourceId?: string }) => {
    const { importCommand } = await import("./import.ts");
    await runCommand(() => importCommand(paths, options));
  });

program
  .command("ingest")
  .description("fait une ronde : nouvelles questions, nouvelles réponses")
  .option("--nightly", "la ronde plus longue de la nuit")
  .option("--json", "donne le résultat en JSON")
  .action(async (options: { json?: boolean; nightly?: boolean }) => {
    const { ingestCommand } = await import("./ingest.ts");
    await runCommand(() => ingestCommand(options));
  });

program
  .command("backfill")
  .description("va chercher les pages d’une suite de numéros du site ; reprend où il en était")
  .requiredOption("--from <numéro>", "le plus petit numéro")
  .requiredOption("--to <numéro>", "le plus grand numéro")
  .option("--oldest-first", "commence par le plus petit, au lieu du plus grand")
  .option("--json", "donne le résultat en JSON")
  .action(async (options: BackfillArguments) => {
    const { backfillCommand } = await import("./backfill.ts");
    await runCommand(() => backfillCommand(options));
  });

program
  .command("reparse")
  .description("relit les pages conservées avec l’analyseur actuel, et dit ce qui change avant de le changer")
  .option("--dry-run", "dit ce qui changerait, et ne change rien")
  .option("--all", "relit aussi ce que cet analyseur a déjà lu")
  .option("--json", "donne une ligne de JSON par constat, et le résultat dans la dernière")
  .action(async (options: { dryRun?: boolean; all?: boolean; json?: boolean }) => {
    const { reparseCommand } = await import("./reparse.ts");
    await runCommand(() => reparseCommand(options));
  });

program
  .command("recompute")
  .description(
    "recalcule ce qui découle des questions (dates limites, natures, délais, personnes), et le note",
  )
  .option("--json", "donne le résultat en JSON")
  .action(async (options: { json?: boolean }) => {
    const { recomputeCommand } = await import("./recompute.ts");
    await runCommand(() => recomputeCommand(options));
  });

program
  .command("dump")
  .description("écrit dans un dossier, que « vigie import » peut relire, tout ce qui est conservé")
  .option("--out <dossier>", "un dossier vide ou à créer, au lieu de celui du jour")
  .option("--json", "donne le résultat en JSON")
  .action(async (options: { out?: string; json?: boolean }) => {
    const { dumpCommand } = await import("./dump.ts");
    await runCommand(() => dumpCommand(options));
  });

program
  .command("stats")
  .description("montre la couverture, les nombres et les temps de réponse")
  .option("--by <groupe>", "minister (sans cette option), party, portfolio, session ou month")
  .option("--as-of <jour>", "ce qui est daté de ce jour ou d’avant (AAAA-MM-JJ), au lieu d’aujourd’hui")
  .option("--json", "donne en JSON ce que donne /api/v1/stats/delays, avec la couverture")
  .action(async (options: StatsArguments) => {
    const { statsCommand } = await import("./stats.ts");
    await runCommand(() => statsCommand(options));
  });

const exporting = program
  .command("export")
  .description("donne toutes les questions, ou celles d’un filtre, à mesure qu’elles sont lues")
  .requiredOption("--format <format>", "csv ou jsonl")
  .option("--out <fichier>", "écrit dans ce fichier, au lieu de la sortie standard")
  .action(async (options: ExportArguments) => {
    const { exportCommand } = await import("./export.ts");
    await runCommand(() => exportCommand(options));
  });
for (const { flags, description } of FILTER_OPTIONS) exporting.option(flags, description);

program
  .command("doctor")
  .description("vérifie la configuration, la base, le site du Parlement et le courriel, et dit quoi faire")
  .option("--json", "donne une ligne de JSON par constat")
  .action(async (options: { json?: boolean }) => {
    const { doctorCommand } = await import("./doctor/doctor.ts");
    await runCommand(() => doctorCommand(options));
  });

program
  .command("serve")
  .description("ouvre le site et l’API")
  .action(async () => {
    const { serveCommand } = await import("./serve.ts");
    await runCommand(() => serveCommand({ endsWithParent: false }));
  });

await program.parseAsync();
