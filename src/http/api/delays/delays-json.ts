import {
  type DelayStatistics,
  delayStatistics,
  latestRule,
} from "../../../domain/delays/delay-statistics.ts";
import { logRankTest } from "../../../domain/delays/log-rank.ts";
import { questionIdOf } from "../../../domain/question-identity.ts";
import type { DelayGroup, DelayGrouping } from "../../../store/delay-reader.ts";
import { questionUrl, type Site } from "../addresses.ts";
import type {
  DelayComparisonJson,
  DelayGroupJson,
  DelayGroupListJson,
  OwnDelaysJson,
} from "../schemas/delays.ts";
import { COMPARISON_WARNINGS, notesOn } from "./delay-notes.ts";
import { inShownOrder } from "./delay-order.ts";
import type { DelayRequest } from "./delay-request.ts";

/** The public JSON of groups, in the order in which they are shown. */
export function groupListJson(
  groups: readonly DelayGroup[],
  by: DelayGrouping | null,
  request: DelayRequest,
): DelayGroupListJson {
  const shown = inShownOrder(
    groups.map((group) => groupJson({ ...group, label: labelOf(group, request) }, request)),
    by,
  );
  return { ...headOf(request), by, groups: shown, ...readingOf(shown, by, request) };
}

/** The public JSON of whom or what an address names, but for the name. */
export function ownDelaysJson(group: DelayGroup, request: DelayRequest): OwnDelaysJson {
  const statistics = delayStatistics(group, request);
  return {
    ...figuresJson(statistics, request.site),
    firstReplyCurve: [...statistics.firstReplyCurve],
    ...readingOf([statistics], null, request),
  };
}

/** The public JSON of two ministers and of the test between them. */
export function comparisonJson(groups: readonly DelayGroup[], request: DelayRequest): DelayComparisonJson {
  const shown = groups.map((group) => groupJson(group, request));
  const test = logRankTest(groups.map(({ substantive }) => substantive));
  const { notes, answerRules } = readingOf(shown, null, request);
  return {
    ...headOf(request),
    logRank: test && {
      ...test,
      groups: test.groups.map((counts, index) => ({ key: groups[index]!.key, ...counts })),
    },
    groups: shown,
    answerRules,
    notes: [...COMPARISON_WARNINGS, ...notes],
  };
}

/** One group of everything is not everything where a filter chose. */
function labelOf({ key, label }: DelayGroup, { filter }: DelayRequest): string {
  const isChosen = Object.values(filter).some((value) => value !== undefined);
  return key === "all" && isChosen ? "Les questions choisies" : label;
}

function groupJson(group: DelayGroup, request: DelayRequest): DelayGroupJson {
  const { key, label } = group;
  return { key, label, ...figuresJson(delayStatistics(group, request), request.site) };
}

function figuresJson({ oldestOpen, curve, firstReplyCurve: _, ...rest }: DelayStatistics, site: Site) {
  return {
    ...rest,
    oldestOpen: oldestOpen && {
      id: questionIdOf(site.parliament, oldestOpen.sourceId),
      url: questionUrl(site, oldestOpen.sourceId),
      tabledOn: oldestOpen.tabledOn,
      daysOpen: oldestOpen.daysOpen,
    },
    curve: [...curve],
  };
}

const headOf = ({ asOf, rules }: DelayRequest) => ({ asOf, answerRule: latestRule(rules) });

/** What the reader of figures has to know beside them. */
function readingOf(
  groups: readonly { readonly isSmall: boolean }[],
  by: DelayGrouping | null,
  { filter, rules }: DelayRequest,
) {
  const answerRules = rules.map(({ id, verified, label, citation, inForceFrom, inForceTo }) => {
    return { id, verified, label, citation, inForceFrom, inForceTo };
  });
  return {
    answerRules,
    notes: notesOn({ rules, hasSmall: groups.some(({ isSmall }) => isSmall), by, filter }),
  };
}
