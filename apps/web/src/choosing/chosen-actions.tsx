import { addressOf, chosen as api } from "@osteon/api";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { ConfirmDialog } from "../administration/confirm-dialog.tsx";
import { may, useMe } from "../api/me.ts";
import { call } from "../api/request.ts";
import { readAgain } from "../api/use-get.ts";
import { useTaking } from "../export/take-file.tsx";
import { useFormat } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import { CHOOSING_WORDS } from "./choosing-words.ts";

interface Parts {
  readonly study: string;
  readonly title: string;
  /** The name of its author. */
  readonly by: string;
  readonly chosen: { readonly at: string; readonly version: number };
  readonly mine: boolean;
}

/** What can be done with a study that was made by choosing: downloaded, changed, begun anew from, taken away. */
export function ChosenActions({ study, title, by, chosen, mine }: Parts) {
  const says = useWords(CHOOSING_WORDS);
  const format = useFormat();
  const me = useMe();
  const client = useQueryClient();
  const { take, told } = useTaking();
  const [leaves, setLeaves] = useState(false);
  const path = addressOf(api.takeFolder, { study });
  return (
    <>
      <p className="quiet-text">{says.chosenBy(by, format.dateTime(chosen.at), chosen.version)}</p>
      <div className="row">
        <button type="button" aria-label={says.downloadNamed(title)} onClick={() => take(path, `${study}.zip`)}>
          {says.download}
        </button>
        {may(me, "study run") ? (
          <>
            {mine ? (
              <Link to="/new-study" search={{ study }} className="button">
                {says.change}
              </Link>
            ) : null}
            <Link to="/new-study" search={{ copy: study }} className="button">
              {says.copy}
            </Link>
          </>
        ) : null}
        {mine ? (
          <button type="button" className="quiet" onClick={() => setLeaves(true)}>
            {says.takeAway}
          </button>
        ) : null}
      </div>
      {told}
      {leaves ? (
        <ConfirmDialog
          title={says.takeAwayTitle}
          says={says.takeAwaySays}
          act={says.takeAway}
          needsReason
          onClose={() => setLeaves(false)}
          onSure={async (reason) => {
            await call(api.takeStudyAway, { params: { study } }, { reason });
            await readAgain(client, "/api/studies", "/api/chosen-studies/");
          }}
        />
      ) : null}
    </>
  );
}
