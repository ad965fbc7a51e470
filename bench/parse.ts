import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Parser, Tokenizer, type TokenizerCallbacks } from "htmlparser2";
import { wallonia } from "../src/sources/wallonia/index.ts";
import { parseNaively } from "./naive-parser.ts";

const WARM_UP = 60;
const ROUNDS = 480;

const root = join(import.meta.dirname, "..");
const CORPUS = join(root, "../shared/corpus/autumn-2013/html");
const FIXTURES = join(root, "test/fixtures/wallonia");

/** One way of reading a page, from its bytes. */
interface Contestant {
  readonly name: string;
  /** Fewer for a slow reader: turns are to be about as long, and its rubbish no more than that of the others. */
  readonly pagesPerTurn: number;
  read(bytes: Uint8Array, location: string): unknown;
}

const nothing = () => {};
const emptyCallbacks: TokenizerCallbacks = {
  onattribdata: nothing,
  onattribentity: nothing,
  onattribend: nothing,
  onattribname: nothing,
  oncdata: nothing,
  onclosetag: nothing,
  oncomment: nothing,
  ondeclaration: nothing,
  onend: nothing,
  onopentagend: nothing,
  onopentagname: nothing,
  onprocessinginstruction: nothing,
  onselfclosingtag: nothing,
  ontext: nothing,
  ontextentity: nothing,
};
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

const contestants: readonly Contestant[] = [
  {
    name: "Vigie (question complète)",
    pagesPerTurn: 40,
    read: (bytes, location) => wallonia.parse({ bytes, location }),
  },
  {
    name: "htmlparser2 Parser, à vide",
    pagesPerTurn: 80,
    read: (bytes) => new Parser({}).end(decode(bytes)),
  },
  {
    name: "htmlparser2 Tokenizer, à vide",
    pagesPerTurn: 120,
    read: (bytes) => {
      const tokenizer = new Tokenizer({}, emptyCallbacks);
      tokenizer.write(decode(bytes));
      tokenizer.end();
    },
  },
  { name: "cheerio + parse5, naïf", pagesPerTurn: 6, read: (bytes) => parseNaively(decode(bytes)) },
];

const folder = existsSync(CORPUS) ? CORPUS : FIXTURES;
const pages = readdirSync(folder)
  .filter((name) => name.endsWith(".html"))
  .map((name) => ({ location: name, bytes: readFileSync(join(folder, name)) }))
  .filter(isQuestion);
const bytesPerPage = pages.reduce((sum, { bytes }) => sum + bytes.length, 0) / pages.length;

const speeds = contestants.map((): number[] => []);
for (let round = -WARM_UP; round < ROUNDS; round += 1) {
  for (const i of turnsOf(round + WARM_UP)) {
    const speed = pagesPerSecond(contestants[i], round + WARM_UP);
    if (round >= 0) speeds[i]?.push(speed);
  }
}

const medians = speeds.map(median);
console.log(
  `${pages.length} pages, ${Math.round(bytesPerPage)} octets en moyenne, ${ROUNDS} tours, médianes`,
);
console.table(
  contestants.map(({ name }, i) => ({
    lecteur: name,
    "pages/s": Math.round(medians[i] ?? 0),
    "Vigie / lui": Number(((medians[0] ?? 0) / (medians[i] ?? 1)).toFixed(2)),
  })),
);

/**
 * The order of a round: everybody comes after everybody else as often, for each leaves its rubbish to the
 * next.
 */
function turnsOf(round: number): number[] {
  const order = contestants.map((_, i) => i);
  const first = round % order.length;
  const turned = [...order.slice(first), ...order.slice(0, first)];
  return Math.floor(round / order.length) % 2 === 0 ? turned : turned.reverse();
}

function pagesPerSecond(contestant: Contestant | undefined, round: number): number {
  if (contestant === undefined) return 0;
  const { pagesPerTurn } = contestant;
  const first = round * pagesPerTurn;
  const begin = performance.now();
  for (let i = first; i < first + pagesPerTurn; i += 1) {
    const page = pages[i % pages.length];
    if (page !== undefined) contestant.read(page.bytes, page.location);
  }
  return (pagesPerTurn * 1000) / (performance.now() - begin);
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}

/** Refusals cost less than records: they are left out. */
function isQuestion(page: { bytes: Uint8Array; location: string }): boolean {
  try {
    wallonia.parse(page);
    return true;
  } catch {
    return false;
  }
}
