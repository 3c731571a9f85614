import type { Row } from "@osteon/api";
import { type ReadRows, type RowWords, readName, type VisitState } from "./visit-state.ts";

/**
 * What is typed, on top of what was just written: rows that were new have their numbers, rows that stand their new versions, and
 * changes of drugs that were taken are said no more. What was typed since stays as it is.
 */
export function settled(
  state: VisitState,
  read: ReadRows,
  sent: {
    readonly rows: readonly { readonly place: string }[];
    readonly removed: readonly { readonly place: string; readonly row: Row }[];
  },
  saved: { readonly visit: Row; readonly rows: readonly Row[] },
): { readonly state: VisitState; readonly read: ReadRows } {
  const gone = new Set(sent.removed.map(({ row }) => readName(row.table, row.key)));
  const now = [saved.visit, ...saved.rows];
  const left = Object.fromEntries(Object.entries(read).filter(([name]) => !gone.has(name)));
  const byPlace = new Map(sent.rows.map(({ place }, at) => [place, saved.rows[at]]));
  const numbered = <T extends RowWords>(place: string, row: T): T => {
    const key = byPlace.get(place)?.key ?? (row.key !== undefined && isGone(place) ? undefined : row.key);
    return key === row.key ? row : { ...row, key };
  };
  const isGone = (place: string): boolean => sent.removed.some((one) => one.place === place);
  const all = <T extends RowWords>(begin: string, rows: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(rows).map(([name, row]) => [name, numbered(`${begin}/${name}`, row)]));
  const { mri } = state;
  return {
    read: { ...left, ...Object.fromEntries(now.map((row) => [readName(row.table, row.key), row])) },
    state: {
      ...state,
      visit: { ...state.visit, key: saved.visit.key },
      results: all("results", state.results),
      drugs: Object.fromEntries(Object.entries(state.drugs).filter(([key]) => !byPlace.has(`drugs/${key}`))),
      begun: all("begun", state.begun),
      effects: all("effects", state.effects),
      mri: mri && {
        ...numbered("mri", mri),
        seen: all("mri/seen", mri.seen),
        found: Object.fromEntries(
          Object.entries(mri.found).map(([name, { lesion, seen }]) => [
            name,
            { lesion: numbered(`mri/found/${name}`, lesion), seen: numbered(`mri/found/${name}/seen`, seen) },
          ]),
        ),
      },
      removed: state.removed.filter((name) => !gone.has(name)),
    },
  };
}
