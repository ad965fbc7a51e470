/** Where a sentence stands in its text: from `start` up to `end`. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What may end a sentence: a mark before a blank or a closing mark, a list line, the end of a paragraph. */
const END = /[.!?…]+(?:\s?[»”]|["’)\]])*(?=\s|$)|\s*\n\s*(?:\n|(?=[-*•]\s))/gu;

/** Words that carry a full stop of their own, without it: « art. 7 », « p. ex. ». */
const ABBREVIATIONS = new Set(
  "m mm mme mmes mlle me dr mgr st ste art al n no nos p pp ex cf resp env tel ref réf vol éd".split(" "),
);

/** An initial or letters with stops: « J. », « S.P.W. ». */
const INITIALS = /(?:^|[\s(«'’-])(?:\p{L}\.-?)*\p{L}$/u;

/** Words that open a sentence even after letters with stops: « … du S.P.W. Une réponse suivra. » */
const OPENER =
  /^\s+(?:Le|La|Les|L|Un|Une|Je|J|Il|Elle|Ils|Elles|Ce|Cette|Ces|Celle|Mes|Mon|Dès|Nous|Vous)(?!\p{L})/u;

/** The longest abbreviation that is looked back for. */
const LOOK_BACK = 16;

/** The sentences of a text in their order, one at a time: most answers are settled by the first. */
export function* listSentences(text: string): Generator<Stretch> {
  let start = 0;
  for (const mark of text.matchAll(END)) {
    const end = mark.index + mark[0].length;
    if (mark[0] === "." && !endsSentence(text, mark.index)) continue;
    if (hasWords(text, start, end)) yield { start, end };
    start = end;
  }
  if (hasWords(text, start, text.length)) yield { start, end: text.length };
}

/** Whether the full stop at this place does more than shorten a word. */
function endsSentence(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - LOOK_BACK), at);
  const after = text.slice(at + 1, at + 1 + LOOK_BACK);
  if (after.trim() === "" || /^\s*\n/.test(after)) return true;
  if (!/^\s+[\p{Lu}\p{N}«"“(–-]/u.test(after)) return false;
  if (INITIALS.test(before)) return /\.\p{L}$/u.test(before) && OPENER.test(after);
  const word = /\p{L}+$/u.exec(before)?.[0].toLowerCase();
  return word === undefined || !ABBREVIATIONS.has(word);
}

function hasWords(text: string, start: number, end: number): boolean {
  return /[\p{L}\p{N}]/u.test(text.slice(start, end));
}
