import { FolderInUse } from "@osteon/registry";
import { EXIT, isSystemError, Stop, systemErrorText } from "@osteon/run";

/** Why a server did not start, in one sentence with what to do; a bug of ours stays as it is. */
export function failedStart(error: unknown, { host, port }: { readonly host: string; readonly port: number }): unknown {
  if (error instanceof FolderInUse || error instanceof Stop) return new Stop(EXIT.failed, error.message);
  if (!isSystemError(error)) return error;
  const place = `port ${port} of ${host}`;
  const says = LISTENING[error.syscall === "listen" ? error.code : ""]?.(place, host) ?? systemErrorText(error);
  return new Stop(EXIT.failed, `The registry did not start: ${says}`);
}

/** What the system says to a server that wants a port. */
const LISTENING: Readonly<Record<string, (place: string, host: string) => string>> = {
  EADDRINUSE: (place) => `${place} is taken. End the program that has it, or choose another with --port.`,
  EACCES: (place) => `this user may not open ${place}. Choose a port over 1023 with --port.`,
  EADDRNOTAVAIL: (_place, host) => `this machine has no address ${host}. Name one of its own with --host.`,
};
