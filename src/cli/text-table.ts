/** A column of figures. */
export interface Column<Row> {
  /** One or two lines. */
  readonly heading: readonly string[];
  readonly cell: (row: Row) => string;
  /** Where not all columns find room, the highest goes first; 0 stays whatever comes. */
  readonly givesWay: number;
}

/** Rows under a title of their own; null for none. */
export interface Section<Row> {
  readonly title: string | null;
  readonly rows: readonly Row[];
}

export interface TextTable<Row> {
  readonly labelOf: (row: Row) => string;
  readonly columns: readonly Column<Row>[];
  readonly sections: readonly Section<Row>[];
}

const GAP = "  ";

/** Before what goes on from the line above. */
const INDENT = "  ";

/** A label in fewer characters than this cannot be read. */
const LEAST_LABEL = 14;

/**
 * The lines of a table, none wider than `width`: on a narrow terminal columns give way, then labels go over several
 * lines, and at last each row becomes a paragraph.
 */
export function layOut<Row>(table: TextTable<Row>, width: number): string[] {
  const rows = table.sections.flatMap((section) => section.rows);
  const label = widest(rows.map(table.labelOf));
  const fitting = columnsWithin(table.columns, rows, width - label);
  const labelWidth = Math.min(label, width - widthOf(fitting, rows));
  if (labelWidth < Math.min(label, LEAST_LABEL)) return inParagraphs(table, width);
  return inColumns({ ...table, columns: fitting }, rows, labelWidth, width);
}

/** Breaks text at blanks into lines of at most so many characters; a longer word is cut. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ").flatMap((whole) => pieces(whole, width))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (lengthOf(longer) > width) lines.push(line);
    line = lengthOf(longer) > width ? word : longer;
  }
  return line === "" ? lines : [...lines, line];
}

function inColumns<Row>(
  { labelOf, columns, sections }: TextTable<Row>,
  rows: readonly Row[],
  labelWidth: number,
  width: number,
): string[] {
  const widths = columns.map((column) => columnWidth(column, rows));
  const line = (label: string, cells: readonly string[]) =>
    [pad(label, labelWidth), ...cells.map((cell, index) => padStart(cell, widths[index]!))]
      .join(GAP)
      .trimEnd();
  const headingLines = Math.max(...columns.map(({ heading }) => heading.length));
  const headings = Array.from({ length: headingLines }, (_, index) =>
    line(
      "",
      columns.map(({ heading }) => heading[index - headingLines + heading.length] ?? ""),
    ),
  );
  const rowLines = (row: Row) => {
    const label = labelOf(row);
    const [first = "", ...more] =
      lengthOf(label) > labelWidth ? wrap(label, labelWidth - INDENT.length) : [label];
    const cells = columns.map(({ cell }) => cell(row));
    return [line(first, cells), ...more.map((rest) => INDENT + rest)];
  };
  return [...headings, ...inSections(sections, width, rowLines)];
}

function inParagraphs<Row>({ labelOf, columns, sections }: TextTable<Row>, width: number): string[] {
  const paragraph = (row: Row) => {
    const figures = columns.map(({ heading, cell }) =>
      `${heading.join(" ")} ${cell(row)}`.replaceAll(" ", "\u00a0"),
    );
    return [
      ...wrap(labelOf(row), width),
      ...wrap(figures.join("\u00a0· "), width - INDENT.length).map((line) => INDENT + line),
    ];
  };
  return inSections(sections, width, paragraph);
}

function inSections<Row>(
  sections: readonly Section<Row>[],
  width: number,
  linesOf: (row: Row) => readonly string[],
): string[] {
  return sections
    .filter(({ rows }) => rows.length > 0)
    .flatMap(({ title, rows }) => [
      ...(title === null ? [] : ["", ...wrap(title, width)]),
      ...rows.flatMap(linesOf),
    ]);
}

/** The columns left when those that give way first are dropped until the rest finds room, or none gives way. */
function columnsWithin<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  room: number,
): readonly Column<Row>[] {
  const first = Math.max(...columns.map(({ givesWay }) => givesWay));
  if (first === 0 || widthOf(columns, rows) <= room) return columns;
  return columnsWithin(
    columns.filter(({ givesWay }) => givesWay !== first),
    rows,
    room,
  );
}

const widthOf = <Row>(columns: readonly Column<Row>[], rows: readonly Row[]) =>
  columns.reduce((sum, column) => sum + GAP.length + columnWidth(column, rows), 0);

const columnWidth = <Row>({ heading, cell }: Column<Row>, rows: readonly Row[]) =>
  widest([...heading, ...rows.map(cell)]);

function pieces(word: string, width: number): string[] {
  const letters = [...word];
  const count = Math.max(1, Math.ceil(letters.length / width));
  return Array.from({ length: count }, (_, piece) =>
    letters.slice(piece * width, (piece + 1) * width).join(""),
  );
}

/** Characters as a terminal shows them. */
const lengthOf = (text: string) => [...text].length;
const widest = (texts: readonly string[]) => texts.reduce((most, text) => Math.max(most, lengthOf(text)), 0);
const pad = (text: string, width: number) => text + " ".repeat(Math.max(0, width - lengthOf(text)));
const padStart = (text: string, width: number) => " ".repeat(Math.max(0, width - lengthOf(text))) + text;
