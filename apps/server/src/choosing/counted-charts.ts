import type { Choices } from "@osteon/api";
import { type ChildCounter, type ChildrenCounted, childCounter } from "@osteon/choosing";
import { type Charts, type Codebook, checkCharts, keptBook, type Problem } from "@osteon/codebook";
import { chartPages, readCodebook, type Session, sharedNumber, stateOfCharts, todayOf } from "@osteon/registry";
import { takeTurns } from "../http/take-turns.ts";
import { cellsWithCentre } from "../routes/numbers-by-centre.ts";

/** The children of a registry that choices count; the problems, where its charts would not freeze as they are. */
export type Told =
  | { readonly children: ChildrenCounted; readonly problems?: undefined }
  | { readonly problems: readonly Problem[] };

/** Counts the charts of some centres, as a run would read them at this moment. */
export interface CountedCharts {
  count(session: Session, centres: readonly string[], choices: Choices): Promise<Told>;
  close(): Promise<void>;
}

interface Loaded {
  readonly state: string;
  readonly counter: Promise<ChildCounter | readonly Problem[]>;
}

/** Charts of so many sets of centres stay loaded; what nobody asked for longest goes first. */
const MOST_LOADED = 3;

/** Charts are loaded once for each set of centres, and again once a row of theirs was written. */
export function countedCharts(): CountedCharts {
  const loaded = new Map<string, Loaded>();
  const oneAtATime = takeTurns(1);
  const letGo = async (key: string): Promise<void> => {
    const counter = await loaded.get(key)?.counter.catch(() => []);
    loaded.delete(key);
    if (counter !== undefined && "close" in counter) await counter.close();
  };
  return {
    count: async (session, centres, choices) => {
      const key = JSON.stringify([...centres].sort());
      const book = keptBook(await readCodebook(session));
      const { drugs, analytes, own } = book;
      const state = JSON.stringify([await stateOfCharts(session, centres), drugs, analytes, own]);
      return await oneAtATime(key, async () => {
        if (loaded.get(key)?.state !== state) {
          await letGo(key);
          for (const other of [...loaded.keys()].slice(0, loaded.size - MOST_LOADED + 1)) await letGo(other);
        }
        const known = loaded.get(key) ?? { state, counter: load(session, centres, book) };
        loaded.delete(key);
        loaded.set(key, known);
        try {
          const counter = await known.counter;
          return "count" in counter ? { children: await counter.count(choices) } : { problems: counter };
        } catch (error) {
          await letGo(key);
          throw error;
        }
      });
    },
    close: async () => {
      for (const key of loaded.keys()) await letGo(key);
    },
  };
}

async function load(
  session: Session,
  centres: readonly string[],
  book: Codebook,
): Promise<ChildCounter | readonly Problem[]> {
  const charts = await chartsOf(session, centres, book);
  const refused = checkCharts(charts, { book, today: await todayOf(session) }).filter(
    ({ severity }) => severity === "refused",
  );
  return refused.length > 0 ? refused : await childCounter(charts, book);
}

/** What a run would read: complete rows of children who are in studies; with the centre before each number where centres share some. */
async function chartsOf(session: Session, centres: readonly string[], book: Codebook): Promise<Charts> {
  const byCentre = (await sharedNumber(session, centres)) !== undefined;
  const charts = [];
  for (const table of book.tables) {
    const written = byCentre
      ? cellsWithCentre(table)
      : ({ cells }: Parameters<ReturnType<typeof cellsWithCentre>>[0]) => cells;
    const rows = [];
    for await (const page of chartPages(session, table, { centres }))
      for (const row of page) rows.push({ row: rows.length + 2, cells: written(row) });
    charts.push({ name: table.name, file: `${table.name}.csv`, rows });
  }
  return charts;
}
