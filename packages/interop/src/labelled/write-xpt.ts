import { type LabelledColumn, type LabelledTable, padded } from "./labelled-table.ts";

const RECORD = 80;
const LONGEST_TEXT = 200;
/** The file states no moment, so that the same table gives the same bytes. */
const MOMENT = "01JAN70:00:00:00";

/**
 * A table as a SAS transport file, version 5, which R, SAS and regulators read: names of at most 8 letters, labels of 40, ASCII alone, numbers
 * as IBM writes them. Codes stay texts: the format has no value labels. Layout: SAS TS-140.
 */
export function xptFile(table: LabelledTable): Buffer {
  const { columns, rows, label, name } = table;
  const names = shortNames(columns.map((column) => column.name));
  const widths = columns.map(widthOf);
  let end = 0;
  const starts = widths.map((width) => {
    end += width;
    return end - width;
  });
  const described = columns.map((column, place) =>
    nameString(column, names[place] ?? "", widths[place] ?? 8, place + 1, starts[place] ?? 0),
  );
  const [dataset = ""] = shortNames([name]);
  return Buffer.concat([
    marker("LIBRARY", "000000000000000000000000000000"),
    record(`SAS     SAS     SASLIB  9.4     OSTEON  ${" ".repeat(24)}${MOMENT}`),
    record(MOMENT),
    marker("MEMBER", "000000000000000001600000000140"),
    marker("DSCRPTR", "000000000000000000000000000000"),
    record(`SAS     ${dataset.padEnd(8)}SASDATA 9.4     OSTEON  ${" ".repeat(24)}${MOMENT}`),
    record(`${MOMENT}${" ".repeat(16)}${ascii(label).slice(0, 40).padEnd(40)}        `),
    marker("NAMESTR", `000000${String(columns.length).padStart(4, "0")}00000000000000000000`),
    filled(Buffer.concat(described)),
    marker("OBS", "000000000000000000000000000000"),
    filled(observations(columns, widths, rows, end)),
  ]);
}

/** Names of at most 8 letters, each once: consonants and digits of the words, then counted. */
export function shortNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const whole = name.replaceAll("_", "").toUpperCase();
    const words = name.toUpperCase().split("_");
    const bare = words.map((word) => word.slice(0, 1) + word.slice(1).replace(/[AEIOU]/g, "")).join("");
    const wanted = (whole.length <= 8 ? whole : bare).slice(0, 8);
    let found = wanted;
    for (let n = 2; taken.has(found); n++) found = `${wanted.slice(0, 8 - String(n).length)}${n}`;
    taken.add(found);
    return found;
  });
}

const LETTERS: Readonly<Record<string, string>> = {
  α: "alpha",
  β: "beta",
  γ: "gamma",
  ß: "ss",
  "–": "-",
  "’": "'",
  "“": '"',
  "”": '"',
};

/** A text in ASCII: marks of letters left out, a few letters in words, any other a question mark. */
const ascii = (text: string): string =>
  [...text.normalize("NFKD").replace(/\p{M}/gu, "")]
    .map((letter) => LETTERS[letter] ?? (/[\x20-\x7e]/.test(letter) ? letter : "?"))
    .join("");

/** Each code as a text in ASCII; codes that would be one and the same end in their number, by which the other formats tell them apart. */
function textsOf({ labels }: LabelledColumn): ReadonlyMap<number | string, string> {
  const plain = labels.map(([code]) => ascii(String(code)).slice(0, LONGEST_TEXT));
  return new Map(
    labels.map(([code], place) => {
      const text = plain[place] ?? "";
      if (plain.indexOf(text) === plain.lastIndexOf(text)) return [code, text];
      const number = ` #${place + 1}`;
      return [code, `${text.slice(0, LONGEST_TEXT - number.length)}${number}`];
    }),
  );
}

const textOf = (texts: ReadonlyMap<number | string, string>, value: number | string): string =>
  texts.get(value) ?? ascii(String(value)).slice(0, LONGEST_TEXT);

function widthOf(column: LabelledColumn): number {
  if (column.kind === "number") return 8;
  const texts = textsOf(column);
  return Math.max(1, ...column.values.map((value) => (value === null ? 0 : textOf(texts, value).length)));
}

const record = (text: string): Buffer => padded(text, RECORD);
const marker = (kind: string, numbers: string): Buffer =>
  record(`HEADER RECORD*******${kind.padEnd(8)}HEADER RECORD!!!!!!!${numbers}  `);

/** Filled up with blanks to a whole record. */
const filled = (content: Buffer): Buffer =>
  Buffer.concat([content, Buffer.alloc((RECORD - (content.length % RECORD)) % RECORD, 0x20)]);

function nameString(
  { kind, label }: LabelledColumn,
  name: string,
  width: number,
  number: number,
  start: number,
): Buffer {
  const bytes = Buffer.alloc(140);
  bytes.writeInt16BE(kind === "number" ? 1 : 2, 0);
  bytes.writeInt16BE(width, 4);
  bytes.writeInt16BE(number, 6);
  padded(name, 8).copy(bytes, 8);
  padded(ascii(label), 40).copy(bytes, 16);
  padded("", 8).copy(bytes, 56);
  padded("", 8).copy(bytes, 72);
  bytes.writeInt32BE(start, 84);
  return bytes;
}

function observations(
  columns: readonly LabelledColumn[],
  widths: readonly number[],
  rows: number,
  width: number,
): Buffer {
  const bytes = Buffer.alloc(rows * width, 0x20);
  const texts = columns.map(textsOf);
  let at = 0;
  for (let row = 0; row < rows; row++)
    for (const [place, { kind, values }] of columns.entries()) {
      const value = values[row] ?? null;
      if (kind === "number") ibmFloat(value === null ? null : Number(value)).copy(bytes, at);
      else if (value !== null) bytes.write(textOf(texts[place] ?? new Map(), value), at, "latin1");
      at += widths[place] ?? 0;
    }
  return bytes;
}

/** A double as IBM/360 writes it: sign, a power of 16 above 64, 56 bits of fraction. A missing value is a point. */
function ibmFloat(value: number | null): Buffer {
  const bytes = Buffer.alloc(8);
  if (value === null) {
    bytes[0] = 0x2e;
    return bytes;
  }
  if (value === 0) return bytes;
  let exponent = 0;
  let fraction = Math.abs(value);
  while (fraction >= 1) {
    fraction /= 16;
    exponent += 1;
  }
  while (fraction < 1 / 16) {
    fraction *= 16;
    exponent -= 1;
  }
  bytes.writeBigUInt64BE(BigInt(fraction * 2 ** 56));
  bytes[0] = (value < 0 ? 0x80 : 0) | (exponent + 64);
  return bytes;
}
