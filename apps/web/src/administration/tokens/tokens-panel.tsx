import { type PersonalToken, personalTokens } from "@osteon/api";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { centresOf, useMe } from "../../api/me.ts";
import { call } from "../../api/request.ts";
import { readAgain, useGet } from "../../api/use-get.ts";
import { Dialog } from "../../design/dialog.tsx";
import { Panel } from "../../design/page.tsx";
import { Empty, Problems, Waiting } from "../../design/told.tsx";
import { useWords } from "../../words/words.ts";
import { MakeToken } from "./make-token.tsx";
import { TokenTable } from "./token-table.tsx";
import { TOKENS_WORDS } from "./tokens-words.ts";

/** One's own tokens, to be made and withdrawn, or everybody's for administrators, who withdraw them. */
export function TokensPanel({ whose }: { readonly whose: "own" | "everybodys" }) {
  const says = useWords(TOKENS_WORDS);
  const isOwn = whose === "own";
  const list = useGet(isOwn ? personalTokens.listTokens : personalTokens.listEverybodysTokens, {});
  const centres = centresOf(useMe(), "chart read");
  const [making, setMaking] = useState(false);
  const [asked, setAsked] = useState<PersonalToken>();
  const tokens = list.data?.tokens;
  const make =
    isOwn && centres.length > 0 ? (
      <button type="button" onClick={() => setMaking(true)}>
        {says.make}
      </button>
    ) : undefined;
  return (
    <Panel title={isOwn ? says.own : says.everybodys} actions={make}>
      <p className="quiet-text">
        {isOwn ? says.lead : says.everybodysLead} {isOwn ? <a href="/api/docs">{says.addresses}</a> : null}
      </p>
      <Problems error={list.error} />
      {tokens === undefined ? (
        <Waiting />
      ) : tokens.length === 0 ? (
        <Empty says={says.none} />
      ) : (
        <TokenTable tokens={tokens} ofPeople={!isOwn} onWithdraw={setAsked} />
      )}
      {making ? <MakeToken centres={centres} onClose={() => setMaking(false)} /> : null}
      {asked === undefined ? null : <Withdraw token={asked} onClose={() => setAsked(undefined)} />}
    </Panel>
  );
}

/** Asks once more: a program of somebody stops. */
function Withdraw({ token, onClose }: { readonly token: PersonalToken; readonly onClose: () => void }) {
  const says = useWords(TOKENS_WORDS);
  const client = useQueryClient();
  const [error, setError] = useState<unknown>();
  const withdraw = async (): Promise<void> => {
    try {
      await call(personalTokens.withdrawToken, { params: { token: token.token } });
      await readAgain(client, "/api/tokens", "/api/administration/tokens");
      onClose();
    } catch (problem) {
      setError(problem);
    }
  };
  return (
    <Dialog open title={says.withdrawIt(token.name)} onClose={onClose}>
      <p>{says.withdrawSays(token.person, token.name)}</p>
      <Problems error={error} />
      <div className="row">
        <button type="button" className="danger" onClick={() => void withdraw()}>
          {says.withdraw}
        </button>
        <button type="button" className="quiet" onClick={onClose}>
          {says.cancel}
        </button>
      </div>
    </Dialog>
  );
}
