import type { StoredQuestion } from "../../../store/stored-question.ts";
import { questionUrl } from "../../api/addresses.ts";
import { type AknReferences, PARLIAMENT, VIGIE } from "./akoma-ntoso-references.ts";
import { type AknContext, inAddress } from "./akoma-ntoso-context.ts";
import { element, type Xml } from "./xml.ts";

/**
 * What the document is (work, expression, manifestation, by the naming convention of Akoma Ntoso), its history, and whom it
 * refers to. There is no `publication`: pages do not say on which day they were published.
 */
export function akomaNtosoMeta(
  question: StoredQuestion,
  references: AknReferences,
  context: AknContext,
): Xml {
  return element(
    "meta",
    {},
    identification(question, references, context),
    lifecycle(question),
    workflow(question, references),
    references.xml,
  );
}

function identification(question: StoredQuestion, references: AknReferences, context: AknContext): Xml {
  const { sourceId, tabledOn, officialNumber, officialReference, revision } = question;
  const { parliament, country, sourceUrlOf } = context;
  const storedAt = question.modifiedAt.toISOString();
  const work = `/akn/${country}/debate/writtenQuestion/${parliament}/${tabledOn}/${inAddress(sourceId)}`;
  const expression = `${work}/fra@${storedAt}`;
  const sourceUrl = sourceUrlOf(sourceId);
  const alias = (name: string, value: string) => element("FRBRalias", { name, value });
  return element(
    "identification",
    { source: VIGIE },
    element(
      "FRBRWork",
      {},
      element("FRBRthis", { value: `${work}/!main` }),
      element("FRBRuri", { value: work }),
      alias("officialReference", officialReference),
      ...(sourceUrl === null ? [] : [alias("officialPage", sourceUrl)]),
      element("FRBRdate", { date: tabledOn, name: "tabled" }),
      element("FRBRauthor", { href: references.person(question.askedBy) }),
      element("FRBRcountry", { value: country }),
      element("FRBRsubtype", { value: "writtenQuestion" }),
      element("FRBRnumber", { value: String(officialNumber) }),
      element("FRBRname", { value: question.title }),
      element("FRBRprescriptive", { value: "false" }),
    ),
    element(
      "FRBRExpression",
      {},
      element("FRBRthis", { value: `${expression}/!main` }),
      element("FRBRuri", { value: expression }),
      element("FRBRdate", { date: storedAt, name: "stored" }),
      element("FRBRauthor", { href: PARLIAMENT }),
      element("FRBRversionNumber", { value: String(revision) }),
      element("FRBRauthoritative", { value: "false" }),
      element("FRBRlanguage", { language: "fra" }),
    ),
    element(
      "FRBRManifestation",
      {},
      element("FRBRthis", { value: `${expression}/!main.xml` }),
      element("FRBRuri", { value: `${expression}.akn` }),
      alias("page", questionUrl(context, sourceId)),
      element("FRBRdate", { date: storedAt, name: "markup" }),
      element("FRBRauthor", { href: VIGIE }),
      element("FRBRformat", { value: "application/akn+xml" }),
    ),
  );
}

/** The document began with the question; each answer added to it. */
function lifecycle({ tabledOn, answers }: StoredQuestion): Xml {
  const events = [tabledOn, ...answers.map(({ answeredOn }) => answeredOn)];
  return element(
    "lifecycle",
    { source: VIGIE },
    ...events.map((date, index) =>
      element("eventRef", {
        eId: `event-${index + 1}`,
        date,
        source: PARLIAMENT,
        type: index === 0 ? "generation" : "amendment",
      }),
    ),
  );
}

function workflow({ tabledOn, askedBy, answers }: StoredQuestion, references: AknReferences): Xml {
  return element(
    "workflow",
    { source: VIGIE },
    element("step", { eId: "step-1", date: tabledOn, by: references.person(askedBy) }),
    ...answers.map(({ answeredOn, answeredBy, nature }, index) =>
      element("step", {
        eId: `step-${index + 2}`,
        date: answeredOn,
        by: references.person(answeredBy),
        as: references.roleOf(answeredBy),
        outcome: nature === null ? undefined : references.nature(nature),
      }),
    ),
  );
}
