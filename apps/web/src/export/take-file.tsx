import { type ReactNode, useState } from "react";
import { type FetchedFile, fetchFile, saveFile } from "../api/fetch-file.ts";
import { askForProof } from "../api/proof.ts";
import { ApiProblem } from "../api/request.ts";
import { Problems } from "../design/told.tsx";
import { useFormat } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import { EXPORT_WORDS } from "./export-words.ts";

interface Wanted {
  readonly path: string;
  readonly name: string;
}

/** Files to be taken away: `take` asks for one, `told` says how it goes, and who is there is asked where the server does. */
export function useTaking(): { readonly take: (path: string, name: string) => void; readonly told: ReactNode } {
  const says = useWords(EXPORT_WORDS);
  const format = useFormat();
  const [making, setMaking] = useState(false);
  const [taken, setTaken] = useState<{ readonly name: string; readonly drafts: number | undefined }>();
  const [error, setError] = useState<unknown>();
  async function run(wanted: Wanted): Promise<void> {
    setMaking(true);
    setTaken(undefined);
    setError(undefined);
    try {
      const { file, name = wanted.name, draftsLeftOut } = await fetchProved(wanted.path);
      saveFile(file, name);
      setTaken({ name, drafts: draftsLeftOut });
    } catch (problem) {
      setError(problem);
    } finally {
      setMaking(false);
    }
  }
  const told = ({ name, drafts = 0 }: NonNullable<typeof taken>): string =>
    drafts === 0 ? says.taken(name) : `${says.taken(name)} ${says.drafts(format.number(drafts), drafts === 1)}`;
  const shown = (
    <>
      <p role="status" className={making || taken !== undefined ? "notice" : "unseen"}>
        {making ? says.making : taken === undefined ? "" : told(taken)}
      </p>
      <Problems error={error} />
    </>
  );
  return { take: (path, name) => (making ? undefined : void run({ path, name })), told: shown };
}

/** Reads a file; where the server asks who is there, the person is asked once. */
async function fetchProved(path: string): Promise<FetchedFile> {
  try {
    return await fetchFile(path);
  } catch (problem) {
    const asks = problem instanceof ApiProblem && problem.problems.some(({ code }) => code === "password-needed");
    if (asks && (await askForProof())) return await fetchFile(path);
    throw problem;
  }
}
