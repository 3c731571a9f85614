import { accounts, type Chart } from "@osteon/api";
import { useEffect, useRef, useState } from "react";
import { useGet } from "../api/use-get.ts";
import { Panel } from "../design/page.tsx";
import { useBook } from "../words/codebook-words.ts";
import { useLanguage, useWords } from "../words/words.ts";
import { CONFLICT_WORDS } from "./conflict-words.ts";
import { usePlaceWords } from "./place-name.ts";
import { fieldName, type OpenField, openFields, settleConflicts } from "./settle-conflicts.ts";
import type { VisitEditor } from "./use-visit-editor.ts";

/** Two people wrote at the same time: each field that differs with both values, one of the two to be chosen. */
export function VisitConflicts({ editor, chart }: { readonly editor: VisitEditor; readonly chart: Chart }) {
  const says = useWords(CONFLICT_WORDS);
  const book = useBook();
  const language = useLanguage();
  const nameOf = usePlaceWords(chart, editor.state);
  const people = useGet(accounts.listPeople, {}).data?.people;
  const [chosen, setChosen] = useState<Readonly<Record<string, boolean>>>({});
  const place = useRef<HTMLDivElement>(null);
  const { save, read, state } = editor;
  const isConflict = save.kind === "conflict";
  useEffect(() => {
    if (!isConflict) return;
    place.current?.scrollIntoView({ block: "start" });
    place.current?.focus({ preventScroll: true });
  }, [isConflict]);
  if (save.kind !== "conflict") return null;
  const fields = openFields(save.conflicts, save.places, read);
  const isYours = (field: OpenField) => chosen[fieldName(field)] ?? field.isTouched;
  const who = (account: string) => people?.find((one) => one.account === account)?.name ?? account;
  const words = ({ table, field }: OpenField, cell: string) =>
    field === undefined ? cell : book.cell(table, field, cell) || says.empty;
  return (
    <div ref={place} tabIndex={-1} className="brought">
      <Panel title={says.title}>
        <p role="alert">{says.lead}</p>
        <div className="scrolls">
          <table className="table conflict">
            <thead>
              <tr>
                <th scope="col">{says.row}</th>
                <th scope="col">{says.field}</th>
                <th scope="col">{says.yours}</th>
                <th scope="col">{says.theirs("…")}</th>
              </tr>
            </thead>
            <tbody>
              {fields.map((field) => (
                <tr key={fieldName(field)}>
                  <td>{nameOf(field.place)}</td>
                  <th scope="row">{field.field === undefined ? "" : book.label(field.table, field.field)}</th>
                  {[true, false].map((yours) => (
                    <td key={String(yours)}>
                      <label>
                        <input
                          type="radio"
                          name={`conflict-${fieldName(field)}`}
                          checked={isYours(field) === yours}
                          onChange={() => setChosen({ ...chosen, [fieldName(field)]: yours })}
                        />{" "}
                        {field.field === undefined
                          ? yours
                            ? says.takeBack
                            : says.keepTheirs
                          : words(field, yours ? field.yours : field.theirs)}
                        {yours ? "" : ` (${who(field.row.writtenBy)})`}
                      </label>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <p>
          <button
            type="button"
            className="primary"
            onClick={() =>
              editor.rebase(
                settleConflicts(state, fields, isYours, language),
                save.conflicts.map(({ theirs }) => theirs),
              )
            }
          >
            {says.goOn}
          </button>
        </p>
      </Panel>
    </div>
  );
}
