import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useMe } from "../../api/me.ts";
import { send } from "../../api/request.ts";
import { readAgain } from "../../api/use-get.ts";
import { Mark } from "../../design/mark.tsx";
import { Panel } from "../../design/page.tsx";
import { useWords } from "../../words/words.ts";
import { AskPassword } from "./ask-password.tsx";
import { SECURITY_WORDS } from "./security-words.ts";
import { type Offer, SetUp } from "./set-up.tsx";

/** Sets the second factor up, or switches it off; both ask for the password again. */
export function SecondFactor() {
  const says = useWords(SECURITY_WORDS);
  const { secondFactor } = useMe();
  const client = useQueryClient();
  const [offer, setOffer] = useState<Offer>();
  const [told, setTold] = useState("");
  const settled = async (words: string): Promise<void> => {
    setOffer(undefined);
    setTold(words);
    await readAgain(client, "/api/me", "/api/administration/people");
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
          <AskPassword
            key={String(secondFactor)}
            act={secondFactor ? says.end : says.begin}
            danger={secondFactor}
            onPassword={async (password) => {
              setTold("");
              if (secondFactor) {
                await send("POST", "/api/auth/two-factor/disable", { password });
                await settled(says.nowOff);
              } else setOffer((await send<Offer>("POST", "/api/auth/two-factor/enable", { password })).body);
            }}
          />
        </>
      ) : (
        <SetUp offer={offer} onDone={() => settled(says.nowOn)} />
      )}
    </Panel>
  );
}
