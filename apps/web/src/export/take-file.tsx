import { type ReactNode, useState } from "react";
import { AskPassword } from "../administration/security/ask-password.tsx";
import { fetchFile, saveFile } from "../api/fetch-file.ts";
import { ApiProblem } from "../api/request.ts";
import { Dialog } from "../design/dialog.tsx";
import { Problems } from "../design/told.tsx";
import { useWords } from "../words/words.ts";
import { confirmPassword } from "./confirm-password.ts";
import { EXPORT_WORDS } from "./export-words.ts";

interface Wanted {
  readonly path: string;
  readonly name: string;
}

/** Files to be taken away: `take` asks for one, `told` says how it goes, and asks for the password where the server does. */
export function useTaking(): { readonly take: (path: string, name: string) => void; readonly told: ReactNode } {
  const says = useWords(EXPORT_WORDS);
  const [making, setMaking] = useState(false);
  const [taken, setTaken] = useState<string>();
  const [asked, setAsked] = useState<Wanted>();
  const [error, setError] = useState<unknown>();
  async function run(wanted: Wanted): Promise<void> {
    setMaking(true);
    setTaken(undefined);
    setError(undefined);
    try {
      saveFile(await fetchFile(wanted.path), wanted.name);
      setTaken(wanted.name);
    } catch (problem) {
      if (needsPassword(problem)) setAsked(wanted);
      else setError(problem);
    } finally {
      setMaking(false);
    }
  }
  const told = (
    <>
      <p role="status" className={making || taken !== undefined ? "notice" : "unseen"}>
        {making ? says.making : taken === undefined ? "" : says.taken(taken)}
      </p>
      <Problems error={error} />
      <Dialog open={asked !== undefined} title={says.password} onClose={() => setAsked(undefined)}>
        <p>{says.passwordWhy}</p>
        <AskPassword
          act={says.goOn}
          danger={false}
          onPassword={async (password) => {
            await confirmPassword(password);
            setAsked(undefined);
            if (asked !== undefined) await run(asked);
          }}
        />
      </Dialog>
    </>
  );
  return { take: (path, name) => (making ? undefined : void run({ path, name })), told };
}

const needsPassword = (problem: unknown): boolean =>
  problem instanceof ApiProblem && problem.problems.some(({ code }) => code === "password-needed");
