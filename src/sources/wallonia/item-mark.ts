import type { PageLine } from "../shared/page-lines.ts";
import type { ItemHeading } from "./item-heading.ts";
import type { ItemPeople } from "./item-people.ts";

/** Where a dated piece of a page begins: its body is not cut out yet. */
export interface ItemMark {
  readonly heading: ItemHeading;
  readonly people: ItemPeople;
  /** Index of the line of the heading. */
  readonly start: number;
  readonly line: PageLine;
}
