import { type Offer, signIn } from "@osteon/api";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useMe } from "../../api/me.ts";
import { call } from "../../api/request.ts";
import { readAgain } from "../../api/use-get.ts";
import { Mark } from "../../design/mark.tsx";
import { Panel } from "../../design/page.tsx";
import { Problems } from "../../design/told.tsx";
import { useWords } from "../../words/words.ts";
import { AskPassword } from "./ask-password.tsx";
import { SECURITY_WORDS } from "./security-words.ts";
import { SetUp } from "./set-up.tsx";

/** Sets the second factor up, or switches it off; both ask for the password again. */
export function SecondFactor() {
  const says = useWords(SECURITY_WORDS);
  const { secondFactor, hasPassword } = useMe();
  const client = useQueryClient();
  const [offer, setOffer] = useState<Offer>();
  const [error, setError] = useState<unknown>();
  const [told, setTold] = useState("");
  const settled = async (words: string): Promise<void> => {
    setOffer(undefined);
    setTold(words);
    await readAgain(client, "/api/me", "/api/administration/people");
  };
  const change = async (proof: { readonly password?: string }): Promise<void> => {
    setTold("");
    setError(undefined);
    if (secondFactor) {
      await call(signIn.takeOffFactor, { body: proof });
      await settled(says.nowOff);
    } else setOffer((await call(signIn.offerFactor, { body: proof })).body);
  };
  const state = <Mark kind={secondFactor ? "done" : "none"} says={secondFactor ? says.on : says.off} shown />;
  return (
    <Panel title={says.second} actions={state}>
      <span role="status" className={told === "" ? "unseen" : "notice"}>
        {told}
      </span>
      {offer === undefined ? (
        <>
          <p>{secondFactor ? says.isOn : says.isOff}</p>
          {hasPassword ? (
            <AskPassword
              key={String(secondFactor)}
              act={secondFactor ? says.end : says.begin}
              danger={secondFactor}
              onPassword={(password) => change({ password })}
            />
          ) : (
            <>
              <Problems error={error} />
              <button type="button" onClick={() => void change({}).catch(setError)}>
                {secondFactor ? says.end : says.begin}
              </button>
            </>
          )}
        </>
      ) : (
        <SetUp offer={offer} onDone={() => settled(says.nowOn)} />
      )}
    </Panel>
  );
}
