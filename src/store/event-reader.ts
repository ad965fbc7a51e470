import { and, asc, desc, eq, gt, inArray } from "drizzle-orm";
import type { CalendarDate } from "../domain/calendar-date.ts";
import type { EventKind } from "../domain/question-events.ts";
import type { Database } from "./database.ts";
import { questionEvents, questions } from "./schema/index.ts";

/** Something that happened to a question, with the question as it stands now. */
export interface StoredEvent {
  /** Grows with every event, and is never given again. */
  readonly id: number;
  readonly kind: EventKind;
  /** The day the source gives for it; null where it gives none. */
  readonly occurredOn: CalendarDate | null;
  readonly recordedAt: Date;
  /** The version of the question that told it. */
  readonly revision: number;
  readonly question: { readonly sourceId: string; readonly title: string };
}

/** Which events to list: those after the event `after`; 0 is before all of them. */
export interface EventPageRequest {
  readonly after: number;
  readonly limit: number;
  /** Undefined: all kinds. */
  readonly kinds?: readonly EventKind[] | undefined;
}

export interface EventPage {
  readonly items: readonly StoredEvent[];
  readonly hasMore: boolean;
}

/** Tells what happened to the questions of one parliament, in the order in which it became known. */
export interface EventReader {
  listEvents(page: EventPageRequest): Promise<EventPage>;
  /** When something last happened; null where nothing ever did. */
  findNewestInstant(): Promise<Date | null>;
}

export function createEventReader(
  db: Database,
  { parliament }: { readonly parliament: string },
): EventReader {
  const isOfQuestion = and(
    eq(questions.parliament, questionEvents.parliament),
    eq(questions.id, questionEvents.questionId),
  );

  return {
    async listEvents({ after, limit, kinds }) {
      const rows = await db
        .select({
          id: questionEvents.id,
          kind: questionEvents.kind,
          occurredOn: questionEvents.occurredOn,
          recordedAt: questionEvents.recordedAt,
          revision: questionEvents.revision,
          question: { sourceId: questions.sourceId, title: questions.title },
        })
        .from(questionEvents)
        .innerJoin(questions, isOfQuestion)
        .where(
          and(
            eq(questionEvents.parliament, parliament),
            gt(questionEvents.id, after),
            kinds === undefined ? undefined : inArray(questionEvents.kind, [...kinds]),
          ),
        )
        .orderBy(asc(questionEvents.id))
        .limit(limit + 1);
      return { items: rows.slice(0, limit), hasMore: rows.length > limit };
    },

    async findNewestInstant() {
      const [newest] = await db
        .select({ recordedAt: questionEvents.recordedAt })
        .from(questionEvents)
        .where(eq(questionEvents.parliament, parliament))
        .orderBy(desc(questionEvents.id))
        .limit(1);
      return newest?.recordedAt ?? null;
    },
  };
}
