import { type ChartRow, type Charts, CODEBOOK } from "@osteon/codebook";

/** Takes the rows of all charts and numbers them. */
export interface ChartLedger {
  /** Adds a row under the next key of its table, and says which. */
  add(table: string, cells: ChartRow): string;
  /** Adds a row that brings its own key. */
  enter(table: string, cells: ChartRow): void;
  charts(): Charts;
}

const KEY_LETTERS: Readonly<Record<string, string>> = {
  visit: "V",
  laboratory: "L",
  culture: "C",
  biopsy: "B",
  imaging: "I",
  lesion: "F",
  lesion_observation: "O",
  treatment: "T",
  course: "P",
  antibiotic: "A",
  adverse_effect: "E",
  manifestation: "M",
  joint: "J",
  sequela: "S",
  relapse: "R",
};

export function chartLedger(): ChartLedger {
  const rows = new Map<string, ChartRow[]>(CODEBOOK.map(({ name }) => [name, []]));
  const rowsOf = (table: string): ChartRow[] => {
    const found = rows.get(table);
    if (found === undefined) throw new Error(`the codebook has no table ${table}`);
    return found;
  };
  return {
    add: (table, cells) => {
      const own = rowsOf(table);
      const key = `${KEY_LETTERS[table]}${String(own.length + 1).padStart(5, "0")}`;
      own.push({ [table]: key, ...cells });
      return key;
    },
    enter: (table, cells) => {
      rowsOf(table).push(cells);
    },
    charts: () =>
      CODEBOOK.map(({ name }) => ({
        name,
        file: `${name}.csv`,
        rows: rowsOf(name).map((cells, index) => ({ row: index + 2, cells })),
      })),
  };
}
