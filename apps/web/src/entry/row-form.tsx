import { checkRow, keyOf, type Table } from "@osteon/codebook";
import { useMemo, useState } from "react";
import { centresOf, useMe } from "../api/me.ts";
import type { Chart, Row } from "../api/shapes.ts";
import { Panel } from "../design/page.tsx";
import { byDay, DAY_FIELDS, rowsOf } from "../patient/chart-rows.ts";
import { useBook } from "../words/codebook-words.ts";
import { ConflictView } from "./conflict-view.tsx";
import { consequencesOf } from "./consequences.ts";
import { DoseJudgement } from "./dose-judgement.tsx";
import { FormField } from "./form-field.tsx";
import { SaveBar } from "./save-bar.tsx";
import type { Typed } from "./typed-cells.ts";
import { useRowEditor } from "./use-row-editor.ts";

interface Parts {
  readonly table: Table;
  readonly patient: string;
  readonly chart: Chart | undefined;
  readonly row: Row | undefined;
  readonly begins: Typed;
  readonly readOnly: boolean;
  readonly onMade: (row: Row) => void;
  readonly onCompleted: () => void;
}

/** The form of one row, made from the codebook; checks stand beside the fields as one types. */
export function RowForm({ table, patient, chart, row: opened, begins, readOnly, onMade, onCompleted }: Parts) {
  const book = useBook();
  const me = useMe();
  const centres = centresOf(me, "chart write");
  const isChild = table.name === "patient";
  const first = { ...begins, ...(isChild && opened === undefined ? { centre: centres[0] ?? "" } : {}) };
  const [tried, setTried] = useState(false);
  const keyName = keyOf(table).name;
  const editor = useRowEditor({
    table,
    patient,
    centre: chart?.centre ?? first.centre ?? "",
    row: opened,
    begins: first,
    onMade,
  });
  const { typed, cells, row, state } = editor;
  const others = chart?.rows ?? NO_ROWS;
  const problems = useMemo(
    () =>
      checkRow(others, {
        table: table.name,
        key: row?.key ?? "",
        cells: { ...cells, patient: isChild ? (cells.patient ?? "") : patient },
      }),
    [others, table, row?.key, cells, patient, isChild],
  );
  const shown = problems.filter(({ where }) => tried || (typed[where.column ?? ""] ?? "").trim() !== "");
  const refused = tried ? problems.filter(({ severity }) => severity === "refused") : [];
  const before = useBefore(table, chart, row?.key, cells);
  const fields = table.fields.filter(({ name, type }) => name !== "patient" || (isChild && type.kind === "key"));
  const type = (field: string, words: string) => {
    editor.type(field, words);
    for (const [other, value] of Object.entries(consequencesOf(table.name, field, words, typed)))
      editor.type(other, value);
  };
  const complete = async (reason: string) => {
    setTried(true);
    if (problems.some(({ severity }) => severity === "refused")) {
      document
        .querySelector<HTMLElement>(".form-field .wrong")
        ?.closest(".form-field")
        ?.querySelector<HTMLElement>("input, select")
        ?.focus();
      return;
    }
    if (await editor.complete(reason)) {
      setTried(false);
      onCompleted();
    }
  };
  return (
    <>
      {state.kind === "conflict" ? (
        <ConflictView
          table={table}
          theirs={state.theirs}
          differences={state.differences}
          typed={typed}
          base={row?.cells}
          onSettle={editor.settle}
        />
      ) : null}
      <Panel title={book.one(table.name)}>
        <div className="row-form">
          {fields.map((field) =>
            field.name === keyName && (!isChild || row !== undefined) ? null : (
              <FormField
                key={field.name}
                table={table.name}
                field={isChild && field.name === "centre" ? centreField(field, centres) : field}
                typed={typed[field.name] ?? ""}
                cells={cells}
                chart={chart}
                problems={shown.filter(({ where }) => where.column === field.name)}
                before={before(field.name)}
                readOnly={readOnly || (isChild && field.name === "centre" && row !== undefined)}
                onType={(words) => type(field.name, words)}
                {...(field.name === keyName
                  ? { onFocus: () => editor.holdBack(true), onBlur: () => editor.holdBack(false) }
                  : {})}
              />
            ),
          )}
        </div>
        {table.name === "treatment" ? <DoseJudgement cells={cells} chart={chart} /> : null}
      </Panel>
      {readOnly ? null : (
        <SaveBar
          state={state}
          isComplete={row?.status === "complete"}
          refused={refused}
          onComplete={(reason) => void complete(reason)}
        />
      )}
    </>
  );
}

const NO_ROWS: readonly Row[] = [];

/** A person chooses among the centres where they may write. */
const centreField = (field: Table["fields"][number], centres: readonly string[]): Table["fields"][number] => ({
  ...field,
  type: { kind: "choice", choices: centres.map((code) => ({ code, says: code })) },
});

/** What stood in a field the time before: in the latest earlier row of the same kind. */
function useBefore(
  table: Table,
  chart: Chart | undefined,
  key: string | undefined,
  cells: Readonly<Record<string, string>>,
) {
  const day = DAY_FIELDS[table.name];
  const like = table.name === "laboratory" ? "analyte" : undefined;
  const repeated = table.name === "visit" || table.name === "laboratory";
  return useMemo(() => {
    const rows = !repeated || chart === undefined || day === undefined ? [] : byDay(rowsOf(chart, table.name));
    const own = cells[day ?? ""] ?? "";
    const earlier = rows.filter(
      (one) =>
        one.key !== key &&
        (own === "" || (one.cells[day ?? ""] ?? "") < own) &&
        (like === undefined || one.cells[like] === cells[like]),
    );
    return (field: string) => {
      if (field === day || field === like || field === "visit") return undefined;
      const found = [...earlier].reverse().find((one) => (one.cells[field] ?? "") !== "");
      return found === undefined ? undefined : { cell: found.cells[field] ?? "", on: found.cells[day ?? ""] ?? "" };
    };
  }, [repeated, chart, day, table.name, key, like, cells]);
}
