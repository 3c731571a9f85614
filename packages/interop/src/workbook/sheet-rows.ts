import { cellPlace, type PlacedCell } from "./cell-place.ts";
import { type CellMark, markedText } from "./cell-text.ts";
import { Oversized } from "./oversized.ts";
import type { WorkbookFrame } from "./workbook-frame.ts";
import type { XmlEvents } from "./xml-events.ts";

/** A row that says something. */
export interface SheetRow {
  readonly row: number;
  readonly cells: readonly string[];
  /** By place, what cells are that are no texts. */
  readonly marks: ReadonlyMap<number, CellMark>;
}

/** A sheet as far as it says anything; formatted cells without content are not there, however far away. */
export interface SheetRows {
  /** The first row that says something is the header; no row is wider than it. */
  readonly rows: SheetRow[];
  /** Cells with content where no table has a column or a row, the first of them by name. */
  readonly strays: string[];
  /** Cells that are merged into one, as `R2:R4`. */
  readonly merged: string[];
}

/** A header has at most so many columns; the widest table has a quarter of them. */
const WIDEST = 256;
/** A spreadsheet's own limit of letters in a cell. */
const LONGEST_CELL = 32_767;
/** A letter that XML cannot hold takes seven; what is cut beyond is still too long for a cell. */
const LONGEST_WRITTEN = 8 * LONGEST_CELL;
/** Letters of all cells, each counted as often as it is referred to. */
const LARGEST_CONTENT = 100_000_000;
const NAMED_STRAYS = 20;
const MOST_MERGED = 20_000;
/** Most cells are texts. */
const NO_MARKS: ReadonlyMap<number, CellMark> = new Map();

/** Reads the cells of a sheet into `into`, row by row. */
export function sheetRows(frame: WorkbookFrame, into: SheetRows): XmlEvents {
  let content = 0;
  let width = WIDEST;
  let row = 0;
  let column = -1;
  let cells: string[] = [];
  let marks: Map<number, CellMark> | undefined;
  let place: PlacedCell | undefined;
  let attributes: Readonly<Record<string, string>> = {};
  let value = "";
  let inline = "";
  let hasValue = false;
  let hasInline = false;
  let formula: string | undefined;
  let takes: "value" | "inline" | "formula" | undefined;
  let aid = 0;

  const keepCell = (): void => {
    if (place === undefined) return;
    // Of a cell that holds a text in it and a value beside, spreadsheets show the text.
    const held = hasInline && (attributes.t === "inlineStr" || !hasValue) ? inline : value;
    const { text: said, mark } = markedText({ value: held, hasValue, formula, attributes }, frame);
    if (said === "") return;
    content += said.length;
    if (content > LARGEST_CONTENT) throw new Oversized();
    if (said.length > LONGEST_CELL || place.column >= width || !place.inSheet) {
      if (into.strays.length < NAMED_STRAYS) into.strays.push(place.name);
      return;
    }
    while (cells.length < place.column) cells.push("");
    cells[place.column] = said;
    if (mark === undefined) return;
    marks ??= new Map();
    marks.set(place.column, mark);
  };
  const keepRow = (): void => {
    if (cells.length === 0) return;
    if (into.rows.length === 0) width = cells.length;
    while (cells.length < width) cells.push("");
    into.rows.push({ row, cells, marks: marks ?? NO_MARKS });
    cells = [];
    marks = undefined;
  };
  return {
    open: (name, attributesOf) => {
      if (name === "row") {
        const said = Number(attributesOf().r);
        row = Number.isInteger(said) && said > 0 ? said : row + 1;
        column = -1;
      } else if (name === "c") {
        attributes = attributesOf();
        place = cellPlace(attributes.r, row, column + 1);
        column = place.column;
        value = "";
        inline = "";
        hasValue = false;
        hasInline = false;
        formula = undefined;
      } else if (name === "rPh") aid += 1;
      else if (name === "mergeCell") {
        if (into.merged.length >= MOST_MERGED) throw new Oversized();
        into.merged.push(attributesOf().ref ?? "");
      }
      if (name === "v") hasValue = true;
      if (name === "is") hasInline = true;
      if (name === "f") formula = "";
      takes = name === "f" ? "formula" : name === "v" ? "value" : name === "t" && aid === 0 ? "inline" : undefined;
    },
    text: (piece) => {
      if (takes === "formula") formula = `${formula}${piece}`.slice(0, LONGEST_CELL);
      else if (takes === "value" && value.length <= LONGEST_WRITTEN) value += piece;
      else if (takes === "inline" && inline.length <= LONGEST_WRITTEN) inline += piece;
    },
    close: (name) => {
      takes = undefined;
      if (name === "rPh") aid -= 1;
      else if (name === "c") keepCell();
      else if (name === "row") keepRow();
    },
  };
}
