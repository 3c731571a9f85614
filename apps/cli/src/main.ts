import { EXIT, Stop } from "@osteon/run/exit-code";
import { isSystemError, systemErrorText } from "@osteon/run/system-error";
import { CommanderError } from "commander";
import { completeCommandLine } from "./command-line.ts";
import { createProgram } from "./program.ts";
import { red, tell } from "./terminal/say.ts";

/** Runs one command line; the answer is the exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  let code: number = EXIT.ok;
  const program = createProgram((exit) => {
    code = exit;
  });
  try {
    await program.parseAsync(completeCommandLine(program, argv));
    return code;
  } catch (error) {
    return endOf(error);
  }
}

function endOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  if (error instanceof Stop) {
    tell(red(error.message));
    return error.code;
  }
  if (isSystemError(error)) {
    tell(red(systemErrorText(error)));
    return EXIT.failed;
  }
  tell(red("Osteon failed; this is a bug, please report it with the lines below."));
  tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return EXIT.failed;
}
