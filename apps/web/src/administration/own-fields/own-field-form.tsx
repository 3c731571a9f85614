import { ownFields } from "@osteon/api";
import { CODEBOOK, choicesOf, datesOf, OWN_KINDS, type OwnKind, ownFieldProblems } from "@osteon/codebook";
import { useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { call } from "../../api/request.ts";
import { readAgain } from "../../api/use-get.ts";
import { GROWN, tableNamed, useRegistryBook } from "../../book/registry-book.ts";
import { Field } from "../../design/field.tsx";
import { Panel } from "../../design/page.tsx";
import { Problems, useProblemWords } from "../../design/told.tsx";
import { useBook } from "../../words/codebook-words.ts";
import { useLanguage, useWords } from "../../words/words.ts";
import { ChoiceLines } from "./choice-lines.tsx";
import { NumberLimits } from "./number-limits.tsx";
import { OWN_FIELDS_WORDS } from "./own-fields-words.ts";
import type { ToldField } from "./told-field.ts";
import { definitionTyped, NEW_DEFINITION, type TypedDefinition, typedDefinition } from "./typed-definition.ts";

interface Parts {
  /** The field that is changed; none for a new one. */
  readonly stored: ToldField | undefined;
  readonly onClose: (saved: boolean) => void;
}

/** Adds a field or changes one: what cannot be is said at once, and it is saved with its reason. */
export function OwnFieldForm({ stored, onClose }: Parts) {
  const says = useWords(OWN_FIELDS_WORDS);
  const language = useLanguage();
  const book = useBook();
  const inWords = useProblemWords();
  const client = useQueryClient();
  const { own } = useRegistryBook();
  const isNew = stored === undefined;
  const [table, setTable] = useState(stored?.table ?? "patient");
  const [name, setName] = useState(stored?.name ?? "own_");
  const [typed, setTyped] = useState<TypedDefinition>(() =>
    stored === undefined ? NEW_DEFINITION : typedDefinition(stored.definition, language),
  );
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const change = (more: Partial<TypedDefinition>): void => setTyped({ ...typed, ...more });
  const definition = definitionTyped(typed, language);
  const problems = ownFieldProblems({ table, name, definition }, CODEBOOK, own);
  const wrong = (part: string): boolean => tried && problems.some(({ where }) => where.column === part);
  const beside = tableNamed(table).fields.filter((field) => field.name !== name && choicesOf(field) !== undefined);
  const codes = choicesOf(beside.find((field) => field.name === typed.shownField) ?? NO_FIELD) ?? [];
  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (problems.length > 0) return;
    setBusy(true);
    setError(undefined);
    try {
      await call(
        ownFields.writeOwnField,
        { params: { table, name }, body: { definition: { ...definition }, reason } },
        { version: stored?.version ?? 0 },
      );
      await readAgain(client, "/api/own-fields", GROWN);
      onClose(true);
    } catch (problem) {
      setError(problem);
      setBusy(false);
    }
  }
  const text = (part: "labelEn" | "labelDe" | "helpEn" | "helpDe", of: string, longest: number, hint?: string) => (
    <Field label={says[part]} {...(hint === undefined ? {} : { hint })}>
      <input
        maxLength={longest}
        aria-invalid={wrong(of)}
        value={typed[part]}
        onChange={(event) => change({ [part]: event.target.value })}
      />
    </Field>
  );
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <Panel
        title={stored === undefined ? says.add : says.changing(stored.definition.label[language === "de" ? 1 : 0])}
      >
        <div className="stack">
          <div className="own-parts">
            <Field label={says.table}>
              <select disabled={!isNew} value={table} onChange={(event) => setTable(event.target.value)}>
                {CODEBOOK.map((one) => (
                  <option key={one.name} value={one.name}>
                    {book.many(one.name)}
                  </option>
                ))}
              </select>
            </Field>
            <Field label={says.name} hint={says.nameHint}>
              <input
                className="mono"
                disabled={!isNew}
                maxLength={44}
                aria-invalid={wrong("name")}
                value={name}
                onChange={(event) => setName(event.target.value)}
              />
            </Field>
            {text("labelEn", "label", 60)}
            {text("labelDe", "label", 60)}
            {text("helpEn", "help", 500, says.helpHint)}
            {text("helpDe", "help", 500, says.helpHint)}
            <Field label={says.kind} hint={says.kindHint}>
              <select
                disabled={!isNew}
                value={typed.kind}
                onChange={(event) => change({ kind: event.target.value as OwnKind })}
              >
                {OWN_KINDS.map((kind) => (
                  <option key={kind} value={kind}>
                    {says[kind]}
                  </option>
                ))}
              </select>
            </Field>
            {typed.kind === "text" ? (
              <Field label={says.longest}>
                <input
                  inputMode="numeric"
                  maxLength={4}
                  aria-invalid={wrong("maxLength")}
                  value={typed.longest}
                  onChange={(event) => change({ longest: event.target.value })}
                />
              </Field>
            ) : null}
          </div>
          {typed.kind === "integer" || typed.kind === "decimal" ? (
            <NumberLimits typed={typed} isNew={isNew} wrong={wrong} onChange={change} />
          ) : null}
          {typed.kind === "choice" ? (
            <ChoiceLines choices={typed.choices} wrong={wrong("choices")} onChange={(choices) => change({ choices })} />
          ) : null}
          <div className="own-parts">
            <Field label={says.shownWhen}>
              <select
                aria-invalid={wrong("shownWhen")}
                value={typed.shownField}
                onChange={(event) => change({ shownField: event.target.value, shownEquals: "" })}
              >
                <option value="">{says.always}</option>
                {beside.map((field) => (
                  <option key={field.name} value={field.name}>
                    {says.onlyWhen(book.label(table, field.name))}
                  </option>
                ))}
              </select>
            </Field>
            {typed.shownField === "" ? null : (
              <Field label={says.equals}>
                <select value={typed.shownEquals} onChange={(event) => change({ shownEquals: event.target.value })}>
                  <option value="" />
                  {codes.map(({ code }) => (
                    <option key={code} value={code}>
                      {book.cell(table, typed.shownField, code)}
                    </option>
                  ))}
                </select>
              </Field>
            )}
            <Field label={says.requiredFrom} hint={says.requiredHint}>
              <input
                maxLength={10}
                autoComplete="off"
                aria-invalid={wrong("requiredFrom")}
                value={typed.requiredOn}
                onChange={(event) => change({ requiredOn: event.target.value })}
              />
            </Field>
            {typed.requiredOn.trim() === "" ? null : (
              <Field label={says.countedBy}>
                <select value={typed.requiredBy} onChange={(event) => change({ requiredBy: event.target.value })}>
                  <option value="">{says.byEntry}</option>
                  {datesOf(tableNamed(table)).map((field) => (
                    <option key={field.name} value={field.name}>
                      {book.label(table, field.name)}
                    </option>
                  ))}
                </select>
              </Field>
            )}
          </div>
          {isNew ? null : (
            <label className="row">
              <input
                type="checkbox"
                checked={typed.retired}
                onChange={(event) => change({ retired: event.target.checked })}
              />
              {says.retired}
            </label>
          )}
          <Field label={says.reason} hint={says.reasonHint}>
            <input required maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
          </Field>
          {tried && problems.length > 0 ? (
            <div className="notice warn" role="alert">
              <p>{says.wrong}</p>
              <ul>
                {problems.map((problem) => {
                  const told = inWords(problem);
                  return (
                    <li key={`${problem.code} ${problem.where.column}`}>
                      {told.says} <span className="quiet-text">{told.fix}</span>
                    </li>
                  );
                })}
              </ul>
            </div>
          ) : null}
          <Problems error={error} />
          <div className="row">
            <button type="submit" className="primary" disabled={busy}>
              {says.save}
            </button>
            <button type="button" className="quiet" onClick={() => onClose(false)}>
              {says.cancel}
            </button>
          </div>
        </div>
      </Panel>
    </form>
  );
}

const NO_FIELD = { name: "", says: "", required: false, type: { kind: "date" } } as const;
