import { type Chart, encounters, type Row, type SentTogether } from "@osteon/api";
import { useQueryClient } from "@tanstack/react-query";
import { CHILDREN } from "../api/addresses.ts";
import { call } from "../api/request.ts";
import { readAgain } from "../api/use-get.ts";
import { tableNamed } from "../book/registry-book.ts";
import type { LesionSeen } from "../patient/lesion-states.ts";
import type { LesionCells } from "./lesion-form.tsx";
import { observeInTurn } from "./observe-in-turn.ts";
import { isPassing } from "./save-kept.ts";
import { sendTogether } from "./send-together.ts";

export interface LesionWrites {
  /** `form` is the form as it was opened: what it sends twice is written once. */
  readonly enter: (form: string, cells: LesionCells) => Promise<void>;
  readonly change: (form: string, seen: LesionSeen, cells: LesionCells, reason: string) => Promise<void>;
  /** How a known lesion looks on this examination; an empty state takes that back. */
  readonly observe: (seen: LesionSeen, state: string) => Promise<void>;
  /** Open lesions look as they did the time before; what was new then is active now. */
  readonly asBefore: (open: readonly LesionSeen[]) => Promise<void>;
}

/** What is written from the skeleton of one examination, a lesion and how it looks as one; the chart is read again after each. */
export function useLesionWrites({ centre, patient }: Chart, imaging: string): LesionWrites {
  const client = useQueryClient();
  const together = (of: string, rows: (now?: readonly Row[]) => SentTogether): Promise<readonly Row[]> =>
    sendTogether({
      of: `${centre}/${imaging}/${of}`,
      rows,
      send: async (body, key) =>
        (await call(encounters.saveTogether, { params: { centre, patient }, body }, { key })).body.rows,
      isPassing,
    });
  const after = async (work: Promise<unknown>): Promise<void> => {
    try {
      await work;
    } finally {
      await readAgain(client, ...CHILDREN);
    }
  };
  const observed = (lesion: Row, cells: LesionCells) =>
    newRow("lesion_observation", { ...cells, imaging, lesion: lesion.key });
  return {
    enter: (form, cells) =>
      after(
        together(form, (now) =>
          now === undefined
            ? {
                status: "complete",
                rows: [
                  { ...newRow("lesion", cells), name: "lesion" },
                  { ...newRow("lesion_observation", { ...cells, imaging }), refers: { lesion: "lesion" } },
                ],
              }
            : changed(CORRECTED, now, cells),
        ),
      ),
    change: (form, { lesion, observation }, cells, reason) =>
      after(
        together(form, (now = observation === undefined ? [lesion] : [lesion, observation]) => {
          const more = now.some(({ table }) => table === "lesion_observation") ? [] : [observed(lesion, cells)];
          const { rows, ...sent } = changed(reason, now, cells);
          return { ...sent, rows: [...rows, ...more] };
        }),
      ),
    observe: ({ lesion, observation }, state) =>
      after(
        observeInTurn(`${centre}/${imaging}/${lesion.key}`, observation, async (stands) => {
          const [row] = await together(lesion.key, ([now = stands] = []) => {
            if (now === undefined)
              return { status: "complete", rows: state === "" ? [] : [observed(lesion, { state })] };
            if (state !== "") return changed(CORRECTED, [now], { state });
            const { table, key, version } = now;
            return { status: "complete", reason: CORRECTED, rows: [], removed: [{ table, key, version }] };
          });
          return state === "" ? undefined : row;
        }),
      ),
    asBefore: (open) =>
      after(
        together("as before", (now = []) => ({
          status: "complete",
          rows: open
            .filter(({ lesion }) => !now.some(({ cells }) => cells.lesion === lesion.key))
            .map(({ lesion, before }) =>
              observed(lesion, { state: before?.state === "new" ? "active" : (before?.state ?? "active") }),
            ),
        })),
      ),
  };
}

const CORRECTED = "read again on the examination";

const newRow = (table: string, cells: LesionCells) => ({ table, cells: cellsFor(table, cells) });

/** Rows that stand with other cells; one that says the same is not written, and needs no reason. */
const changed = (reason: string, rows: readonly Row[], cells: LesionCells): SentTogether => ({
  status: "complete",
  reason,
  rows: rows.map(({ table, key, version, cells: before }) => ({
    ...{ table, key, version },
    cells: { ...before, ...cellsFor(table, cells) },
  })),
});

/** Those of the cells that the table has, without its number. */
function cellsFor(table: string, cells: LesionCells): LesionCells {
  const known = tableNamed(table).fields.filter(({ name, type }) => type.kind !== "key" && cells[name] !== undefined);
  return Object.fromEntries(known.map(({ name }) => [name, cells[name] ?? ""]));
}
