import { accounts, type KeptRule, keptTables } from "@osteon/api";
import { useState } from "react";
import { useGet } from "../../api/use-get.ts";
import { Panel } from "../../design/page.tsx";
import { Empty, Problems, Waiting } from "../../design/told.tsx";
import { roleWords } from "../../frame/roles.ts";
import { useBook } from "../../words/codebook-words.ts";
import { useFormat } from "../../words/format.ts";
import { useLanguage, useWords } from "../../words/words.ts";
import { KeptTablesForm } from "./kept-tables-form.tsx";
import { KEPT_TABLES_WORDS } from "./kept-tables-words.ts";
import "./kept-tables.css";

/** Which roles do not see which tables of the chart, and how that came to be. */
export function KeptTablesTab() {
  const says = useWords(KEPT_TABLES_WORDS);
  const told = useGet(keptTables.readKeptTables, {});
  const [saved, setSaved] = useState(false);
  if (told.data === undefined) return told.error === null ? <Waiting /> : <Problems error={told.error} />;
  const { version, versions } = told.data;
  return (
    <>
      <p className="quiet-text">{says.lead}</p>
      <p className="quiet-text">{says.runs}</p>
      <KeptTablesForm key={version} rule={told.data} onSaved={() => setSaved(true)} />
      <p role="status">{saved ? says.saved : ""}</p>
      <Panel title={says.history}>
        {versions.length === 0 ? <Empty says={says.none} /> : <History rule={told.data} />}
      </Panel>
    </>
  );
}

/** Each version: when, by whom, why, and what was kept. */
function History({ rule }: { readonly rule: KeptRule }) {
  const says = useWords(KEPT_TABLES_WORDS);
  const language = useLanguage();
  const book = useBook();
  const format = useFormat();
  const people = useGet(accounts.listPeople, {}).data?.people;
  const nameOf = (account: string): string => people?.find((one) => one.account === account)?.name ?? account;
  return (
    <ol className="kept-versions">
      {rule.versions.map(({ version, kept, changedAt, changedBy, reason }) => (
        <li key={version}>
          <strong>{says.version(format.number(version))}</strong>{" "}
          <span className="quiet-text">
            {format.dateTime(changedAt)}, {nameOf(changedBy)}
          </span>
          <br />
          {reason}
          <ul>
            {Object.keys(kept).length === 0 ? <li>{says.nothing}</li> : null}
            {Object.entries(kept).map(([table, roles]) => (
              <li key={table}>
                {book.many(table)}: {roles.map((role) => roleWords(role, language)).join(", ")}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
