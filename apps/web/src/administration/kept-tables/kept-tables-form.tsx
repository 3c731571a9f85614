import { type KeptRule, keptTables } from "@osteon/api";
import { CHART_ROLES, CODEBOOK, hangingOn, type KeptTables, keptWhole, mayBeKept } from "@osteon/codebook";
import { useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { call } from "../../api/request.ts";
import { readAgain } from "../../api/use-get.ts";
import { Field } from "../../design/field.tsx";
import { Panel } from "../../design/page.tsx";
import { Problems } from "../../design/told.tsx";
import { roleWords } from "../../frame/roles.ts";
import { useBook } from "../../words/codebook-words.ts";
import { useLanguage, useWords } from "../../words/words.ts";
import { KEPT_TABLES_WORDS } from "./kept-tables-words.ts";

const TABLES = CODEBOOK.filter(mayBeKept).map(({ name }) => name);

/** The table that keeps this one from a role as well, where one does. */
const keptWith = (kept: KeptTables, table: string, role: string): string | undefined =>
  TABLES.find((other) => kept[other]?.includes(role) && hangingOn(other).includes(table));

/** A tick for each table and role; what hangs on a table that is kept is kept with it. */
export function KeptTablesForm({ rule, onSaved }: { readonly rule: KeptRule; readonly onSaved: () => void }) {
  const says = useWords(KEPT_TABLES_WORDS);
  const language = useLanguage();
  const book = useBook();
  const client = useQueryClient();
  const [chosen, setChosen] = useState<KeptTables>(() => choicesOf(rule.kept));
  const [reason, setReason] = useState("");
  const [error, setError] = useState<unknown>();
  const whole = keptWhole(chosen);
  const isChanged = JSON.stringify(whole) !== JSON.stringify(keptWhole(rule.kept));
  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setError(undefined);
    try {
      const kept = Object.fromEntries(Object.entries(whole).map(([table, roles]) => [table, [...roles]]));
      await call(keptTables.changeKeptTables, { body: { kept, reason } }, { version: rule.version });
      onSaved();
      await readAgain(client, "/api/kept-tables", "/api/me", "/api/patients", "/api/centres", "/api/dashboard");
    } catch (problem) {
      setError(problem);
    }
  }
  const choose = (table: string, role: string, on: boolean): void => {
    const others = (chosen[table] ?? []).filter((one) => one !== role);
    setChosen({ ...chosen, [table]: on ? [...others, role] : others });
  };
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <Panel title={says.title} flush>
        <div className="scrolls">
          <table className="table kept-tables">
            <thead>
              <tr>
                <th scope="col">{says.table}</th>
                {CHART_ROLES.map((role) => (
                  <th scope="col" key={role}>
                    {roleWords(role, language)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {TABLES.map((table) => (
                <tr key={table}>
                  <th scope="row">{book.many(table)}</th>
                  {CHART_ROLES.map((role) => {
                    const by = keptWith(chosen, table, role);
                    return (
                      <td key={role}>
                        <label>
                          <input
                            type="checkbox"
                            aria-label={says.keep(book.many(table), roleWords(role, language))}
                            checked={whole[table]?.includes(role) ?? false}
                            disabled={by !== undefined}
                            onChange={(event) => choose(table, role, event.target.checked)}
                          />
                          {by === undefined ? null : <span className="quiet-text">{says.with(book.many(by))}</span>}
                        </label>
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Panel>
      <Field label={says.reason} hint={says.reasonHint}>
        <input required maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
      <Problems error={error} />
      <div className="row">
        <button type="submit" className="primary" disabled={!isChanged}>
          {says.save}
        </button>
      </div>
    </form>
  );
}

/** Without what follows from another table: it goes with the tick that it follows from. */
const choicesOf = (kept: KeptTables): KeptTables =>
  Object.fromEntries(
    Object.entries(kept).map(([table, roles]) => [
      table,
      roles.filter((role) => keptWith(kept, table, role) === undefined),
    ]),
  );
