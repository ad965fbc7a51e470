import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
} from "drizzle-orm/pg-core";
import type { AnswerNature } from "../../domain/answer-nature/answer-nature.ts";
import type { QuestionState } from "../../domain/answer-times.ts";
import type { DelayDoubt } from "../../domain/delay-doubt.ts";
import type { AnswerKind, ParseWarning } from "../../domain/parsed-question.ts";
import { day, identity, instant, parliament, reference, wordVector } from "./columns.ts";
import { offices, persons } from "./people.ts";
import { snapshots } from "./snapshots.ts";

/** Written questions as they stand now; what they were before is in `question_revisions`. */
export const questions = pgTable(
  "questions",
  {
    parliament: parliament(),
    id: identity(),
    /** The site's `iddoc`, or `ref-…` while nothing tells it. */
    sourceId: text("source_id").notNull(),
    title: text("title").notNull(),
    session: text("session").notNull(),
    year: integer("year").notNull(),
    officialReference: text("official_reference").notNull(),
    officialNumber: integer("official_number").notNull(),
    tabledOn: day("tabled_on").notNull(),
    askedByName: text("asked_by_name").notNull(),
    askedById: reference("asked_by_id").notNull(),
    addressedToName: text("addressed_to_name").notNull(),
    addressedToId: reference("addressed_to_id").notNull(),
    /** The title of the addressee, verbatim; null where the page gives none. */
    addressedToOffice: text("addressed_to_office"),
    officeId: reference("office_id"),
    questionText: text("question_text").notNull(),
    announcedItems: integer("announced_items"),
    warnings: jsonb("warnings").$type<readonly ParseWarning[]>().notNull(),
    /**
     * From here to `searchRules` all is derived, whenever a version is stored and when the rules or the reference data
     * it rests on have changed (`vigie recompute`). This and the dates of the clocks are by `domain/answer-times`.
     */
    state: text("state").$type<QuestionState>().notNull(),
    /** Kept from an earlier version where the page has since replaced its holding answer. */
    firstReplyOn: day("first_reply_on"),
    answeredOn: day("answered_on"),
    /** What the answer is that `answeredOn` dates; null without one, or where it has no words. */
    answerNature: text("answer_nature").$type<AnswerNature>(),
    /** When the author gave the written answer up; null where nobody did. */
    convertedOn: day("converted_on"),
    /** Why its delays cannot be told (`domain/delay-doubt`); null where they can. */
    delayDoubt: text("delay_doubt").$type<DelayDoubt>(),
    /** By `domain/deadline` and the rule of this id; null where no rule was in force. Lateness is never stored. */
    answerDueOn: day("answer_due_on"),
    answerRuleId: text("answer_rule_id"),
    /** Of the author on the day of the question; null where no list tells it. */
    askedByParty: text("asked_by_party"),
    /** The folded words of the title (`domain/search`), by which titles are compared. */
    titleWords: text("title_words"),
    /** Where every word of the title stands, and of the reference. */
    titleVector: wordVector("title_vector"),
    /** Where every word of the question stands, titles and names included, marked by the part it is in. */
    searchVector: wordVector("search_vector"),
    /** By which `SEARCH_RULES` these three were made; null where they were not yet. */
    searchRules: integer("search_rules"),
    /** 1 for the first version stored. */
    revision: integer("revision").notNull(),
    /** The page the present version was read from. */
    snapshotId: reference("snapshot_id").notNull(),
    /** When the page was last looked at, whether or not it had changed. */
    fetchedAt: instant("fetched_at").notNull(),
    /** When the present version was stored, or the question got its `iddoc`. */
    modifiedAt: instant("modified_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "questions_pkey", columns: [t.parliament, t.id] }),
    unique("questions_source_key").on(t.parliament, t.sourceId),
    foreignKey({
      name: "questions_asked_by_fkey",
      columns: [t.parliament, t.askedById],
      foreignColumns: [persons.parliament, persons.id],
    }),
    foreignKey({
      name: "questions_addressed_to_fkey",
      columns: [t.parliament, t.addressedToId],
      foreignColumns: [persons.parliament, persons.id],
    }),
    foreignKey({
      name: "questions_office_fkey",
      columns: [t.parliament, t.officeId],
      foreignColumns: [offices.parliament, offices.id],
    }),
    foreignKey({
      name: "questions_snapshot_fkey",
      columns: [t.parliament, t.snapshotId],
      foreignColumns: [snapshots.parliament, snapshots.id],
    }),
    index("questions_by_day").on(t.parliament, t.tabledOn, t.id),
    index("questions_by_answer")
      .on(t.parliament, t.answeredOn, t.id)
      .where(sql`${t.answeredOn} is not null`),
    // The state is there to be counted without a look at the rows, which are long.
    index("questions_by_minister").on(t.parliament, t.addressedToId, t.tabledOn, t.id, t.state),
    index("questions_by_author").on(t.parliament, t.askedById, t.tabledOn, t.id),
    index("questions_by_office").on(t.parliament, t.officeId, t.tabledOn),
    index("questions_by_session").on(t.parliament, t.session, t.tabledOn, t.id, t.state),
    index("questions_by_change").on(t.parliament, t.modifiedAt, t.id),
    index("questions_by_identity").on(t.parliament, t.officialNumber, t.tabledOn),
    index("questions_unanswered_by_day")
      .on(t.parliament, t.tabledOn, t.id)
      .where(sql`${t.answeredOn} is null`),
    index("questions_owed_by_due_day")
      .on(t.parliament, t.answerDueOn, t.id)
      .where(sql`${t.answeredOn} is null and ${t.convertedOn} is null and ${t.delayDoubt} is null`),
    // Whoever asks when questions became late asks of those that were answered since as well.
    index("questions_by_due_day")
      .on(t.parliament, t.answerDueOn, t.id)
      .where(sql`${t.delayDoubt} is null`),
    // All that figures about answer times look at, so that they are made without a look at the rows, which are long.
    index("questions_for_delays").on(
      t.parliament,
      t.tabledOn,
      t.id,
      t.addressedToId,
      t.askedById,
      t.askedByParty,
      t.officeId,
      t.session,
      t.state,
      t.firstReplyOn,
      t.answeredOn,
      t.answerNature,
      t.convertedOn,
      t.answerDueOn,
      t.delayDoubt,
    ),
    index("questions_by_word").using("gin", t.searchVector),
    index("questions_by_title_word").using("gin", t.titleVector),
    // Of the words rather than by them: a title may be too long for an index.
    index("questions_by_title").on(t.parliament, sql`md5(${t.titleWords})`, t.tabledOn, t.id),
    index("questions_by_title_letters").using("gin", t.titleWords.op("gin_trgm_ops")),
    check("questions_year_plausible", sql`${t.tabledOn} >= date '1980-01-01'`),
    check("questions_revision_counts", sql`${t.revision} >= 1`),
    check("questions_state_known", sql`${t.state} in ('open', 'holding', 'answered', 'converted')`),
    check("questions_nature_known", sql`${t.answerNature} in ('substantive', 'referral', 'notCompetent')`),
    check(
      "questions_doubt_known",
      sql`${t.delayDoubt} in ('withdrawn', 'impossibleDates', 'unreadItems', 'promiseDate')`,
    ),
  ],
);

/** Former ids of questions, so that an old link still leads somewhere. */
export const questionAliases = pgTable(
  "question_aliases",
  {
    parliament: parliament(),
    /** The `ref-…` a question was kept under before its `iddoc` was known. */
    sourceId: text("source_id").notNull(),
    questionId: reference("question_id").notNull(),
  },
  (t) => [
    primaryKey({ name: "question_aliases_pkey", columns: [t.parliament, t.sourceId] }),
    foreignKey({
      name: "question_aliases_question_fkey",
      columns: [t.parliament, t.questionId],
      foreignColumns: [questions.parliament, questions.id],
    }),
  ],
);

/** Answers of the present version, in the order of the page. */
export const answers = pgTable(
  "answers",
  {
    parliament: parliament(),
    questionId: reference("question_id").notNull(),
    /** 0 for the first answer on the page. */
    position: integer("position").notNull(),
    kind: text("kind").$type<AnswerKind>().notNull(),
    answeredOn: day("answered_on").notNull(),
    answeredByName: text("answered_by_name").notNull(),
    answeredById: reference("answered_by_id").notNull(),
    text: text("text").notNull(),
    /** By `domain/answer-nature`; null for the author's note and for an answer without words. */
    nature: text("nature").$type<AnswerNature>(),
    /** The words it rests on. */
    natureEvidence: jsonb("nature_evidence").$type<readonly string[]>().notNull().default([]),
  },
  (t) => [
    primaryKey({ name: "answers_pkey", columns: [t.parliament, t.questionId, t.position] }),
    foreignKey({
      name: "answers_question_fkey",
      columns: [t.parliament, t.questionId],
      foreignColumns: [questions.parliament, questions.id],
    }),
    foreignKey({
      name: "answers_answered_by_fkey",
      columns: [t.parliament, t.answeredById],
      foreignColumns: [persons.parliament, persons.id],
    }),
    index("answers_by_answerer").on(t.parliament, t.answeredById),
    check("answers_kind_known", sql`${t.kind} in ('answer', 'holdingAnswer', 'authorNote')`),
    check("answers_nature_known", sql`${t.nature} in ('substantive', 'holding', 'referral', 'notCompetent')`),
  ],
);

/** Documents linked from the heading of an answer. */
export const attachments = pgTable(
  "attachments",
  {
    parliament: parliament(),
    questionId: reference("question_id").notNull(),
    answerPosition: integer("answer_position").notNull(),
    position: integer("position").notNull(),
    label: text("label").notNull(),
    /** Null where only the text rendering was read, which has no links. */
    url: text("url"),
  },
  (t) => [
    primaryKey({
      name: "attachments_pkey",
      columns: [t.parliament, t.questionId, t.answerPosition, t.position],
    }),
    foreignKey({
      name: "attachments_answer_fkey",
      columns: [t.parliament, t.questionId, t.answerPosition],
      foreignColumns: [answers.parliament, answers.questionId, answers.position],
    }),
  ],
);
