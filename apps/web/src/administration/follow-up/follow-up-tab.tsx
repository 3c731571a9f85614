import { accounts, type PlanVersion, settings } from "@osteon/api";
import { useState } from "react";
import { may, useMe } from "../../api/me.ts";
import { useGet } from "../../api/use-get.ts";
import { Panel } from "../../design/page.tsx";
import { Problems, Waiting } from "../../design/told.tsx";
import { useFormat } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import { FOLLOW_UP_WORDS } from "./follow-up-words.ts";
import { usePlanChanges } from "./plan-changes.ts";
import { PlanForm } from "./plan-form.tsx";
import { PlanPicture } from "./plan-picture.tsx";
import "./follow-up.css";

/** The follow-up plan of the registry: its windows on a time axis, how it came to be, and for administrators the change of it. */
export function FollowUpTab() {
  const says = useWords(FOLLOW_UP_WORDS);
  const told = useGet(settings.listFollowUpPlans, {});
  const mayChange = may(useMe(), "registry administer");
  const [changing, setChanging] = useState(false);
  const [saved, setSaved] = useState(false);
  const [present] = told.data?.versions ?? [];
  if (told.data === undefined || present === undefined)
    return told.error === null ? <Waiting /> : <Problems error={told.error} />;
  const change = (
    <button
      type="button"
      onClick={() => {
        setSaved(false);
        setChanging(true);
      }}
    >
      {says.change}
    </button>
  );
  return (
    <>
      <p className="quiet-text">{says.lead}</p>
      <p role="status">{saved ? says.saved : ""}</p>
      {changing ? (
        <PlanForm
          stored={present.points}
          version={present.version}
          onClose={(done) => {
            setChanging(false);
            setSaved(done);
          }}
        />
      ) : (
        <Panel title={says.picture} actions={mayChange ? change : undefined}>
          <p className="quiet-text small">{says.pictureSays}</p>
          <PlanPicture plan={present.points} />
        </Panel>
      )}
      <Versions versions={told.data.versions} />
    </>
  );
}

/** Each version: when, by whom, why, and what was changed by it. */
function Versions({ versions }: { readonly versions: readonly PlanVersion[] }) {
  const says = useWords(FOLLOW_UP_WORDS);
  const format = useFormat();
  const changesOf = usePlanChanges();
  const people = useGet(accounts.listPeople, {}).data?.people;
  const nameOf = (account: string): string => people?.find((one) => one.account === account)?.name ?? account;
  return (
    <Panel title={says.versions}>
      <ol className="plan-versions">
        {versions.map(({ version, points, changedAt, changedBy, reason }, index) => {
          const before = versions[index + 1];
          return (
            <li key={version}>
              <p>
                <strong>{says.version(format.number(version))}</strong>{" "}
                <span className="quiet-text">
                  {format.dateTime(changedAt)}, {before === undefined ? says.began : nameOf(changedBy)}
                </span>
              </p>
              {reason === null ? null : <p>{reason}</p>}
              {before === undefined ? null : (
                <ul>
                  {changesOf(before.points, points).map((one) => (
                    <li key={one}>{one}</li>
                  ))}
                </ul>
              )}
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}
