import type { ParsedQuestion } from "../../src/domain/parsed-question.ts";
import type { PageOrigin } from "../../src/domain/page-verdict.ts";
import { type Finding, type ReparseReport } from "../../src/ingest/reparse-report.ts";
import { keptPageReader, reparse, type ReparseOptions } from "../../src/ingest/reparse.ts";
import { preparePages } from "../../src/ingest/take-pages.ts";
import type { RawPage, Source } from "../../src/sources/shared/source.ts";
import { wallonia } from "../../src/sources/wallonia/index.ts";
import type { Database } from "../../src/store/database.ts";
import { createIngestRuns } from "../../src/store/ingest-runs.ts";
import { createPageStore, type Outcome } from "../../src/store/page-store.ts";
import { createReparseStore } from "../../src/store/reparse-store.ts";
import { NOW, PARLIAMENT } from "./page-stores.ts";
import { RENDERINGS } from "./render-question.ts";

/** A page as some rendering shows a question. */
export interface RenderedPage {
  readonly location: string;
  readonly html: string;
  readonly origin: PageOrigin;
}

/** A question as the site would show it, or its text, under its id. */
export function rendered(
  question: ParsedQuestion,
  rendering: "print page" | "page in the frame" | "text",
  { origin = "file", location = `${question.sourceId}.html` }: Partial<RenderedPage> = {},
): RenderedPage {
  const { render } = RENDERINGS.find(({ name }) => name === rendering)!;
  return { location, html: render(question), origin };
}

/** Takes pages in one by one, as their site or a folder brings them. */
export async function takeIn(
  db: Database,
  pages: readonly RenderedPage[],
  source: Source = wallonia,
): Promise<Outcome[]> {
  const store = createPageStore(db, { parliament: PARLIAMENT, now: () => NOW });
  const outcomes: Outcome[] = [];
  for (const { html, ...page } of pages) {
    const status = page.origin === "source" ? 200 : null;
    const incoming = { ...page, bytes: Buffer.from(html), fetchedAt: NOW, status, validators: null };
    outcomes.push(...(await (await preparePages([incoming], source, store)).save()));
  }
  return outcomes;
}

/** A parser that came later, and reads some things otherwise. */
export function laterParser(
  change: (question: ParsedQuestion, page: RawPage) => ParsedQuestion = (question) => question,
  parserVersion = "later",
): Source {
  return { ...wallonia, parserVersion, parse: (page) => change(wallonia.parse(page), page) };
}

/** When pages are read again in these tests. */
export const REPARSED_AT = new Date("2014-09-01T07:00:00Z");

/** Reads everything kept again; with what was told in the meantime. */
export async function reparseWith(
  db: Database,
  source: Source,
  {
    all = false,
    batchSize = 2,
    ...options
  }: Partial<ReparseOptions> & { readonly all?: boolean; readonly batchSize?: number } = {},
): Promise<ReparseReport & { readonly findings: readonly Finding[] }> {
  const findings: Finding[] = [];
  const where = { parliament: PARLIAMENT, now: () => REPARSED_AT };
  const parts = {
    parliament: PARLIAMENT,
    kept: createReparseStore(db, { ...where, reader: keptPageReader(source), all, batchSize }),
    pages: createPageStore(db, where),
    runs: createIngestRuns(db, where),
  };
  const onFinding = (finding: Finding) => void findings.push(finding);
  const report = await reparse(parts, { dryRun: false, onFinding, ...options });
  return { ...report, findings };
}
