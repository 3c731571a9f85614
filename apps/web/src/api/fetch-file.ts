import { ApiProblem, BrokenAnswer, signedOut, Unreachable } from "./request.ts";

/** A file that the server made, and what it says of it. */
export interface FetchedFile {
  readonly file: Blob;
  /** The server's own name; a table whose charts are invented says so there. */
  readonly name: string | undefined;
  /** Drafts that stayed behind, of an export of charts. */
  readonly draftsLeftOut: number | undefined;
}

/** Reads a file whole; throws as every read does, so that a refusal is told on the page and not saved as the file. */
export async function fetchFile(path: string): Promise<FetchedFile> {
  const answer = await fetch(path).catch(() => {
    throw new Unreachable();
  });
  if (answer.ok) {
    const drafts = answer.headers.get("x-osteon-drafts-left-out");
    return {
      // A body that is cut is no file.
      file: await answer.blob().catch(() => {
        throw new BrokenAnswer();
      }),
      name: /filename="([^"]+)"/.exec(answer.headers.get("content-disposition") ?? "")?.[1],
      draftsLeftOut: drafts === null ? undefined : Number(drafts),
    };
  }
  if (answer.status === 502 || answer.status === 504) throw new Unreachable();
  if (answer.status === 401) signedOut.dispatchEvent(new Event("signed-out"));
  throw new ApiProblem(answer.status, await answer.json().catch(() => ({})));
}

/** Hands a file to the browser to be kept. */
export function saveFile(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser has taken the address by the next turn; the bytes are let go then.
  setTimeout(() => URL.revokeObjectURL(link.href), 0);
}
