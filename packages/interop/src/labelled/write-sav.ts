import { type LabelledTable, numberLabels, numbersOf, padded, utf8Within } from "./labelled-table.ts";

const NUMERIC = 0;
/** F8.2 as SPSS packs a format: kind, width, decimals. */
const FORMAT = (5 << 16) | (8 << 8) | 2;
const SYSTEM_MISSING = -Number.MAX_VALUE;

/**
 * A table as an SPSS system file: every column a number, codes with value labels, texts in UTF-8, nothing compressed, no clock time.
 * Layout as in the PSPP developers' guide, "System File Format". Names longer than 8 letters stand in the record for long names.
 */
export function savFile(table: LabelledTable): Buffer {
  const { columns, rows } = table;
  const short = columns.map((_, place) => `V${place + 1}`);
  const dictionary = columns.map(({ label }, place) => variable(short[place] ?? "", label));
  const labels = columns.flatMap((column, place) => valueLabels(numberLabels(column), place + 1));
  const long = columns.map(({ name }, place) => `${short[place]}=${name}`).join("\t");
  return Buffer.concat([
    header(table),
    ...dictionary,
    ...labels,
    extension(3, 4, int32(25, 0, 0, -1, 1, 1, 2, 65001)),
    extension(4, 8, float64(SYSTEM_MISSING, Number.MAX_VALUE, nextAfterLowest())),
    extension(13, 1, Buffer.from(long)),
    extension(20, 1, Buffer.from("UTF-8")),
    int32(999, 0),
    cases(columns.map(numbersOf), rows),
  ]);
}

function header({ label, columns, rows }: LabelledTable): Buffer {
  return Buffer.concat([
    Buffer.from("$FL2"),
    padded("@(#) SPSS DATA FILE Osteon", 60),
    int32(2, columns.length, 0, 0, rows),
    float64(100),
    Buffer.from("01 Jan 70"),
    Buffer.from("00:00:00"),
    padded(label, 64),
    Buffer.alloc(3),
  ]);
}

function variable(name: string, label: string): Buffer {
  const text = utf8Within(label, 252);
  return Buffer.concat([
    int32(2, NUMERIC, 1, 0, FORMAT, FORMAT),
    padded(name, 8),
    int32(text.length),
    text,
    Buffer.alloc((4 - (text.length % 4)) % 4),
  ]);
}

/** Labels, and the column that they are of by its place, from 1. */
function valueLabels(labels: readonly (readonly [number, string])[], place: number): readonly Buffer[] {
  if (labels.length === 0) return [];
  const entries = labels.map(([value, says]) => {
    const text = utf8Within(says === "" ? String(value) : says, 119);
    const field = Buffer.alloc(Math.ceil((text.length + 1) / 8) * 8, 0x20);
    field[0] = text.length;
    text.copy(field, 1);
    return Buffer.concat([float64(value), field]);
  });
  return [int32(3, labels.length), ...entries, int32(4, 1, place)];
}

const extension = (kind: number, size: number, content: Buffer): Buffer =>
  Buffer.concat([int32(7, kind, size, content.length / size), content]);

function cases(columns: readonly (readonly (number | null)[])[], rows: number): Buffer {
  const data = Buffer.alloc(rows * columns.length * 8);
  for (let row = 0; row < rows; row++)
    for (const [place, column] of columns.entries())
      data.writeDoubleLE(column[row] ?? SYSTEM_MISSING, (row * columns.length + place) * 8);
  return data;
}

function int32(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [place, value] of values.entries()) bytes.writeInt32LE(value, place * 4);
  return bytes;
}

function float64(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 8);
  for (const [place, value] of values.entries()) bytes.writeDoubleLE(value, place * 8);
  return bytes;
}

/** The number right above the lowest one, which SPSS calls LOWEST. */
function nextAfterLowest(): number {
  const bytes = float64(SYSTEM_MISSING);
  bytes.writeBigInt64LE(bytes.readBigInt64LE() - 1n);
  return bytes.readDoubleLE();
}
