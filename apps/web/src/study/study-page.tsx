import type { Run } from "@osteon/api";
import { studies as api, runs as ofRuns } from "@osteon/api";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { may, useMe } from "../api/me.ts";
import { call } from "../api/request.ts";
import { readAgain, useGet } from "../api/use-get.ts";
import { NewStudyLink } from "../choosing/new-study-link.tsx";
import { Page, Panel } from "../design/page.tsx";
import { Problems, Waiting } from "../design/told.tsx";
import { ExportLink } from "../export/export-link.tsx";
import { KeptNote } from "../frame/kept-note.tsx";
import { useLanguage, useWords } from "../words/words.ts";
import { ReadinessPanel } from "./readiness-panel.tsx";
import { RunTable } from "./run-table.tsx";
import { RUNS_WORDS } from "./runs-words.ts";
import { StudyPanel } from "./study-panel.tsx";
import { STUDY_WORDS } from "./study-words.ts";
import "./study.css";

const SECOND = 1000;
const isUnderWay = ({ state }: Run): boolean => state === "running" || state === "waiting";

/** The studies of the registry, each with its runs; a run is started here and followed live. */
export function StudyPage() {
  const says = useWords(STUDY_WORDS);
  const { runsOfOthers } = useWords(RUNS_WORDS);
  const me = useMe();
  const client = useQueryClient();
  const [error, setError] = useState<unknown>();
  const studies = useGet(api.listStudies, { query: { language: useLanguage() } });
  const [going, setGoing] = useState(false);
  const runs = useGet(ofRuns.listRuns, {}, going ? { every: SECOND } : {});
  const list = runs.data?.runs ?? [];
  const underWay = list.some(isUnderWay);
  if (underWay !== going && runs.data !== undefined) setGoing(underWay);
  useEffect(() => {
    // What the newest run says is told anew once it has ended.
    if (!going) void readAgain(client, "/api/studies");
  }, [going, client]);
  const told = studies.data?.studies ?? [];
  const others = list.filter(({ study }) => !told.some(({ id }) => id === study));

  async function start(study: string, asOf: string): Promise<void> {
    setError(undefined);
    try {
      await call(ofRuns.askRun, { body: asOf === "" ? { study } : { study, asOf } });
      await readAgain(client, "/api/runs");
    } catch (problem) {
      setError(problem);
    }
  }

  return (
    <Page
      title={says.title}
      lead={says.lead}
      actions={
        <>
          <NewStudyLink />
          <ExportLink />
        </>
      }
    >
      <KeptNote>{says.notOfAPart}</KeptNote>
      <Problems error={error ?? studies.error ?? runs.error} />
      {studies.isPending ? (
        <div className="panel study-waiting">
          <Waiting />
        </div>
      ) : null}
      {told.map((study) => {
        const own = list.filter((run) => run.study === study.id);
        return (
          <StudyPanel
            key={study.id}
            study={study}
            runs={own}
            busy={own.some(isUnderWay)}
            onRun={(asOf) => void start(study.id, asOf)}
          />
        );
      })}
      {may(me, "study run") ? <ReadinessPanel /> : null}
      {studies.isPending || others.length === 0 ? null : (
        <Panel title={runsOfOthers} flush>
          <RunTable runs={others} label={runsOfOthers} />
        </Panel>
      )}
    </Page>
  );
}
