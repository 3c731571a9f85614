import type { Command } from "commander";

/**
 * Options that are honoured and may yet leave every number as it was, and when: the one list, which the help of each command prints. An
 * option that could do nothing whatever the data are is refused instead.
 */
export const WITHOUT_EFFECT: Readonly<Record<string, string>> = {
  where: "every row that takes part meets the condition",
  missing: "the words stand in columns that are not asked about",
  belowLimit: "the limits stand in columns that are not asked about",
  aboveLimit: "the limits stand in columns that are not asked about",
  factor: "the column is a category already, or --levels or --reference says so",
  numeric: "the column is shown as numbers already, or stands beside one of categories",
  levels: "the levels stand in that order already",
  reference: "it is the first level already",
  count: "every row that takes part stands for one",
  weights: "every weight is 1",
  test: "it is the test that is shown without it",
  limits: "no limit can be given, or it is 0 or 1 by either",
  level: "no limit can be given, or none has a width",
  weighting: "it is none, or the one kind of kappa that fits",
  confType: "no curve has left 1",
  strata: "rows are in one stratum, or in strata that change nobody's risk set",
  start: "every row starts before the first end",
  id: "no subject has two rows",
  offset: "it is the same for all, or no coefficient can be estimated",
};

/** Adds to the help of a command which of its options may change nothing, and when. */
export function sayWithoutEffect(command: Command): Command {
  return command.addHelpText("after", () => {
    const own = command.options.flatMap((option) => {
      const when = WITHOUT_EFFECT[option.attributeName()];
      return when === undefined ? [] : [`  ${option.long?.padEnd(14) ?? ""} ${when}`];
    });
    return `\nHonoured, but without effect where they say what holds without them, or where:\n${own.join("\n")}`;
  });
}
