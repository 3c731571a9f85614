import { getRouteApi } from "@tanstack/react-router";
import { useEffect } from "react";
import { may, useMe } from "../api/me.ts";
import { catchFocus } from "../design/lost-focus.ts";
import { Page } from "../design/page.tsx";
import { Problems } from "../design/told.tsx";
import { NotYours } from "../frame/not-yours.tsx";
import { useWords } from "../words/words.ts";
import { CheckStep } from "./check-step.tsx";
import { ChooseFile } from "./choose-file.tsx";
import { CommitStep } from "./commit-step.tsx";
import { DoneStep } from "./done-step.tsx";
import { EarlierImports } from "./earlier-imports.tsx";
import { IMPORT_WORDS } from "./import-words.ts";
import { MappingStep } from "./mapping-step.tsx";
import { StepList } from "./step-list.tsx";
import { useImport } from "./use-import.ts";
import { Working } from "./working.tsx";
import "./import.css";

const route = getRouteApi("/inside/import");

/** Charts from files, in steps: file, columns, dry run, import. */
export function ImportPage() {
  const says = useWords(IMPORT_WORDS);
  const me = useMe();
  return (
    <Page title={says.title} lead={says.lead}>
      {may(me, "batch import") ? <Wizard /> : <NotYours says={says.noRight} />}
      <EarlierImports />
    </Page>
  );
}

function Wizard() {
  const says = useWords(IMPORT_WORDS);
  const work = useImport(route.useSearch().step);
  const { step, csv, table, prepared, plan, done } = work;
  const isBusy = work.busy !== undefined;
  // The button of the step before went with it; what was reached is read from the top of the page.
  useEffect(() => {
    if (step !== "file" || isBusy) catchFocus();
  }, [step, isBusy]);
  return (
    <>
      <StepList step={step} open={work.open} />
      {work.busy === undefined ? null : (
        <Working
          what={says[work.busy]}
          work={work.underWay}
          {...(work.onCancel === undefined ? {} : { onCancel: work.onCancel })}
        />
      )}
      {step === "commit" ? null : <Problems error={work.error} />}
      {work.busy !== undefined ? null : (
        <>
          {step === "file" ? (
            <ChooseFile
              file={work.file}
              table={table}
              lost={work.lost}
              asks={work.asks === true}
              onFile={work.take}
              onTable={work.setTable}
              onNext={work.readFile}
            />
          ) : null}
          {step === "mapping" && csv !== undefined && table !== undefined ? (
            <MappingStep key={table} csv={csv} table={table} onBack={work.another} onNext={work.mapColumns} />
          ) : null}
          {step === "check" && plan !== undefined && prepared !== undefined ? (
            <CheckStep
              plan={plan}
              prepared={prepared}
              onBack={work.another}
              onReadAs={work.readAs}
              onMeant={work.readMeant}
              onMapping={csv === undefined ? undefined : () => work.go("mapping")}
              onNext={() => work.go("commit")}
            />
          ) : null}
          {step === "commit" && plan !== undefined && prepared !== undefined ? (
            <CommitStep
              plan={plan}
              prepared={prepared}
              error={work.error}
              onImport={work.commit}
              onAgain={work.check}
            />
          ) : null}
          {step === "done" && done !== undefined && prepared !== undefined ? (
            <DoneStep done={done} source={prepared.source} onAnother={work.restart} />
          ) : null}
        </>
      )}
    </>
  );
}
