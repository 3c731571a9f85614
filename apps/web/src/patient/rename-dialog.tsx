import type { Chart } from "@osteon/api";
import { accounts, charts } from "@osteon/api";
import { patternExample, pseudonymFaults } from "@osteon/codebook";
import { useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { CHILDREN } from "../api/addresses.ts";
import { call } from "../api/request.ts";
import { readAgain, useGet } from "../api/use-get.ts";
import { Dialog } from "../design/dialog.tsx";
import { Field } from "../design/field.tsx";
import { Problems, useProblemWords } from "../design/told.tsx";
import { ENTRY_WORDS } from "../entry/entry-words.ts";
import { bilingual, useWords } from "../words/words.ts";

const WORDS = bilingual({
  title: [(child: string) => `Another pseudonym for ${child}`, (child: string) => `Anderes Pseudonym für ${child}`],
  lead: [
    "The whole chart goes over to the new pseudonym at once. Locks go along, signatures stay valid. The trail keeps both pseudonyms and the reason; what was written before stands there under the old one. Runs that are done keep it too.",
    "Die ganze Akte geht auf einmal zum neuen Pseudonym über. Sperren gehen mit, Unterschriften bleiben gültig. Das Protokoll behält beide Pseudonyme und den Grund; früher Geschriebenes steht dort unter dem alten. Auch fertige Läufe behalten es.",
  ],
  becomes: ["New pseudonym", "Neues Pseudonym"],
  why: ["Why is it renamed?", "Warum wird umbenannt?"],
  rename: ["Rename", "Umbenennen"],
  cancel: ["Cancel", "Abbrechen"],
});

interface Parts {
  readonly chart: Chart;
  readonly onClose: () => void;
  readonly onRenamed: (patient: string) => void;
}

/** Gives a child another pseudonym, with a reason. */
export function RenameDialog({ chart, onClose, onRenamed }: Parts) {
  const says = useWords(WORDS);
  const entry = useWords(ENTRY_WORDS);
  const inWords = useProblemWords();
  const client = useQueryClient();
  const centres = useGet(accounts.listCentres, {});
  const pattern = centres.data?.centres.find(({ centre }) => centre === chart.centre)?.pattern ?? undefined;
  const [becomes, setBecomes] = useState("");
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const [fault] = becomes.trim() === "" ? [] : pseudonymFaults(becomes, pattern);
  const told = fault && inWords({ ...fault, where: { column: "patient" } });
  async function rename(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    try {
      const { body } = await call(charts.renameChild, {
        params: { centre: chart.centre, patient: chart.patient },
        body: { pseudonym: becomes.trim(), reason: reason.trim() },
      });
      onRenamed(body.patient);
      onClose();
      await readAgain(client, ...CHILDREN, "/api/queries", "/api/dashboard", "/api/schedule", "/api/locks");
    } catch (problem) {
      setError(problem);
      setBusy(false);
    }
  }
  return (
    <Dialog open title={says.title(chart.patient)} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void rename(event)}>
        <p>{says.lead}</p>
        <Field
          label={says.becomes}
          hint={pattern === undefined ? undefined : entry.patternHint(pattern, patternExample(pattern))}
          wrong={told === undefined ? undefined : `${told.says} ${told.fix}`}
        >
          <input value={becomes} required autoComplete="off" onChange={(event) => setBecomes(event.target.value)} />
        </Field>
        <Field label={says.why}>
          <input value={reason} required onChange={(event) => setReason(event.target.value)} />
        </Field>
        <Problems error={error} />
        <div className="row">
          <button type="submit" className="primary" disabled={busy || fault !== undefined}>
            {says.rename}
          </button>
          <button type="button" className="quiet" onClick={onClose}>
            {says.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
