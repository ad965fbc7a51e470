import type { Source } from "./shared/source.ts";
import { wallonia } from "./wallonia/index.ts";

/** The parliament that is read and shown. A second one is a second line here. */
export const defaultSource: Source = wallonia;
