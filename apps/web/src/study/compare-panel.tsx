import { runs } from "@osteon/api";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useGet } from "../api/use-get.ts";
import { Panel } from "../design/page.tsx";
import { Empty, Problems, Waiting } from "../design/told.tsx";
import { useFormat } from "../words/format.ts";
import { useLanguage, useWords } from "../words/words.ts";
import { MovedTable } from "./moved-table.tsx";
import { RUNS_WORDS } from "./runs-words.ts";
import { StudyChanges } from "./study-changes.tsx";
import { STUDY_WORDS } from "./study-words.ts";

const route = getRouteApi("/inside/study/$run");

/** This run beside an earlier one of its study: which numbers moved, by which children, and whether the study itself changed. */
export function ComparePanel({ run }: { readonly run: string }) {
  const says = useWords(RUNS_WORDS);
  const { compare } = useWords(STUDY_WORDS);
  const format = useFormat();
  const goTo = useNavigate();
  const language = useLanguage();
  const { with: earlier } = route.useSearch();
  const list = useGet(runs.listRuns, {});
  const moved = useGet(
    runs.compareRuns,
    earlier === undefined ? undefined : { params: { run }, query: { with: earlier, language } },
  );
  const study = list.data?.runs.find((one) => one.run === run)?.study;
  const others = (list.data?.runs ?? []).filter(
    (one) => one.study === study && one.run !== run && one.state === "done",
  );
  return (
    <Panel title={compare}>
      <p>{says.compareLead}</p>
      <Problems error={list.error ?? moved.error} />
      {list.isPending ? <Waiting /> : null}
      {list.data !== undefined && others.length === 0 ? <Empty says={says.noOther} /> : null}
      {others.length === 0 ? null : (
        <p>
          <label className="row">
            {says.earlier}
            <select
              value={earlier ?? ""}
              onChange={({ target: { value } }) =>
                void goTo({
                  to: "/study/$run",
                  params: { run },
                  search: { tab: "compare", with: value === "" ? undefined : value },
                })
              }
            >
              <option value="">{says.choose}</option>
              {others.map(({ run: other, name, askedAt }) => (
                <option key={other} value={other}>
                  {name === null ? format.dateTime(askedAt) : `${name}, ${format.dateTime(askedAt)}`}
                </option>
              ))}
            </select>
          </label>
        </p>
      )}
      {earlier !== undefined && moved.isPending ? <Waiting /> : null}
      {earlier === undefined || moved.data === undefined ? null : (
        <>
          {moved.data.study.sameResults ? null : <p className="notice warn">{says.studyChanged}</p>}
          {moved.data.study.sameResults && moved.data.study.others.length > 0 ? <p>{says.studyRewritten}</p> : null}
          <StudyChanges changes={moved.data.study} />
          <MovedTable run={run} earlier={earlier} numbers={moved.data.numbers} />
        </>
      )}
    </Panel>
  );
}
