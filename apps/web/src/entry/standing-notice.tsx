import type { Chart } from "@osteon/api";
import { accounts, administration } from "@osteon/api";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { CHILDREN } from "../api/addresses.ts";
import { may, useMe } from "../api/me.ts";
import { call } from "../api/request.ts";
import { readAgain, useGet } from "../api/use-get.ts";
import { Problems } from "../design/told.tsx";
import { useNames } from "../quality/use-names.ts";
import { useFormat } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import { ENTRY_WORDS } from "./entry-words.ts";
import type { Standing } from "./standing.ts";
import { STANDING_WORDS } from "./standing-words.ts";

interface Parts extends Standing {
  readonly chart: Chart;
  /** Whether the person chose to change what is signed. */
  readonly unsealed: boolean;
  readonly onUnseal: () => void;
}

/** Why a row cannot be changed, on top of it: who locked or signed it, when, why, and who can undo that. */
export function StandingNotice({ chart, lock, signature, unsealed, onUnseal }: Parts) {
  const says = useWords(STANDING_WORDS);
  const entry = useWords(ENTRY_WORDS);
  const format = useFormat();
  const me = useMe();
  const nameOf = useNames();
  const client = useQueryClient();
  const [error, setError] = useState<unknown>();
  const people = useGet(accounts.listPeople, {}).data?.people;
  if (lock === undefined && signature === undefined) return null;
  if (lock === undefined && signature !== undefined)
    return (
      <div className="notice warn standing" role="status">
        <p>
          <strong>
            {says.signed(signature.printedName, format.dateTime(signature.signedAt), entry[signature.meaning])}
          </strong>{" "}
          {unsealed ? says.unsealed : says.signedLead}
        </p>
        {unsealed || !may(me, "chart write", chart.centre) ? null : (
          <button type="button" onClick={onUnseal}>
            {says.unseal}
          </button>
        )}
      </div>
    );
  if (lock === undefined) return null;
  const lifts = may(me, "lock set", chart.centre);
  const email = people?.find(({ account }) => account === lock.setBy)?.email;
  const lift = async () => {
    setError(undefined);
    try {
      await call(administration.liftLock, { params: { lock: lock.lock } });
      await readAgain(client, ...CHILDREN, "/api/locks");
    } catch (problem) {
      setError(problem);
    }
  };
  const who = nameOf(lock.setBy);
  return (
    <div className="notice warn standing" role="status">
      <p>
        <strong>{says[`locked_${lock.scope}`](who, format.dateTime(lock.setAt))}</strong>{" "}
        {lock.reason ? says.because(lock.reason) : ""} {says.lockedLead}{" "}
        {signature === undefined
          ? ""
          : says.signed(signature.printedName, format.dateTime(signature.signedAt), entry[signature.meaning])}
      </p>
      {lifts ? (
        <button type="button" onClick={() => void lift()}>
          {entry.unlock}
        </button>
      ) : email === undefined ? (
        <p>{says.askManager}</p>
      ) : (
        <p>
          <a href={`mailto:${email}?subject=${encodeURIComponent(says.mailSubject(chart.patient))}`}>{says.ask(who)}</a>
        </p>
      )}
      <Problems error={error} />
    </div>
  );
}
