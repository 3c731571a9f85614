import { imported } from "@osteon/api";
import { useState } from "react";
import { may, useMe } from "../api/me.ts";
import { useGet } from "../api/use-get.ts";
import { Panel } from "../design/page.tsx";
import { Empty, Problems, Waiting } from "../design/told.tsx";
import { useNames } from "../quality/use-names.ts";
import { useFormat } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import { IMPORT_WORDS } from "./import-words.ts";
import { UndoImport } from "./undo-import.tsx";

const FIRST = 15;

/** What was imported before, newest first, each with its way back. */
export function EarlierImports() {
  const says = useWords(IMPORT_WORDS);
  const format = useFormat();
  const names = useNames();
  const me = useMe();
  const [all, setAll] = useState(false);
  const { data, error, isPending } = useGet(imported.listImports, {});
  const shown = all ? data?.imports : data?.imports.slice(0, FIRST);
  return (
    <Panel title={says.earlier} flush>
      <Problems error={error} />
      {isPending ? <Waiting /> : null}
      {data?.imports.length === 0 ? <Empty says={says.none} /> : null}
      {shown === undefined || shown.length === 0 ? null : (
        <table className="table long-table earlier-imports">
          <thead>
            <tr>
              {[says.when, says.source, says.centre].map((title) => (
                <th scope="col" key={title}>
                  {title}
                </th>
              ))}
              {[says.fresh, says.changed].map((title) => (
                <th scope="col" key={title} className="number">
                  {title}
                </th>
              ))}
              <th scope="col">{says.who}</th>
              <th scope="col">{says.state}</th>
              <th scope="col">
                <span className="unseen">{says.undo}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => (
              <tr key={`${one.batch} ${one.centre}`}>
                <td data-title={says.when}>{format.dateTime(one.importedAt)}</td>
                <td data-title={says.source} className="import-value">
                  {one.source}
                </td>
                <td data-title={says.centre}>{one.centre}</td>
                <td data-title={says.fresh} className="number">
                  {format.number(one.new)}
                </td>
                <td data-title={says.changed} className="number">
                  {format.number(one.changed)}
                </td>
                <td data-title={says.who}>{names(one.importedBy)}</td>
                <td data-title={says.state}>
                  {one.undoneAt === null ? says.stands : says.undoneAt(format.dateTime(one.undoneAt))}
                </td>
                <td data-title="">
                  {one.undoneAt === null && may(me, "batch import", one.centre) ? (
                    <UndoImport centres={[one.centre]} batch={one.batch} source={one.source} />
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {!all && (data?.imports.length ?? 0) > FIRST ? (
        <p className="import-more">
          <button type="button" className="quiet" onClick={() => setAll(true)}>
            {says.showAll(data?.imports.length ?? 0)}
          </button>
        </p>
      ) : null}
    </Panel>
  );
}
