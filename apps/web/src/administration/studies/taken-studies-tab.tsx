import { people as ofPeople, studies as routes } from "@osteon/api";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../api/request.ts";
import { readAgain, useGet } from "../../api/use-get.ts";
import { Panel } from "../../design/page.tsx";
import { reachable } from "../../design/reachable.ts";
import { Problems, Waiting } from "../../design/told.tsx";
import { useFormat } from "../../words/format.ts";
import { useLanguage, useWords } from "../../words/words.ts";
import "../../study/study.css";
import { ConfirmDialog } from "../confirm-dialog.tsx";
import { TakeInPanel } from "./take-in-panel.tsx";
import { TAKEN_STUDIES_WORDS } from "./taken-studies-words.ts";

/** The studies that can be run here: where each is from, and others to take in. */
export function TakenStudiesTab() {
  const says = useWords(TAKEN_STUDIES_WORDS);
  const format = useFormat();
  const client = useQueryClient();
  const [asked, setAsked] = useState<string>();
  const studies = useGet(routes.listStudies, { query: { language: useLanguage() } });
  const people = useGet(ofPeople.listAccounts, {});
  const nameOf = (by: string) => people.data?.people.find(({ account }) => account === by)?.name ?? by;
  return (
    <>
      <Panel title={says.studies} flush>
        <p className="table-notes">{says.lead}</p>
        <Problems error={studies.error} />
        {studies.data === undefined ? (
          <Waiting />
        ) : (
          <div ref={reachable} className="scrolls">
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{says.study}</th>
                  <th scope="col">{says.version}</th>
                  <th scope="col">{says.from}</th>
                  <td />
                </tr>
              </thead>
              <tbody>
                {studies.data.studies.map(({ id, title, titleLanguage, version, taken, says: unreadable }) => (
                  <tr key={id}>
                    <th scope="row">
                      <span lang={titleLanguage}>{title}</span> <span className="mono small quiet-text">{id}</span>
                      {unreadable === undefined ? null : (
                        <p className="notice bad" lang="en">
                          {unreadable}
                        </p>
                      )}
                    </th>
                    <td>{version}</td>
                    <td>{taken === null ? says.folder : says.takenIn(nameOf(taken.by), format.dateTime(taken.at))}</td>
                    <td>
                      {taken === null ? null : (
                        <button
                          type="button"
                          className="quiet"
                          aria-label={says.takeAwayOf(id)}
                          onClick={() => setAsked(id)}
                        >
                          {says.takeAway}
                        </button>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Panel>
      <TakeInPanel />
      {asked === undefined ? null : (
        <ConfirmDialog
          title={says.takeAwayTitle}
          says={says.takeAwaySays}
          act={says.takeAway}
          needsReason
          onClose={() => setAsked(undefined)}
          onSure={async (reason) => {
            await call(routes.takeAwayStudy, { params: { study: asked } }, { reason });
            await readAgain(client, "/api/studies");
          }}
        />
      )}
    </>
  );
}
