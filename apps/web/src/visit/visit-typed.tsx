import { tableNamed } from "../book/registry-book.ts";
import { Panel } from "../design/page.tsx";
import type { Typed } from "../entry/typed-cells.ts";
import { type Book, useBook } from "../words/codebook-words.ts";
import { useFormat } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import type { KeptVisit } from "./kept-visit.ts";
import { type NamedRows, readName } from "./visit-state.ts";
import { VISIT_WORDS } from "./visit-words.ts";

/**
 * What was typed of a visit whose chart cannot be read now: to be seen, not to be changed, since units and doses are read beside
 * what the registry tells.
 */
export function VisitTyped({ kept }: { readonly kept: KeptVisit }) {
  const says = useWords(VISIT_WORDS);
  const book = useBook();
  const format = useFormat();
  const isAsked = kept.attempt !== undefined;
  return (
    <Panel title={says.typedHere}>
      <p role="status" data-save-state={isAsked ? "waiting" : "kept"}>
        {isAsked ? says.waiting : says.kept(format.dateTime(kept.since))}
      </p>
      {rowsTyped(kept)
        .map(({ place, table, words }) => ({ place, table, cells: cellsIn(table, words, book) }))
        .filter(({ cells }) => cells.length > 0)
        .map(({ place, table, cells }) => (
          <div key={place}>
            <h3>{book.one(table)}</h3>
            <dl className="visit-typed">
              {cells.map(({ name, label, cell }) => (
                <div key={name} className="row">
                  <dt>{label}</dt>
                  <dd>{cell}</dd>
                </div>
              ))}
            </dl>
          </div>
        ))}
    </Panel>
  );
}

interface RowTyped {
  readonly place: string;
  readonly table: string;
  readonly words: Typed;
}

function rowsTyped({ state, read }: KeptVisit): readonly RowTyped[] {
  const named = (part: string, table: string, rows: NamedRows): readonly RowTyped[] =>
    Object.entries(rows).map(([name, { words }]) => ({ place: `${part}/${name}`, table, words }));
  const { mri } = state;
  return [
    { place: "visit", table: "visit", words: state.visit.words },
    ...named("results", "laboratory", state.results),
    ...Object.entries(state.drugs).map(
      ([
        key,
        {
          kind,
          words: { on = "", ...words },
        },
      ]) => ({
        place: `drugs/${key}`,
        table: "treatment",
        words: {
          drug: read[readName("treatment", key)]?.cells.drug ?? "",
          ...words,
          [kind === "stopped" ? "stopped_on" : "started_on"]: on,
        },
      }),
    ),
    ...named("begun", "treatment", state.begun),
    ...named("effects", "adverse_effect", state.effects),
    ...(mri === undefined
      ? []
      : [
          { place: "mri", table: "imaging", words: mri.words },
          ...named("mri/seen", "lesion_observation", mri.seen),
          ...Object.entries(mri.found).flatMap(([name, { lesion, seen }]) => [
            { place: `mri/found/${name}`, table: "lesion", words: lesion.words },
            { place: `mri/found/${name}/seen`, table: "lesion_observation", words: seen.words },
          ]),
        ]),
  ];
}

/** As it was typed, since what cannot be read is shown too. */
function cellsIn(table: string, words: Typed, book: Book) {
  return tableNamed(table).fields.flatMap(({ name }) => {
    const typed = (words[name] ?? "").trim();
    return typed === "" ? [] : [{ name, label: book.label(table, name), cell: book.cell(table, name, typed) }];
  });
}
