import { type Chart, charts, type Row } from "@osteon/api";
import { tableNamed } from "@osteon/codebook";
import { useQueryClient } from "@tanstack/react-query";
import { CHILDREN } from "../api/addresses.ts";
import { call } from "../api/request.ts";
import { readAgain } from "../api/use-get.ts";
import type { LesionSeen } from "../patient/lesion-states.ts";
import type { LesionCells } from "./lesion-form.tsx";
import { observeInTurn } from "./observe-in-turn.ts";

export interface LesionWrites {
  readonly enter: (cells: LesionCells) => Promise<void>;
  readonly change: (seen: LesionSeen, cells: LesionCells, reason: string) => Promise<void>;
  /** How a known lesion looks on this examination; an empty state takes that back. */
  readonly observe: (seen: LesionSeen, state: string) => Promise<void>;
  /** Open lesions look as they did the time before; what was new then is active now. */
  readonly asBefore: (open: readonly LesionSeen[]) => Promise<void>;
}

/** What is written from the skeleton of one examination; the chart is read again after each. */
export function useLesionWrites(chart: Chart, imaging: string): LesionWrites {
  const client = useQueryClient();
  const post = async (table: string, cells: LesionCells): Promise<Row> =>
    (
      await call(
        charts.enterRow,
        {
          params: { centre: chart.centre, table },
          body: { cells: cellsFor(table, { ...cells, patient: chart.patient }), status: "complete" },
        },
        { key: crypto.randomUUID() },
      )
    ).body.row;
  const put = async (row: Row, cells: LesionCells, reason: string): Promise<Row> => {
    const becomes = { ...row.cells, ...cellsFor(row.table, cells) };
    if (Object.entries(becomes).every(([name, cell]) => cell === (row.cells[name] ?? ""))) return row;
    const more = { version: row.version };
    const body = { cells: becomes, status: "complete", reason } as const;
    return (await call(charts.changeRow, { params: addressOf(row), body }, more)).body.row;
  };
  const after = async (work: Promise<unknown>): Promise<void> => {
    try {
      await work;
    } finally {
      await readAgain(client, ...CHILDREN);
    }
  };
  const observed = (lesion: Row, cells: LesionCells) =>
    post("lesion_observation", { ...cells, imaging, lesion: lesion.key });
  return {
    enter: (cells) => after(post("lesion", cells).then((lesion) => observed(lesion, cells))),
    change: ({ lesion, observation }, cells, reason) =>
      after(
        (async () => {
          await put(lesion, cells, reason);
          if (observation === undefined) await observed(lesion, cells);
          else await put(observation, cells, reason);
        })(),
      ),
    observe: ({ lesion, observation }, state) =>
      after(
        observeInTurn(`${chart.centre}/${imaging}/${lesion.key}`, observation, async (now) => {
          if (now === undefined) return state === "" ? undefined : await observed(lesion, { state });
          if (state !== "") return await put(now, { state }, CORRECTED);
          await call(charts.deleteRow, { params: addressOf(now) }, { version: now.version, reason: CORRECTED });
          return undefined;
        }),
      ),
    asBefore: (open) =>
      after(
        (async () => {
          for (const { lesion, before } of open)
            await observed(lesion, { state: before?.state === "new" ? "active" : (before?.state ?? "active") });
        })(),
      ),
  };
}

const CORRECTED = "read again on the examination";
const addressOf = ({ centre, table, key }: Row) => ({ centre, table, key });

/** Those of the cells that the table has, without its number. */
function cellsFor(table: string, cells: LesionCells): LesionCells {
  const known = tableNamed(table).fields.filter(({ name, type }) => type.kind !== "key" && cells[name] !== undefined);
  return Object.fromEntries(known.map(({ name }) => [name, cells[name] ?? ""]));
}
