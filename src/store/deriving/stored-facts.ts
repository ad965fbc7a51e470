import { sql } from "drizzle-orm";
import type { AnswerNature } from "../../domain/answer-nature/answer-nature.ts";
import type { DerivedFacts } from "../../domain/derived-facts.ts";
import type { ReadVersion } from "../../domain/replayed-versions.ts";
import type { Database } from "../database.ts";
import { selectRows } from "../select-rows.ts";

/** A question as it is stored, with what was derived of it so far. */
export interface StoredFacts {
  readonly id: number;
  readonly facts: DerivedFacts;
  readonly askedById: number;
  readonly addressedToId: number;
  readonly officeId: number | null;
  readonly announcedItems: number | null;
  readonly fetchedAt: Date;
  /** By which rules its search columns were made; null where they were not yet. */
  readonly searchRules: number | null;
  /** The present one last. */
  readonly versions: readonly ReadVersion[];
  /** In the order of the page. */
  readonly answers: readonly StoredAnswerFacts[];
}

/** An answer as it was judged so far. */
export interface StoredAnswerFacts {
  readonly nature: AnswerNature | null;
  readonly natureEvidence: readonly string[];
  readonly answeredById: number;
}

/** The next questions by number. The look-ups by key are as in `saving/known-questions`. */
export async function listStoredFacts(
  tx: Database,
  parliament: string,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<StoredFacts[]> {
  const rows = await selectRows<DerivedFacts & Omit<StoredFacts, "facts">>(
    tx,
    sql`
      select q.*, history.versions, judged.answers
      from (
        select id, state, first_reply_on as "firstReplyOn", answered_on as "answeredOn",
          answer_nature as "answerNature", converted_on as "convertedOn", answer_due_on as "answerDueOn",
          answer_rule_id as "answerRuleId", delay_doubt as "delayDoubt",
          announced_items as "announcedItems", fetched_at as "fetchedAt",
          asked_by_party as "askedByParty", asked_by_id as "askedById",
          search_rules as "searchRules", addressed_to_id as "addressedToId", office_id as "officeId"
        from questions
        where parliament = ${parliament} and id > ${after}
        order by id limit ${limit}
      ) as q
      cross join lateral (
        select jsonb_agg(jsonb_build_object('pageId', snapshot_id, 'content', content) order by revision) as versions
        from question_revisions
        where parliament = ${parliament} and question_id = q.id
        offset 0
      ) as history
      cross join lateral (
        select coalesce(
            jsonb_agg(
              jsonb_build_object('nature', nature, 'natureEvidence', nature_evidence, 'answeredById', answered_by_id)
              order by position
            ), '[]') as answers
        from answers
        where parliament = ${parliament} and question_id = q.id
        offset 0
      ) as judged
      order by q.id`,
  );
  return rows.map(
    ({
      id,
      askedById,
      addressedToId,
      officeId,
      announcedItems,
      fetchedAt,
      searchRules,
      versions,
      answers,
      ...facts
    }) => ({
      id,
      facts,
      askedById,
      addressedToId,
      officeId,
      announcedItems,
      fetchedAt,
      searchRules,
      versions,
      answers,
    }),
  );
}
