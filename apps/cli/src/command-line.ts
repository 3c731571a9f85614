import type { Command } from "commander";

/** Options that are the program's own; any other before a command belongs to `start`. */
const OWN = new Set(["-h", "--help", "-V", "--version"]);

/**
 * The command line as the parser should see it. Without a command it starts Osteon. An unknown command is cut off where
 * it stands, so that the parser names it and the nearest one, whatever follows: with `--help` behind it the whole help
 * would be printed as if the command were there.
 */
export function completeCommandLine(program: Command, argv: readonly string[]): string[] {
  const [node = "", script = "", ...words] = argv;
  const [first] = words;
  if (first === undefined || (first.startsWith("-") && !OWN.has(first))) return [node, script, "start", ...words];
  let command = program;
  for (const [place, word] of words.entries()) {
    if (command.commands.length === 0 || word.startsWith("-") || word === "help") break;
    const found = command.commands.find((one) => one.name() === word);
    if (found === undefined) return [node, script, ...words.slice(0, place + 1)];
    command = found;
  }
  return [...argv];
}
