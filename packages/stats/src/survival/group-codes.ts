/** Names as small whole numbers: row i belongs to names[codes[i]]. Names stand in code-point order, whole numbers in their own. */
export interface Codes {
  readonly codes: Uint8Array | Uint16Array | Uint32Array;
  readonly names: readonly string[];
}

/** More groups than this need wider codes. */
const NARROW = 256;

export function codesOf(column: ArrayLike<string | number>): Codes {
  return column instanceof Uint8Array ? codesOfBytes(column) : codesOfNames(column);
}

/** Bytes are codes already; only values that occur get a name. */
function codesOfBytes(column: Uint8Array): Codes {
  const present = new Uint8Array(NARROW);
  for (let i = 0; i < column.length; i++) present[column[i] as number] = 1;
  const values = Array.from(present.keys()).filter((value) => present[value] === 1);
  if (values.every((value, place) => value === place)) return { codes: column, names: values.map(String) };
  const place = new Uint8Array(NARROW);
  for (const [code, value] of values.entries()) place[value] = code;
  return { codes: column.map((value) => place[value] as number), names: values.map(String) };
}

function codesOfNames(column: ArrayLike<string | number>): Codes {
  const seen = new Map<string | number, number>();
  const first = new Uint32Array(column.length);
  for (let i = 0; i < column.length; i++) {
    const value = column[i] as string | number;
    let code = seen.get(value);
    if (code === undefined) {
      code = seen.size;
      seen.set(value, code);
    }
    first[i] = code;
  }
  const values = [...seen.keys()];
  const order = values.map((_, code) => code).sort((a, b) => before(values[a] ?? "", values[b] ?? ""));
  const place = new Uint32Array(values.length);
  for (const [code, old] of order.entries()) place[old] = code;
  const codes = values.length <= NARROW ? new Uint8Array(first.length) : first;
  for (let i = 0; i < first.length; i++) codes[i] = place[first[i] as number] as number;
  return { codes, names: order.map((old) => String(values[old])) };
}

function before(a: string | number, b: string | number): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a) < String(b) ? -1 : 1;
}
