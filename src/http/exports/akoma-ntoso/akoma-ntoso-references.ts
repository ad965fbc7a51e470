import type { AnswerNature } from "../../../domain/answer-nature/answer-nature.ts";
import { slugOrSelf } from "../../../domain/folded-text.ts";
import type { NamedPerson, StoredQuestion } from "../../../store/stored-question.ts";
import { type AknContext, inAddress } from "./akoma-ntoso-context.ts";
import { element, type Xml } from "./xml.ts";

/** Who made the markup: every `source` points here. */
export const VIGIE = "#vigie";
export const PARLIAMENT = "#parliament";

/** The people and notions of a document, as its elements point to them. */
export interface AknReferences {
  readonly xml: Xml;
  /** The pointer to somebody the question names. */
  person(person: NamedPerson): string;
  /** The pointer to the title under which the addressee answers; undefined for others, and where none is printed. */
  roleOf(person: NamedPerson): string | undefined;
  nature(nature: AnswerNature): string;
}

const NATURES: Readonly<Record<AnswerNature, string>> = {
  substantive: "Réponse sur le fond",
  holding: "Réponse d’attente",
  referral: "Renvoi à une autre réponse",
  notCompetent: "Ministre non compétent",
};

/** Whom and what a question refers to. Slugs may hold any sign, so that ids are numbers and addresses are encoded. */
export function referencesOf(question: StoredQuestion, context: AknContext): AknReferences {
  const { parliament, parliamentName, country, baseUrl } = context;
  const { askedBy, addressedTo, answers } = question;
  const iriOf = (kind: string, name: string) =>
    `/akn/ontology/${kind}/${country}/${parliament}/${inAddress(name)}`;
  const people = new Map<string, NamedPerson>();
  for (const person of [askedBy, addressedTo, ...answers.map(({ answeredBy }) => answeredBy)]) {
    if (!people.has(person.slug)) people.set(person.slug, person);
  }
  const idOf = new Map([...people.keys()].map((slug, index) => [slug, `person-${index + 1}`]));
  const natures = new Set(answers.flatMap(({ nature }) => nature ?? []));
  const { office } = addressedTo;
  const roles =
    office === null
      ? []
      : [element("TLCRole", { eId: "office", href: iriOf("role", slugOrSelf(office)), showAs: office })];
  const xml = element(
    "references",
    { source: VIGIE },
    element("TLCOrganization", { eId: "vigie", href: baseUrl, showAs: "Vigie" }),
    element("TLCOrganization", {
      eId: "parliament",
      href: `/akn/ontology/organization/${country}/${parliament}`,
      showAs: parliamentName,
    }),
    ...[...people.values()].map(({ name, slug }) =>
      element("TLCPerson", { eId: idOf.get(slug), href: iriOf("person", slug), showAs: name }),
    ),
    ...roles,
    ...[...natures].map((nature) =>
      element("TLCConcept", { eId: nature, href: iriOf("concept", nature), showAs: NATURES[nature] }),
    ),
  );
  return {
    xml,
    person: ({ slug }) => `#${idOf.get(slug)}`,
    roleOf: ({ slug }) => (slug === addressedTo.slug && office !== null ? "#office" : undefined),
    nature: (nature) => `#${nature}`,
  };
}
