import { tableNamed } from "@osteon/codebook";
import { store, stored } from "../frame/device-store.ts";
import { bookFor } from "../words/codebook-words.ts";

/** Why a field is proposed for a column. */
export type Because = "name" | "label" | "remembered";

export interface Proposal {
  readonly field: string | undefined;
  readonly because: Because | undefined;
}

const PLACE = "osteon.import-columns";
/** So many sets of headers are remembered. */
const KEPT = 30;

type Remembered = readonly (readonly [set: string, fields: readonly (string | null)[]])[];

/** A field for each column: as last time for the same headers, or by name, or by label in either language. */
export function proposeColumns(table: string, headers: readonly string[]): readonly Proposal[] {
  const before = remembered().find(([set]) => set === setOf(table, headers))?.[1];
  const names = tableNamed(table).fields.map(({ name }) => name);
  if (before !== undefined)
    return headers.map((_, place) => {
      const field = names.find((name) => name === before[place]);
      return { field, because: field === undefined ? undefined : "remembered" };
    });
  const taken = new Set<string>();
  const found = headers.map(() => ({ field: undefined, because: undefined }) as Proposal);
  for (const [because, written] of [
    ["name", (name: string) => [name]],
    ["label", (name: string) => (["en", "de"] as const).map((language) => bookFor(language).label(table, name))],
  ] as const) {
    headers.forEach((header, place) => {
      if (found[place]?.field !== undefined) return;
      const field = names.find(
        (name) => !taken.has(name) && written(name).some((one) => folded(one) === folded(header)),
      );
      if (field === undefined) return;
      taken.add(field);
      found[place] = { field, because };
    });
  }
  return found;
}

/** Keeps what was chosen for the next file with these headers. */
export function rememberColumns(
  table: string,
  headers: readonly string[],
  fields: readonly (string | undefined)[],
): void {
  const set = setOf(table, headers);
  const rest = remembered().filter(([other]) => other !== set);
  const kept: Remembered = [[set, fields.map((field) => field ?? null)], ...rest];
  store(PLACE, JSON.stringify(kept.slice(0, KEPT)));
}

function remembered(): Remembered {
  try {
    return JSON.parse(stored(PLACE) ?? "[]") as Remembered;
  } catch {
    return [];
  }
}

const setOf = (table: string, headers: readonly string[]): string => JSON.stringify([table, ...headers]);

/** Upper and lower case, accents, spaces and punctuation make no difference. */
const folded = (text: string): string =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
