import { type LabelledTable, numberLabels, numbersOf, padded, utf8Within } from "./labelled-table.ts";

const DOUBLE = 65_526;
/** What Stata writes for `.`. */
const MISSING = 0x7fe0000000000000n;
const NAME = 129;

/**
 * A table as a Stata file of format 118 (Stata 14 and later): every column a double, codes with value labels, texts in UTF-8, no clock
 * time. Layout as in Stata's `help dta_118`; the map holds the place of each part.
 */
export function dtaFile(table: LabelledTable): Buffer {
  const { columns, rows, label } = table;
  const labelled = columns.map((column, place) => ({ name: `labels${place + 1}`, labels: numberLabels(column) }));
  const fields = (texts: readonly string[], bytes: number): Buffer =>
    Buffer.concat(texts.map((text) => Buffer.concat([utf8Field(text, bytes - 1), Buffer.alloc(1)])));
  const parts: readonly Buffer[] = [
    tagged("variable_types", uint16(...columns.map(() => DOUBLE))),
    tagged(
      "varnames",
      fields(
        columns.map(({ name }) => name.slice(0, 32)),
        NAME,
      ),
    ),
    tagged("sortlist", Buffer.alloc((columns.length + 1) * 2)),
    tagged(
      "formats",
      fields(
        columns.map(() => "%10.0g"),
        57,
      ),
    ),
    tagged(
      "value_label_names",
      fields(
        labelled.map(({ name, labels }) => (labels.length === 0 ? "" : name)),
        NAME,
      ),
    ),
    tagged(
      "variable_labels",
      fields(
        columns.map((column) => [...column.label].slice(0, 80).join("")),
        321,
      ),
    ),
    tagged("characteristics", Buffer.alloc(0)),
    tagged("data", data(columns.map(numbersOf), rows)),
    tagged("strls", Buffer.alloc(0)),
    tagged("value_labels", Buffer.concat(labelled.filter(({ labels }) => labels.length > 0).map(valueLabels))),
  ];
  const told = utf8Within([...label].slice(0, 80).join(""), 320);
  const header = tagged(
    "header",
    Buffer.concat([
      tagged("release", Buffer.from("118")),
      tagged("byteorder", Buffer.from("LSF")),
      tagged("K", uint16(columns.length)),
      tagged("N", uint64(rows)),
      tagged("label", Buffer.concat([uint16(told.length), told])),
      tagged("timestamp", Buffer.alloc(1)),
    ]),
  );
  const open = Buffer.from("<stata_dta>");
  const close = Buffer.from("</stata_dta>");
  const mapAt = open.length + header.length;
  const places = [0, mapAt];
  let at = mapAt + "<map></map>".length + 14 * 8;
  for (const part of parts) {
    places.push(at);
    at += part.length;
  }
  places.push(at, at + close.length);
  return Buffer.concat([open, header, tagged("map", uint64(...places)), ...parts, close]);
}

const tagged = (tag: string, content: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`<${tag}>`), content, Buffer.from(`</${tag}>`)]);

const utf8Field = (text: string, bytes: number): Buffer => padded(text, bytes, 0);

function valueLabels({
  name,
  labels,
}: {
  readonly name: string;
  readonly labels: readonly (readonly [number, string])[];
}): Buffer {
  const texts = labels.map(([, says]) => Buffer.concat([utf8Within(says, 32_000), Buffer.alloc(1)]));
  let end = 0;
  const starts = texts.map((text) => {
    end += text.length;
    return end - text.length;
  });
  const content = Buffer.concat([
    int32(labels.length, end),
    int32(...starts),
    int32(...labels.map(([value]) => value)),
    ...texts,
  ]);
  return tagged("lbl", Buffer.concat([int32(content.length), utf8Field(name, NAME), Buffer.alloc(3), content]));
}

function data(columns: readonly (readonly (number | null)[])[], rows: number): Buffer {
  const bytes = Buffer.alloc(rows * columns.length * 8);
  for (let row = 0; row < rows; row++)
    for (const [place, column] of columns.entries()) {
      const value = column[row] ?? null;
      const at = (row * columns.length + place) * 8;
      if (value === null) bytes.writeBigUInt64LE(MISSING, at);
      else bytes.writeDoubleLE(value, at);
    }
  return bytes;
}

function uint16(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [place, value] of values.entries()) bytes.writeUInt16LE(value, place * 2);
  return bytes;
}

function int32(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [place, value] of values.entries()) bytes.writeInt32LE(value, place * 4);
  return bytes;
}

function uint64(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 8);
  for (const [place, value] of values.entries()) bytes.writeBigUInt64LE(BigInt(value), place * 8);
  return bytes;
}
