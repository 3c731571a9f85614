import { ApiProblem, signedOut, Unreachable } from "./request.ts";

/** Reads a file whole; throws as every read does, so that a refusal is told on the page and not saved as the file. */
export async function fetchFile(path: string): Promise<Blob> {
  const answer = await fetch(path).catch(() => {
    throw new Unreachable();
  });
  if (answer.ok) return await answer.blob();
  if (answer.status === 502 || answer.status === 504) throw new Unreachable();
  if (answer.status === 401) signedOut.dispatchEvent(new Event("signed-out"));
  throw new ApiProblem(answer.status, (await answer.json().catch(() => ({}))) as Record<string, unknown>);
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
