import { type ReactNode, useState } from "react";
import { fetchFile, saveFile } from "../api/fetch-file.ts";
import { askForProof } from "../api/proof.ts";
import { ApiProblem } from "../api/request.ts";
import { Problems } from "../design/told.tsx";
import { useWords } from "../words/words.ts";
import { EXPORT_WORDS } from "./export-words.ts";

interface Wanted {
  readonly path: string;
  readonly name: string;
}

/** Files to be taken away: `take` asks for one, `told` says how it goes, and who is there is asked where the server does. */
export function useTaking(): { readonly take: (path: string, name: string) => void; readonly told: ReactNode } {
  const says = useWords(EXPORT_WORDS);
  const [making, setMaking] = useState(false);
  const [taken, setTaken] = useState<string>();
  const [error, setError] = useState<unknown>();
  async function run(wanted: Wanted): Promise<void> {
    setMaking(true);
    setTaken(undefined);
    setError(undefined);
    try {
      saveFile(await fetchProved(wanted.path), wanted.name);
      setTaken(wanted.name);
    } catch (problem) {
      setError(problem);
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
    </>
  );
  return { take: (path, name) => (making ? undefined : void run({ path, name })), told };
}

/** Reads a file; where the server asks who is there, the person is asked once. */
async function fetchProved(path: string): Promise<Blob> {
  try {
    return await fetchFile(path);
  } catch (problem) {
    const asks = problem instanceof ApiProblem && problem.problems.some(({ code }) => code === "password-needed");
    if (asks && (await askForProof())) return await fetchFile(path);
    throw problem;
  }
}
