import { accounts, ownFields } from "@osteon/api";
import { useState } from "react";
import { may, useMe } from "../../api/me.ts";
import { useGet } from "../../api/use-get.ts";
import { Panel } from "../../design/page.tsx";
import { Empty, Problems, Waiting } from "../../design/told.tsx";
import { useBook } from "../../words/codebook-words.ts";
import { useFormat } from "../../words/format.ts";
import { useLanguage, useWords } from "../../words/words.ts";
import { BeyondPanel } from "./beyond-panel.tsx";
import { useDefinitionWords } from "./definition-words.ts";
import { OwnFieldForm } from "./own-field-form.tsx";
import { OWN_FIELDS_WORDS } from "./own-fields-words.ts";
import type { ToldField } from "./told-field.ts";
import "./own-fields.css";

/** The fields that the registry added: what each asks, how it became so, and for administrators the adding and changing of them. */
export function OwnFieldsTab() {
  const says = useWords(OWN_FIELDS_WORDS);
  const told = useGet(ownFields.listOwnFields, {});
  const me = useMe();
  const mayChange = may(me, "registry administer");
  const [changing, setChanging] = useState<ToldField | "new">();
  const [saved, setSaved] = useState(false);
  if (told.data === undefined) return told.error === null ? <Waiting /> : <Problems error={told.error} />;
  const { fields } = told.data;
  const open = (one: ToldField | "new"): void => {
    setSaved(false);
    setChanging(one);
  };
  return (
    <>
      <p className="quiet-text">{says.lead}</p>
      <p role="status">{saved ? says.saved : ""}</p>
      {changing === undefined ? (
        <Panel
          title={says.fields}
          flush
          actions={
            mayChange ? (
              <button type="button" onClick={() => open("new")}>
                {says.add}
              </button>
            ) : undefined
          }
        >
          {fields.length === 0 ? <Empty says={says.none} /> : null}
          {fields.map((field) => (
            <OneField key={`${field.table}.${field.name}`} field={field} {...(mayChange ? { onChange: open } : {})} />
          ))}
        </Panel>
      ) : (
        <OwnFieldForm
          stored={changing === "new" ? undefined : changing}
          onClose={(done) => {
            setChanging(undefined);
            setSaved(done);
          }}
        />
      )}
      {may(me, "chart read") ? <BeyondPanel /> : null}
    </>
  );
}

function OneField({ field, onChange }: { readonly field: ToldField; readonly onChange?: (field: ToldField) => void }) {
  const says = useWords(OWN_FIELDS_WORDS);
  const book = useBook();
  const inWords = useDefinitionWords();
  const at = useLanguage() === "de" ? 1 : 0;
  const { table, name, definition } = field;
  const label = definition.label[at];
  return (
    <div className="own-field">
      <div>
        <p>
          <strong>{label}</strong>{" "}
          <span className="quiet-text">
            {book.many(table)} · <span className="mono">{name}</span>
          </span>
        </p>
        {definition.help[at] === "" ? null : <p>{definition.help[at]}</p>}
        <p className="quiet-text">{inWords(table, definition)}</p>
        <History field={field} />
      </div>
      {onChange === undefined ? null : (
        <button type="button" aria-label={says.changeOf(label)} onClick={() => onChange(field)}>
          {says.change}
        </button>
      )}
    </div>
  );
}

/** Each version: when, by whom, why, and what it asked. */
function History({ field }: { readonly field: ToldField }) {
  const says = useWords(OWN_FIELDS_WORDS);
  const format = useFormat();
  const inWords = useDefinitionWords();
  const people = useGet(accounts.listPeople, {}).data?.people;
  const nameOf = (account: string): string => people?.find((one) => one.account === account)?.name ?? account;
  return (
    <details>
      <summary>{says.history}</summary>
      <ol className="own-versions">
        {field.versions.map(({ version, definition, changedAt, changedBy, reason }) => (
          <li key={version}>
            <strong>{says.version(format.number(version))}</strong>{" "}
            <span className="quiet-text">
              {format.dateTime(changedAt)}, {nameOf(changedBy)}
            </span>
            <br />
            {reason} <span className="quiet-text">{inWords(field.table, definition)}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}
