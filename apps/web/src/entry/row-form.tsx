import { type Chart, type Row, type TypedEncounter, today } from "@osteon/api";
import { checkRow, comparatorOf, FORM_NOTATION, isComparator, isShown, keyOf, type Table } from "@osteon/codebook";
import { useMemo, useState } from "react";
import { centresOf, useMe } from "../api/me.ts";
import { useRegistryBook } from "../book/registry-book.ts";
import { Panel } from "../design/page.tsx";
import { ToldBackPanel } from "../told-back/told-back-panel.tsx";
import { useBook } from "../words/codebook-words.ts";
import { useLanguage, useWords } from "../words/words.ts";
import { ConflictView } from "./conflict-view.tsx";
import { consequencesOf } from "./consequences.ts";
import { DoseJudgement } from "./dose-judgement.tsx";
import { ENTRY_WORDS } from "./entry-words.ts";
import { FormField } from "./form-field.tsx";
import { goToField } from "./go-to-field.ts";
import { SaveBar } from "./save-bar.tsx";
import { standingOf } from "./standing.ts";
import { StandingNotice } from "./standing-notice.tsx";
import { STANDING_WORDS } from "./standing-words.ts";
import { TypedBeside } from "./typed-beside.tsx";
import type { Typed } from "./typed-cells.ts";
import { useNewPseudonym } from "./use-new-pseudonym.ts";
import { useRowEditor } from "./use-row-editor.ts";
import { valueBefore } from "./value-before.ts";

interface Parts {
  readonly table: Table;
  readonly patient: string;
  readonly chart: Chart | undefined;
  readonly row: Row | undefined;
  readonly begins: Typed;
  readonly readOnly: boolean;
  readonly place: string;
  readonly onBegun: () => void;
  readonly onMade: (row: Row) => void;
  readonly onCompleted: () => void;
}

/** The form of one row, made from the codebook; checks stand beside the fields as one types. */
export function RowForm({ table, patient, chart, row: opened, begins, readOnly, place, ...on }: Parts) {
  const book = useBook();
  const says = useWords(ENTRY_WORDS);
  const registry = useRegistryBook();
  const language = useLanguage();
  const me = useMe();
  const centres = centresOf(me, "chart write");
  const isChild = table.name === "patient";
  const first = { ...begins, ...(isChild && opened === undefined ? { centre: centres[0] ?? "" } : {}) };
  const [tried, setTried] = useState(false);
  const [unsealed, setUnsealed] = useState(false);
  const read = chart?.rows.find(({ table: its, key }) => its === table.name && key === opened?.key) ?? opened;
  const { lock, signature } = standingOf(chart, table.name, read);
  const shut = readOnly || lock !== undefined || (signature !== undefined && !unsealed);
  const keyName = keyOf(table).name;
  const standing = useWords(STANDING_WORDS);
  const editor = useRowEditor({
    table,
    patient,
    centre: chart?.centre ?? first.centre ?? "",
    place,
    row: opened,
    begins: first,
    shut,
    onMade: on.onMade,
    onBegun: on.onBegun,
  });
  const { cells, row, state } = editor;
  const typed = shut ? editor.stored : editor.typed;
  const others = chart?.rows ?? NO_ROWS;
  const isNewChild = isChild && row === undefined;
  const { holdBack } = editor;
  const pseudonym = useNewPseudonym(isNewChild, cells, first, holdBack);
  const problems = useMemo(
    () => [
      ...pseudonym.problems,
      ...checkRow(
        others,
        {
          table: table.name,
          key: row?.key ?? "",
          // The number of the row stands in no field of the form.
          cells: {
            ...cells,
            patient: isChild ? (cells.patient ?? "") : patient,
            ...(row === undefined ? {} : { [keyName]: row.key }),
          },
        },
        { notation: FORM_NOTATION[language], today: today(), book: registry, contactFollows: true },
      ),
    ],
    [pseudonym.problems, others, table, keyName, row, cells, patient, isChild, language, registry],
  );
  const shown = problems.filter(({ where }) => tried || (typed[where.column ?? ""] ?? "").trim() !== "");
  const refused = tried ? problems.filter(({ severity }) => severity === "refused") : [];
  const before = useMemo(() => valueBefore(table, chart, { key: row?.key, cells }), [table, chart, row?.key, cells]);
  const fields = table.fields.filter(
    (field) =>
      (field.name !== "patient" || (isChild && field.type.kind === "key")) &&
      isAsked(field, cells, typed) &&
      !isBesideNumber(table, field.name, typed),
  );
  const type = (field: string, words: string) => {
    editor.type({ [field]: words, ...consequencesOf(table.name, field, words, typed) });
  };
  const complete = async (reason: string) => {
    setTried(true);
    if (problems.some(({ severity }) => severity === "refused")) {
      problems.some(({ severity, where }) => severity === "refused" && goToField(where.column));
      return;
    }
    if (await editor.complete(reason)) {
      setTried(false);
      on.onCompleted();
    }
  };
  return (
    <>
      {chart === undefined ? null : (
        <StandingNotice
          chart={chart}
          lock={lock}
          signature={signature}
          unsealed={unsealed}
          onUnseal={() => setUnsealed(true)}
        />
      )}
      {shut && editor.differs ? (
        <TypedBeside
          table={table}
          typed={editor.typed}
          stored={row?.cells ?? {}}
          title={standing.beside}
          lead={standing.besideLead}
          onDiscard={editor.discard}
        />
      ) : null}
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
            field.name === keyName && !isChild ? null : (
              <FormField
                key={field.name}
                table={table.name}
                field={isChild && field.name === "centre" ? centreField(field, centres) : field}
                typed={isChild && field.name === keyName && row !== undefined ? row.key : (typed[field.name] ?? "")}
                cells={cells}
                chart={chart}
                problems={shown.filter(
                  ({ where }) => where.column === field.name || isBesideNumber(table, where.column, typed, field),
                )}
                before={before(field.name)}
                readOnly={shut || (isChild && !isNewChild && (field.name === "centre" || field.name === keyName))}
                onType={(words) => type(field.name, words)}
                {...(field.name === keyName && isNewChild
                  ? { keyHint: pseudonym.hint, onFocus: pseudonym.onFocus, onBlur: pseudonym.onBlur }
                  : {})}
                {...(field.name === keyName && !isNewChild
                  ? {
                      // One that was typed keeps its hint, so that nothing moves; one that the registry gave has none yet.
                      keyHint: pseudonym.begunNew && (typed[keyName] ?? "") !== "" ? pseudonym.hint : says.renameHint,
                    }
                  : {})}
              />
            ),
          )}
        </div>
        {table.name === "treatment" ? <DoseJudgement cells={cells} chart={chart} /> : null}
      </Panel>
      {table.name === "visit" && chart !== undefined && !isChild ? (
        <ToldBackPanel centre={chart.centre} patient={patient} encounter={typedVisit(cells, row?.key)} />
      ) : null}
      {shut ? null : (
        <SaveBar
          table={table.name}
          state={state}
          completing={editor.completing}
          row={row}
          differs={editor.differs}
          inPageAlone={editor.inPageAlone}
          refused={refused}
          onComplete={(reason) => void complete(reason)}
          onDiscard={() => {
            setTried(false);
            editor.discard();
          }}
        />
      )}
    </>
  );
}

/** The visit alone: its other rows stand as they are. */
function typedVisit(cells: Typed, key: string | undefined): TypedEncounter {
  const { visit: _key, patient: _child, ...own } = cells;
  return { visit: { ...(key === undefined ? {} : { key }), cells: own }, rows: [] };
}

const NO_ROWS: readonly Row[] = [];

/** A field of the registry's own is shown where it is asked, and wherever something stands in it. */
const isAsked = ({ name, own }: Table["fields"][number], cells: Typed, typed: Typed): boolean =>
  own === undefined || (typed[name] ?? "") !== "" || (own.retired !== true && isShown(cells, own.shownWhen));

/** Whether a field is the sign before a number, `<0.5`, and so stands in the box of the number; of one field, whether of that. */
const isBesideNumber = (table: Table, name: string | undefined, typed: Typed, of?: Table["fields"][number]): boolean =>
  name !== undefined &&
  (typed[name] ?? "") === "" &&
  (of === undefined ? isComparator(table, name) : comparatorOf(of) === name);

/** A person chooses among the centres where they may write. */
const centreField = (field: Table["fields"][number], centres: readonly string[]): Table["fields"][number] => ({
  ...field,
  type: { kind: "choice", choices: centres.map((code) => ({ code, says: code })) },
});
