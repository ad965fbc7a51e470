import type { PartyList } from "../../domain/offices/party-lists.ts";

/** The lists of deputies and their parties we know of a parliament. */
export function readPartyLists(_parliament: string): PartyList[] {
  return [];
}
