import assert from "node:assert/strict";
import { test } from "node:test";
import { type Charts, CODEBOOK, checkCharts, isoDate, SHIPPED, withoutLeavers } from "@osteon/codebook";
import { derive, type Model, modelsReached } from "@osteon/derive";
import { type Engine, openDuckDb, type Row } from "@osteon/engine";
import { createFrozenTables, frozenRows } from "@osteon/freeze";
import { type Protocol, type ProtocolChange, varyProtocol } from "@osteon/protocol";
import dresden from "../../studies/schnabel-2017/protocol.ts";
import { DRESDEN_MODELS } from "../../studies/schnabel-2017/tests/dresden-models.ts";
import { type Drawn, readDrawn } from "./drawn-table.ts";

/** Every child here was diagnosed on this day; `+91` in a drawn date is 91 days later. */
const DIAGNOSIS = "2010-01-01";
const DIAGNOSIS_DAY = Date.UTC(2010, 0, 1) / 86_400_000;

/** What a drawn row leaves out: one girl, seen for five years; a tibia; MRIs of the whole body. */
const DEFAULTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  patient: {
    centre: "Invented",
    cohort: "cno",
    sex: "female",
    born_on: "2000-01-15",
    onset_on: "2009-09-01",
    diagnosed_on: DIAGNOSIS,
    consent: "given",
    status: "alive",
    last_contact_on: "2015-01-01",
  },
  imaging: { modality: "whole_body_mri" },
  lesion: { bone: "tibia", side: "left" },
  antibiotic: { route: "oral" },
};

const DRESDEN = { protocol: dresden, models: DRESDEN_MODELS };

interface Spec {
  /** Drawn tables of charts; a child `A` is there where none is drawn. */
  readonly charts: Readonly<Record<string, string>>;
  readonly change?: ProtocolChange;
  /** The study whose protocol and models they are; without it the Dresden study. */
  readonly study?: { readonly protocol: Protocol; readonly models: readonly Model[] };
  /** Groups that stand in the place of the study's. */
  readonly groups?: Protocol["groups"];
  /** Model that is asked, and which of its rows. */
  readonly model: string;
  readonly where?: string;
  /** The drawn columns of the rows that must come out, in any order. */
  readonly gives: string;
}

/** A sentence of the protocol, shown: charts in, rows out. */
export function spec(
  sentence: string,
  { charts, study = DRESDEN, change = {}, groups = study.protocol.groups, model, where, gives }: Spec,
): void {
  test(sentence, async () => {
    const { charts: staying } = withoutLeavers(chartsOf(charts));
    const refused = checkCharts(staying, { book: SHIPPED }).filter(({ severity }) => severity === "refused");
    assert.deepEqual(refused, []);
    const engine = await openDuckDb({ threads: 1 });
    try {
      // The rows of a freeze, whose files are not what a sentence is about.
      await createFrozenTables(engine, SHIPPED);
      for (const table of frozenRows(staying, "middle", SHIPPED)) await engine.load(table);
      await derive(engine, varyProtocol<Protocol>({ ...study.protocol, groups }, change), {
        models: modelsReached(study.models, [model]),
      });
      const expected = readDrawn(gives);
      const rows = await engine.rows(`SELECT * FROM ${model}${where === undefined ? "" : ` WHERE ${where}`}`);
      assert.deepEqual(sorted(await shown(engine, rows, expected.columns)), sorted(expected.rows));
    } finally {
      await engine.close();
    }
  });
}

const sorted = (rows: readonly Readonly<Record<string, string>>[]) =>
  rows.map((row) => ({ ...row })).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

/** Charts as they are drawn: a table by its name, what a row leaves out by DEFAULTS. */
export function chartsOf(drawn: Readonly<Record<string, string>>): Charts {
  const whole = { patient: "patient\nA", ...drawn };
  return CODEBOOK.map(({ name, fields }) => {
    const { rows } = readDrawn(whole[name as keyof typeof whole] ?? "");
    return {
      name,
      file: `${name}.csv`,
      rows: rows.map((row, index) => ({
        row: index + 2,
        cells: { [name]: `${name}-${index + 1}`, ...patientOf(name), ...DEFAULTS[name], ...dated(row, fields) },
      })),
    };
  });
}

const patientOf = (table: string): Record<string, string> => (table === "patient" ? {} : { patient: "A" });

function dated(row: Drawn["rows"][number], fields: readonly { readonly name: string }[]): Record<string, string> {
  const known = new Set(fields.map(({ name }) => name));
  return Object.fromEntries(
    Object.entries(row).map(([column, cell]) => {
      assert.ok(known.has(column), `the codebook has no ${column}`);
      const days = column.endsWith("_on") ? /^[+-]\d+$/.exec(cell) : null;
      return [column, days === null ? cell : isoDate(DIAGNOSIS_DAY + Number(cell))];
    }),
  );
}

const KEYS: readonly (readonly [RegExp, string])[] = [
  [/visit_no$/, "visit"],
  [/imaging_no$/, "imaging"],
  [/^patient_no$/, "patient"],
  [/laboratory_no$/, "laboratory"],
];

/** Rows as they are drawn: row numbers as the keys of the chart, days from diagnosis, a dash for nothing. */
async function shown(engine: Engine, rows: readonly Row[], columns: readonly string[]) {
  const keys = new Map<string, Map<unknown, unknown>>();
  for (const [, table] of KEYS) {
    const found = await engine.rows(`SELECT ${table} AS name, ${table}_no AS no FROM ${table}`);
    keys.set(table, new Map(found.map(({ name, no }) => [no, name])));
  }
  return rows.map((row) =>
    Object.fromEntries(
      columns.map((column) => {
        const value = row[column];
        assert.notEqual(value, undefined, `the model has no column ${column}`);
        if (value === null) return [column, "-"];
        const table = KEYS.find(([pattern]) => pattern.test(column))?.[1];
        if (table !== undefined) return [column, String(keys.get(table)?.get(value))];
        return [column, column.endsWith("_epoch_day") ? `+${Number(value) - DIAGNOSIS_DAY}` : String(value)];
      }),
    ),
  );
}
