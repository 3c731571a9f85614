import { closeSync, mkdirSync, openSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";

/** What is measured on: follow-up of n subjects in 4 groups, 48.7 % with the event, 5 covariates of which 3 are 0 or 1. */
export interface DrawnRows {
  readonly days: Int32Array;
  /** The same follow-up as arbitrary fractions of a day. */
  readonly fractions: Float64Array;
  readonly event: Uint8Array;
  readonly group: Uint8Array;
  readonly covariates: readonly Float64Array[];
}

export const COVARIATES = 5;
const LONGEST = 3650;

/** The same rows for the same n on every machine. */
export function drawRows(n: number): DrawnRows {
  const draw = uniform(20_170_501 + n);
  const rows = {
    days: new Int32Array(n),
    fractions: new Float64Array(n),
    event: new Uint8Array(n),
    group: new Uint8Array(n),
    covariates: Array.from({ length: COVARIATES }, () => new Float64Array(n)),
  };
  for (let i = 0; i < n; i++) {
    const group = Math.floor(draw() * 4);
    rows.group[i] = group;
    for (const [j, column] of rows.covariates.entries()) column[i] = j < 2 ? draw() + draw() : draw() < 0.4 ? 1 : 0;
    const risk = 0.1 * group + 0.3 * (rows.covariates[0]?.[i] ?? 0) - 0.4 * (rows.covariates[2]?.[i] ?? 0);
    const time = Math.min(LONGEST - 1, (-Math.log(1 - draw()) * 1500) / Math.exp(risk));
    rows.fractions[i] = time + 0.001;
    rows.days[i] = 1 + Math.floor(time);
    rows.event[i] = draw() < 0.487 ? 1 : 0;
  }
  return rows;
}

/** xorshift32, as a share from 0 to below 1. */
function uniform(seed: number): () => number {
  let state = seed | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

const files = (rows: DrawnRows): readonly (readonly [string, ArrayBufferView])[] => [
  ["days", rows.days],
  ["fractions", rows.fractions],
  ["event", rows.event],
  ["group", rows.group],
  ...rows.covariates.map((column, j) => [`covariate${j}`, column] as const),
];

/** Raw columns, which R reads with readBin. */
export function writeRows(directory: string, rows: DrawnRows): void {
  mkdirSync(directory, { recursive: true });
  for (const [name, column] of files(rows)) {
    const file = openSync(join(directory, name), "w");
    const bytes = new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at, Math.min(1 << 28, bytes.length - at));
    closeSync(file);
  }
}

export function readRows(directory: string): DrawnRows {
  const bytes = (name: string) => {
    const read = readFileSync(join(directory, name));
    return read.buffer.slice(read.byteOffset, read.byteOffset + read.byteLength);
  };
  return {
    days: new Int32Array(bytes("days")),
    fractions: new Float64Array(bytes("fractions")),
    event: new Uint8Array(bytes("event")),
    group: new Uint8Array(bytes("group")),
    covariates: Array.from({ length: COVARIATES }, (_, j) => new Float64Array(bytes(`covariate${j}`))),
  };
}
