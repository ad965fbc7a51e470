/** How many questions left observation after so many days: answered (`events`), or not any longer seen (`censored`). */
export interface DurationCount {
  readonly day: number;
  readonly events: number;
  readonly censored: number;
}
