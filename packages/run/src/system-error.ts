/** What Node throws where the operating system refuses: of a file, a socket, a process. */
export interface SystemError extends Error {
  readonly code: string;
  readonly syscall: string;
  readonly path?: string;
}

export function isSystemError(error: unknown): error is SystemError {
  const { code, syscall } = (error ?? {}) as { code?: unknown; syscall?: unknown };
  return error instanceof Error && typeof code === "string" && typeof syscall === "string";
}

const SAYS: Readonly<Record<string, string>> = {
  EACCES: "this user may not read or write it. Give the rights, or name another place.",
  EPERM: "this user may not do this to it. Give the rights, or name another place.",
  ENOENT: "there is no such file or folder.",
  ENOTDIR: "a file stands where a folder is needed. Name another place.",
  EISDIR: "a folder stands where a file is needed. Name another place.",
  EEXIST: "something else stands there already. Name another place.",
  EROFS: "the disk can only be read. Name a place that can be written.",
  ENOSPC: "there is no room left on the disk. Make room, then try again.",
  ENAMETOOLONG: "the name is longer than the system allows. Choose a shorter one.",
  EMFILE: "too many files are open. Raise the limit of open files, then try again.",
};

/** What the operating system refused, in one sentence: which place, and what to do. */
export function systemErrorText({ code, path, message }: SystemError): string {
  const says = SAYS[code];
  return says === undefined ? message : `${path === undefined ? "a file or folder" : path}: ${says}`;
}
