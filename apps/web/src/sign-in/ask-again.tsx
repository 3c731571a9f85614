import { proof } from "@osteon/api";
import { useEffect, useState } from "react";
import { AskPassword } from "../administration/security/ask-password.tsx";
import { useMe } from "../api/me.ts";
import { answerProofs } from "../api/proof.ts";
import { call } from "../api/request.ts";
import { Dialog } from "../design/dialog.tsx";
import { Problems } from "../design/told.tsx";
import { useWords } from "../words/words.ts";
import { ProviderButtons } from "./provider-buttons.tsx";
import { SIGN_IN_WORDS } from "./sign-in-words.ts";

interface Waiting {
  readonly proved: () => void;
  readonly refused: () => void;
}

/** Asks again who is there when the server wants to know; what waits for it then goes on by itself. */
export function AskAgain() {
  const says = useWords(SIGN_IN_WORDS);
  const { hasPassword } = useMe();
  const [waiting, setWaiting] = useState<readonly Waiting[]>([]);
  const [error, setError] = useState<unknown>();
  useEffect(
    () =>
      answerProofs(
        () =>
          new Promise<void>((proved, refused) => {
            setError(undefined);
            setWaiting((before) => [...before, { proved, refused: () => refused(new Error("not proved")) }]);
          }),
      ),
    [],
  );
  const end = (how: keyof Waiting): void => {
    for (const one of waiting) one[how]();
    setWaiting([]);
  };
  return (
    <Dialog open={waiting.length > 0} title={says.proofTitle} onClose={() => end("refused")}>
      <p>{hasPassword ? says.proof : says.proofAtProvider}</p>
      {hasPassword ? (
        <AskPassword
          act={says.goOn}
          danger={false}
          onPassword={async (password) => {
            await call(proof.giveProof, { body: { password } });
            end("proved");
          }}
        />
      ) : (
        <>
          <Problems error={error} />
          <ProviderButtons again onError={setError} />
        </>
      )}
    </Dialog>
  );
}
