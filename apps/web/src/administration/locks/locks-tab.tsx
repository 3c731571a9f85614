import type { StandingLock } from "@osteon/api";
import { accounts, administration } from "@osteon/api";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useCallback, useState } from "react";
import { CHILDREN } from "../../api/addresses.ts";
import { may, useMe } from "../../api/me.ts";
import { call } from "../../api/request.ts";
import { readAgain, useGet } from "../../api/use-get.ts";
import { Panel } from "../../design/page.tsx";
import { Empty, Problems, Waiting } from "../../design/told.tsx";
import { useFormat } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import { ADMINISTRATION_WORDS } from "../administration-words.ts";
import { ConfirmDialog } from "../confirm-dialog.tsx";
import { LinesInSight } from "../lines-in-sight.tsx";
import { LOCKS_WORDS } from "./locks-words.ts";
import { StudyLockDialog } from "./study-lock-dialog.tsx";
import { useLocks } from "./use-locks.ts";

/** The locks that stand; data managers set and lift them. */
export function LocksTab() {
  const says = useWords(LOCKS_WORDS);
  const shared = useWords(ADMINISTRATION_WORDS);
  const client = useQueryClient();
  const list = useLocks();
  const locks = list.data?.pages.flatMap((page) => page.locks);
  const [asked, setAsked] = useState<StandingLock | "study">();
  const whatOf = ({ scope, centre, patient, visit }: StandingLock): string =>
    `${says[scope]} ${scope === "study" ? centre : (visit ?? patient ?? "")}`;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const lockButton = may(useMe(), "lock set") ? (
    <button type="button" onClick={() => setAsked("study")}>
      {says.lock}
    </button>
  ) : undefined;
  return (
    <>
      <p className="quiet-text">{says.lead}</p>
      <Problems error={list.error} />
      <Panel title={shared.locks} actions={lockButton} flush>
        {locks === undefined ? (
          <Waiting />
        ) : locks.length === 0 ? (
          <Empty says={says.none} />
        ) : (
          <div className="scrolls">
            <table className="table locks" aria-rowcount={hasNextPage ? -1 : locks.length + 1}>
              <thead>
                <tr>
                  <th scope="col">{says.scope}</th>
                  <th scope="col">{shared.centre}</th>
                  <th scope="col">{says.setBy}</th>
                  <th scope="col">{says.setAt}</th>
                  <th scope="col">
                    <span className="unseen">{says.actions}</span>
                  </th>
                </tr>
              </thead>
              <LinesInSight
                count={locks.length}
                height={45}
                onEnd={more}
                line={(index) => {
                  const lock = locks[index];
                  return lock === undefined ? null : (
                    <LockCells lock={lock} liftLabel={says.liftLock(whatOf(lock))} onLift={() => setAsked(lock)} />
                  );
                }}
              />
            </table>
          </div>
        )}
      </Panel>
      {asked === "study" ? <StudyLockDialog onClose={() => setAsked(undefined)} /> : null}
      {asked !== undefined && asked !== "study" ? (
        <ConfirmDialog
          title={says.liftLock(whatOf(asked))}
          says={says.liftSays}
          act={says.lift}
          needsReason
          onClose={() => setAsked(undefined)}
          onSure={async (reason) => {
            await call(administration.liftLock, { params: { lock: asked.lock } }, { reason });
            await readAgain(client, "/api/locks", ...CHILDREN, "/api/dashboard");
          }}
        />
      ) : null}
    </>
  );
}

interface CellParts {
  readonly lock: StandingLock;
  readonly liftLabel: string;
  readonly onLift: () => void;
}

function LockCells({ lock: { scope, centre, patient, visit, setBy, setAt }, liftLabel, onLift }: CellParts) {
  const says = useWords(LOCKS_WORDS);
  const format = useFormat();
  const colleagues = useGet(accounts.listPeople, {}).data?.people;
  const mayLift = may(useMe(), "lock set", centre);
  return (
    <>
      <th scope="row">
        {says[scope]}{" "}
        {patient === null ? null : visit === null ? (
          <Link to="/centres/$centre/patients/$patient" params={{ centre, patient }} className="mono">
            {patient}
          </Link>
        ) : (
          <Link
            to="/centres/$centre/patients/$patient/$table/$key"
            params={{ centre, patient, table: "visit", key: visit }}
            className="mono"
          >
            {visit}
          </Link>
        )}
      </th>
      <td>{centre}</td>
      <td>{colleagues?.find(({ account }) => account === setBy)?.name ?? setBy}</td>
      <td>{format.dateTime(setAt)}</td>
      <td>
        {mayLift ? (
          <button type="button" className="quiet" aria-label={liftLabel} onClick={onLift}>
            {says.lift}
          </button>
        ) : null}
      </td>
    </>
  );
}
