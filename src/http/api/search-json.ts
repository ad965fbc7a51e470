import type { ListFacets } from "../../store/question-counts.ts";
import type { QuestionState } from "../../domain/answer-times.ts";
import { STATE_WORDS } from "../../domain/filter-words.ts";
import { wordsOf } from "../../domain/search/words.ts";
import type { Misspelling } from "../../store/search/misspellings.ts";
import type { UnderstoodSearch } from "../../store/search/search-reader.ts";
import type { FacetsJson, SearchJson } from "./schemas/search.ts";

/** The public JSON of how a search was understood. */
export function searchJson(search: UnderstoodSearch, misspellings: readonly Misspelling[]): SearchJson {
  return {
    q: search.text,
    alsoSearched: [...search.alsoSearched],
    ignored: [...search.ignored],
    misspellings: misspellings.map((misspelling) => ({ ...misspelling })),
    suggestion: misspellings.length === 0 ? null : corrected(search.text, misspellings),
  };
}

/** The search with the words that were meant in the place of those that were typed; all else stays. */
function corrected(text: string, misspellings: readonly Misspelling[]): string {
  const meant = new Map(misspellings.map((misspelling) => [misspelling.typed, misspelling.meant]));
  let [done, at] = ["", 0];
  for (const { word, start, end } of wordsOf(text)) {
    const instead = meant.get(word);
    if (instead === undefined) continue;
    done += text.slice(at, start) + instead;
    at = end;
  }
  return done + text.slice(at);
}

/** The public JSON of facets. */
export function facetsJson({ values, counted, areComplete }: ListFacets): FacetsJson {
  const { minister, party, portfolio, session, state, year } = values;
  return {
    minister: [...minister],
    party: [...party],
    portfolio: [...portfolio],
    session: [...session],
    state: state.map((one) => ({ ...one, label: STATE_WORDS[one.value as QuestionState] })),
    year: [...year],
    counted,
    areComplete,
  };
}
