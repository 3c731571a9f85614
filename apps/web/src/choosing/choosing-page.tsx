import type { SavedChoices } from "@osteon/api";
import { chosen, runs as ofRuns } from "@osteon/api";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { type SubmitEvent, useState } from "react";
import { may, useMe } from "../api/me.ts";
import { call } from "../api/request.ts";
import { readAgain, useGet } from "../api/use-get.ts";
import { Field } from "../design/field.tsx";
import { Page, Panel } from "../design/page.tsx";
import { Problems, Waiting } from "../design/told.tsx";
import { NotYours } from "../frame/not-yours.tsx";
import { useWords } from "../words/words.ts";
import { type Draft, draftOf, newDraft, type Offered } from "./choosing-data.ts";
import { CHOOSING_WORDS } from "./choosing-words.ts";
import { CountPanel } from "./count-panel.tsx";
import { GroupsPart } from "./groups-part.tsx";
import { PopulationPart } from "./population-part.tsx";
import { ToldPart } from "./told-part.tsx";
import { useTold } from "./use-told.ts";
import "./choosing.css";

/** A study is made by choosing, or what was chosen for one is changed. */
export function ChoosingPage() {
  const says = useWords(CHOOSING_WORDS);
  const me = useMe();
  const { study, copy } = useSearch({ strict: false }) as { readonly study?: string; readonly copy?: string };
  const from = study ?? copy;
  const offered = useGet(chosen.readOffered, {});
  const saved = useGet(chosen.readStudy, from === undefined ? undefined : { params: { study: from } });
  const title = study !== undefined ? says.editTitle : copy !== undefined ? says.copyTitle : says.title;
  if (!may(me, "study run"))
    return (
      <Page title={title}>
        <NotYours says={says.mayNot} />
      </Page>
    );
  const isRead = offered.data !== undefined && (from === undefined || saved.data !== undefined);
  return (
    <Page title={title} lead={says.lead}>
      <Problems error={offered.error ?? saved.error} />
      {isRead ? (
        <ChoosingForm key={from ?? ""} offered={offered.data} saved={saved.data} changes={study !== undefined} />
      ) : (
        <Waiting />
      )}
    </Page>
  );
}

interface FormParts {
  readonly offered: Offered;
  readonly saved: SavedChoices | undefined;
  /** Saved as the next version of that study, not as a new one. */
  readonly changes: boolean;
}

function ChoosingForm({ offered, saved, changes }: FormParts) {
  const says = useWords(CHOOSING_WORDS);
  const client = useQueryClient();
  const goTo = useNavigate();
  const [draft, setDraft] = useState<Draft>(() => (saved === undefined ? newDraft(offered) : draftOf(saved, offered)));
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const told = useTold(draft);
  const change = (changed: Partial<Draft>) => setDraft((before) => ({ ...before, ...changed }));
  const parts = { offered, draft, told: told.data, onChange: change };
  const isSound = told.data?.problems.length === 0 && !told.isBehind && draft.title.trim() !== "";
  const next = (saved?.version ?? 0) + 1;

  async function save(runs: boolean): Promise<void> {
    setBusy(true);
    setError(undefined);
    try {
      const { body } =
        changes && saved !== undefined
          ? await call(chosen.changeStudy, { params: { study: saved.study }, body: draft }, { version: saved.version })
          : await call(chosen.saveStudy, { body: draft }, { key: crypto.randomUUID() });
      if (runs) await call(ofRuns.askRun, { body: { study: body.study } });
      await readAgain(client, "/api/studies", "/api/runs", "/api/chosen-studies/");
      await goTo({ to: "/study" });
    } catch (problem) {
      setError(problem);
      setBusy(false);
    }
  }
  return (
    <form
      className="choosing"
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault();
        void save(false);
      }}
    >
      <div className="stack">
        <Panel title={says.study}>
          <Field label={says.name} hint={says.nameHint}>
            <input
              value={draft.title}
              maxLength={200}
              required
              onChange={({ target }) => change({ title: target.value })}
            />
          </Field>
        </Panel>
        <PopulationPart {...parts} />
        <GroupsPart {...parts} />
        <ToldPart {...parts} />
      </div>
      <div className="stack choosing-told">
        <CountPanel told={told.data} isBehind={told.isBehind} error={told.error} />
        <Problems error={error} />
        <div className="row">
          <button type="submit" className="primary" disabled={busy || !isSound}>
            {changes ? says.saveVersion(next) : says.save}
          </button>
          <button type="button" disabled={busy || !isSound} onClick={() => void save(true)}>
            {says.saveAndRun}
          </button>
        </div>
        {draft.title.trim() === "" ? <p className="quiet-text">{says.needsTitle}</p> : null}
      </div>
    </form>
  );
}
