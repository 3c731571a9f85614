import { accounts } from "@osteon/api";
import { useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { call } from "../api/request.ts";
import { readAgain, useGet } from "../api/use-get.ts";
import { Field } from "../design/field.tsx";
import { Panel } from "../design/page.tsx";
import { Empty, Problems, Waiting } from "../design/told.tsx";
import { useWords } from "../words/words.ts";
import { ADMINISTRATION_WORDS } from "./administration-words.ts";
import { CentrePattern } from "./centre-pattern.tsx";

/** The centres, and a new one. */
export function CentresTab() {
  const says = useWords(ADMINISTRATION_WORDS);
  const centres = useGet(accounts.listCentres, {});
  return (
    <div className="grid">
      <Panel title={says.centres} flush>
        <Problems error={centres.error} />
        {centres.data === undefined ? (
          <Waiting />
        ) : centres.data.centres.length === 0 ? (
          <Empty says={says.noCentres} />
        ) : (
          <div className="scrolls">
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{says.centre}</th>
                  <th scope="col">{says.centreSays}</th>
                  <th scope="col">{says.pattern}</th>
                </tr>
              </thead>
              <tbody>
                {centres.data.centres.map((one) => (
                  <tr key={one.centre}>
                    <th scope="row">{one.centre}</th>
                    <td lang="en">{one.says}</td>
                    <td>
                      <CentrePattern centre={one.centre} pattern={one.pattern} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Panel>
      <NewCentre />
    </div>
  );
}

function NewCentre() {
  const says = useWords(ADMINISTRATION_WORDS);
  const client = useQueryClient();
  const [centre, setCentre] = useState("");
  const [told, setTold] = useState("");
  const [error, setError] = useState<unknown>();
  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setError(undefined);
    try {
      await call(accounts.addCentre, { body: { centre: centre.trim(), says: told.trim() } });
      setCentre("");
      setTold("");
      await readAgain(client, "/api/centres");
    } catch (problem) {
      setError(problem);
    }
  }
  return (
    <Panel title={says.addCentre}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <Field label={says.centreName}>
          <input required maxLength={100} value={centre} onChange={(event) => setCentre(event.target.value)} />
        </Field>
        <Field label={says.centreSays} hint={says.centreSaysHint}>
          <input maxLength={500} value={told} onChange={(event) => setTold(event.target.value)} />
        </Field>
        <Problems error={error} />
        <div className="row">
          <button type="submit" className="primary">
            {says.addCentre}
          </button>
        </div>
      </form>
    </Panel>
  );
}
