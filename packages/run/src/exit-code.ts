/** How `osteon` ends. Documented in `osteon --help` and docs/reference/cli.md; scripts may rely on the numbers. */
export const EXIT = {
  ok: 0,
  /** A bug (please report it), or what the system refuses: a registry that could not start, a file that could not be written. */
  failed: 1,
  /** The command line was not understood. */
  usage: 2,
  /** The charts have problems, or the paper cannot be read; all were listed, nothing was written. Or a trail does not hold, or holds nothing. */
  problems: 3,
  /** A printed number differs without a contradiction that explains it, or contradicts another. */
  differs: 4,
  /** What was named does not exist: a study, a folder, a patient, a result. */
  notFound: 5,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** An end that the user can mend: one message, no stack trace. */
export class Stop extends Error {
  readonly code: ExitCode;
  constructor(code: ExitCode, message: string) {
    super(message);
    this.code = code;
  }
}
