import { type ChartRow, type Charts, CODEBOOK, keyOf } from "@osteon/codebook";

/** Small numbers from a seed (mulberry32), so that what failed can be made again. */
export function dice(seed: number) {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (n: number): number => Math.floor(next() * n);
  const one = <T>(from: readonly [T, ...T[]]): T => from[below(from.length)] ?? from[0];
  return { below, one };
}
export type Dice = ReturnType<typeof dice>;

export const TABLES = ["patient", "visit", "laboratory", "treatment", "course", "adverse_effect", "relapse"] as const;
const pad = (n: number): string => String(n).padStart(2, "0");

/** A row whose dates, references and values fit together more often than not. */
export function anyRow(table: (typeof TABLES)[number], { below, one }: Dice): ChartRow {
  const patient = `C-${below(4) + 1}`;
  const day = `${2005 + below(8)}-${pad(below(12) + 1)}-${pad(below(28) + 1)}`;
  const number = (name: string): string => `${name}${below(8)}`;
  const rows: Readonly<Record<(typeof TABLES)[number], ChartRow>> = {
    patient: {
      ...{ patient, centre: "Dresden", cohort: "cno", born_on: one(["1999-11", "2001", "2006-03", "2009-12"]) },
      ...{
        diagnosed_on: one(["2006-05-17", "2009-05-17", "2010-02-01"]),
        last_contact_on: one(["2011-03-01", "2014-01-01", "2009-06-01"]),
      },
      consent: one(["given", "given", "given", "waived", "withdrawn", ""]),
    },
    visit: {
      visit: number("V"),
      patient,
      visited_on: day,
      weight_kg: one(["31.5", "40", "99", "", "not done", below(9) === 0 ? "9000" : "27"]),
    },
    laboratory: {
      ...{ laboratory: number("L"), patient, visit: one(["", "", number("V")]), sampled_on: day, analyte: "crp" },
      ...{ value: one(["5", "0.5", "999", ""]), unit: one(["mg/L", "mg/dL"]) },
    },
    treatment: {
      treatment: number("T"),
      patient,
      drug: "pamidronate",
      drug_class: "bisphosphonate",
      started_on: day,
      stopped_on: one(["", "not applicable", "2008-01-01"]),
    },
    course: { course: number("K"), patient, treatment: number("T"), cycle: "1", cycle_day: "1", given_on: day },
    adverse_effect: {
      adverse_effect: number("E"),
      patient,
      treatment: one(["", number("T")]),
      noticed_on: day,
      effect: "fever",
    },
    relapse: { relapse: number("R"), patient, noticed_on: day, new_symptoms: "yes" },
  };
  return rows[table];
}

/** Files of some rows; a table that has none is left out. */
export const filesOf = (roll: Dice, rows: number): Charts => {
  const drawn = Array.from({ length: rows }, () => roll.one(TABLES)).map(
    (table) => [table, anyRow(table, roll)] as const,
  );
  return CODEBOOK.flatMap((table) => {
    const own = new Map(
      drawn.filter(([name]) => name === table.name).map(([, cells]) => [cells[keyOf(table).name], cells]),
    );
    return own.size === 0
      ? []
      : [
          {
            name: table.name,
            file: `${table.name}.csv`,
            rows: [...own.values()].map((cells, at) => ({ row: at + 2, cells })),
          },
        ];
  });
};
