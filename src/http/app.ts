import { randomUUID } from "node:crypto";
import compress from "@fastify/compress";
import etag from "@fastify/etag";
import helmet from "@fastify/helmet";
import { fastify, type FastifyBaseLogger, type FastifyInstance } from "fastify";
import type { AnswerCalendar } from "../domain/deadline/answer-calendar.ts";
import type { AuthorReader } from "../store/author-reader.ts";
import type { CoverageReader } from "../store/coverage-reader.ts";
import type { DelayReader } from "../store/delay-reader.ts";
import type { DumpShelf } from "../store/dump/dump-shelf.ts";
import type { DirectoryReader } from "../store/directory-reader.ts";
import type { EventReader } from "../store/event-reader.ts";
import type { FeedReader } from "../store/feed-reader.ts";
import type { FiguresReader } from "../store/figures-reader.ts";
import type { MinisterReader } from "../store/minister-reader.ts";
import type { PersonReader } from "../store/person-reader.ts";
import type { PortfolioReader } from "../store/portfolio-reader.ts";
import type { QuestionReader } from "../store/question-reader.ts";
import type { WalkQuestions } from "../store/question-walk.ts";
import type { RevisionReader } from "../store/revision-reader.ts";
import type { RunReader } from "../store/run-reader.ts";
import type { SearchReader } from "../store/search/search-reader.ts";
import type { SessionReader } from "../store/session-reader.ts";
import type { SnapshotReader } from "../store/snapshot-reader.ts";
import type { SourceReader } from "../store/source-reader.ts";
import type { TwinReader } from "../store/twin-reader.ts";
import { akomaNtosoRoutes } from "./api/akoma-ntoso.ts";
import { authorsRoutes } from "./api/authors.ts";
import { deadlineRoutes } from "./api/deadline.ts";
import { comparisonRoutes } from "./api/delays/comparison.ts";
import { delaysRoutes } from "./api/delays/delays.ts";
import { ownDelaysRoutes } from "./api/delays/own-delays.ts";
import { eventsRoutes } from "./api/events.ts";
import { healthRoutes } from "./api/health.ts";
import { ingestRoutes } from "./api/ingest.ts";
import { ministersRoutes } from "./api/ministers.ts";
import { openApiRoutes } from "./api/open-api.ts";
import { popoloRoutes } from "./api/popolo.ts";
import { questionHistoryRoutes } from "./api/question-history.ts";
import { portfoliosRoutes } from "./api/portfolios.ts";
import { createQuestionPresenter } from "./api/question-json.ts";
import { questionsRoutes } from "./api/questions.ts";
import { sessionsRoutes } from "./api/sessions.ts";
import { similarRoutes } from "./api/similar.ts";
import { questionExportsRoutes } from "./exports/question-exports.ts";
import { feedsRoutes } from "./feeds/feeds.ts";
import { dumpsRoutes } from "./exports/dumps.ts";
import { metricsRoutes } from "./metrics.ts";
import { COMPILE_ONCE } from "./plugins/compile-once.ts";
import { answerConditionally } from "./plugins/conditional-requests.ts";
import { openToEveryOrigin } from "./plugins/cross-origin.ts";
import { createErrorHandler } from "./plugins/error-handler.ts";
import { describeRoutes } from "./plugins/open-api.ts";
import { limitRate } from "./plugins/rate-limit.ts";
import { securityHeaders } from "./plugins/security-headers.ts";
import { BODY_LIMIT, createLimitedServer, refuseLongAddresses } from "./plugins/server-limits.ts";
import { refuseUnknownRoutes } from "./plugins/unknown-routes.ts";
import { HEADERS_OF_UNREADABLE } from "./plugins/unreadable-requests.ts";
import { docsRoutes } from "./web/docs.ts";
import { staticRoutes } from "./web/static.ts";

/** What the application answers from; it opens and closes none of it. */
export interface AppOptions {
  readonly questions: QuestionReader;
  readonly twins: TwinReader;
  readonly walkQuestions: WalkQuestions;
  readonly persons: PersonReader;
  readonly directory: DirectoryReader;
  readonly ministers: MinisterReader;
  readonly authors: AuthorReader;
  readonly portfolios: PortfolioReader;
  readonly sessions: SessionReader;
  readonly search: SearchReader;
  readonly revisions: RevisionReader;
  readonly snapshots: SnapshotReader;
  readonly events: EventReader;
  readonly feeds: FeedReader;
  readonly runs: RunReader;
  readonly coverage: CoverageReader;
  readonly source: SourceReader;
  readonly figures: FiguresReader;
  readonly delays: DelayReader;
  readonly dumps: Pick<DumpShelf, "list" | "findNewest" | "findFile">;
  readonly answerCalendar: AnswerCalendar;
  /** First part of every public id: `wallonia`. */
  readonly parliament: string;
  /** As readers call it: « Parlement de Wallonie ». */
  readonly parliamentName: string;
  /** ISO 3166-1 code of its country, in lower case. */
  readonly country: string;
  /** Address under which readers reach the server, without a final slash. */
  readonly baseUrl: string;
  /** The official page of a question, or null where its number is not known. */
  readonly sourceUrlOf: (sourceId: string) => string | null;
  /** False, and not an error, where the database does not answer. */
  readonly isReady: () => Promise<boolean>;
  readonly now: () => Date;
  /** Of the program, as its documentation shows it. */
  readonly version: string;
  /** Null: nothing is logged. */
  readonly logger: FastifyBaseLogger | null;
  /** How often one client may ask within a minute; null or left out: as often as it likes. */
  readonly rateLimitPerMinute?: number | null;
  /**
   * The proxies whose word on the client's address is taken: how many stand before the server, or their addresses and
   * networks; left out: nobody's.
   */
  readonly trustProxy?: number | readonly string[];
}

const API = "/api/v1";

/** Longest part of an address that stands for a name or an id, in characters. */
const LONGEST_PARAMETER = 300;

/** Fastify trusts nobody where it is given a number, since it cannot tell who is the last of so many. */
function proxiesOf(trusted: number | readonly string[]) {
  if (typeof trusted !== "number") return [...trusted];
  return trusted === 0 ? false : (_address: string, hop: number) => hop < trusted;
}

/** The HTTP application, whole but not listening. */
export function createApp(options: AppOptions): FastifyInstance {
  const { baseUrl, version, logger, rateLimitPerMinute = null, trustProxy = 0 } = options;
  const docsUrl = `${baseUrl}/api/docs`;
  const handleError = createErrorHandler({ docsUrl });
  const app = fastify({
    ...(logger === null ? {} : { loggerInstance: logger }),
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: LONGEST_PARAMETER, ignoreTrailingSlash: true },
    // A parameter nobody knows is an error to tell, not something to drop; one given twice stays visible.
    ajv: { customOptions: { removeAdditional: false, coerceTypes: true } },
    // No hook runs for an address that cannot be read.
    frameworkErrors: (error, request, reply) =>
      handleError(error, request, reply.headers(HEADERS_OF_UNREADABLE)),
    schemaController: COMPILE_ONCE,
    bodyLimit: BODY_LIMIT,
    trustProxy: proxiesOf(trustProxy),
    serverFactory: (listener) => createLimitedServer(listener, { docsUrl }),
    // Fastify asks this for the first server alone; for `localhost` there are two, which answer for themselves.
    clientErrorHandler: () => undefined,
  });
  app.setErrorHandler(handleError);

  app.register(helmet, securityHeaders(baseUrl));
  openToEveryOrigin(app);
  if (rateLimitPerMinute !== null) limitRate(app, rateLimitPerMinute);
  app.register(etag, { weak: true, replyWith304: false });
  // Hooks run in the order in which they are added: a refusal too carries the headers, and a tag comes first.
  app.after(() => {
    refuseLongAddresses(app);
    refuseUnknownRoutes(app);
    app.addHook("onSend", answerConditionally);
  });
  app.register(compress, { globalDecompression: false });
  describeRoutes(app, { baseUrl, version });

  const present = createQuestionPresenter(options);
  app.register(questionsRoutes, { ...options, present, prefix: API });
  app.register(deadlineRoutes, { ...options, present, prefix: API });
  app.register(questionHistoryRoutes, { ...options, prefix: API });
  app.register(similarRoutes, { ...options, present, prefix: API });
  app.register(akomaNtosoRoutes, { ...options, prefix: API });
  app.register(eventsRoutes, { ...options, prefix: API });
  app.register(ministersRoutes, { ...options, present, prefix: API });
  app.register(authorsRoutes, { ...options, present, prefix: API });
  app.register(ownDelaysRoutes, { ...options, prefix: API });
  app.register(delaysRoutes, { ...options, prefix: API });
  app.register(comparisonRoutes, { ...options, prefix: API });
  app.register(portfoliosRoutes, { ...options, present, prefix: API });
  app.register(popoloRoutes, { ...options, prefix: API });
  app.register(questionExportsRoutes, { ...options, present });
  app.register(sessionsRoutes, { ...options, present, prefix: API });
  app.register(ingestRoutes, { ...options, prefix: API });
  app.register(openApiRoutes, { describe: () => app.swagger(), prefix: API });
  app.register(feedsRoutes, options);
  app.register(healthRoutes, { ...options, prefix: "/health" });
  app.register(metricsRoutes, options);
  app.register(dumpsRoutes, options);
  app.register(docsRoutes, { ...options, describe: () => app.swagger() });
  app.register(staticRoutes);
  return app;
}
