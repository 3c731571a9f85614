import { Command } from "commander";
import software from "../package.json" with { type: "json" };
import { addAccuracy } from "./commands/accuracy.ts";
import { addAgreement } from "./commands/agreement.ts";
import { addCheck } from "./commands/check.ts";
import { addDerive } from "./commands/derive.ts";
import { addEstimate } from "./commands/estimate.ts";
import { addExplain } from "./commands/explain.ts";
import { addExport } from "./commands/export.ts";
import { addFreeze } from "./commands/freeze.ts";
import { addLogistic } from "./commands/logistic.ts";
import { addMembers } from "./commands/members.ts";
import { addPublish } from "./commands/publish.ts";
import { addRegistry } from "./commands/registry.ts";
import { addReproduce } from "./commands/reproduce.ts";
import { addSensitivity } from "./commands/sensitivity.ts";
import { addStart } from "./commands/start.ts";
import { addStudy } from "./commands/study.ts";
import { addSurvival } from "./commands/survival.ts";
import { addTableOne } from "./commands/table1.ts";
import { addTally } from "./commands/tally.ts";
import { addTest } from "./commands/test.ts";

const ABOUT = `From chart to paper: the study of a cohort of children with chronic nonbacterial osteomyelitis.

The stages, each able to run alone from the files of the one before:
  freeze -> derive -> tally -> estimate -> publish`;

const MORE = `
Start here:
  osteon start                                   run the Dresden study, open a registry with its charts, serve both
  osteon check manuscript.docx                   printed numbers that contradict each other
  osteon survival data.csv --time T --event E    curves, comparison and regression of any data
  osteon study run schnabel-2017 --out out/run   the same into a folder
  osteon reproduce schnabel-2017                 every printed number beside the recomputed one
  osteon explain DD-001                          one child's course, and why each state was given
  osteon sensitivity schnabel-2017 --out out/sensitivity
                                                 how the headline numbers move with the assumptions
  osteon serve --data own --keys own.keys        a registry of your own, empty, apart from the demonstration

Exit codes: 0 done, 1 a bug or a registry that could not start, 2 the command was not understood, 3 the charts or the paper have problems (all
listed, nothing written), or a trail does not hold or is empty, 4 a printed number differs without a reason or cannot be true, 5 what was named does not exist.`;

/** What a newcomer wants stands first; then the stages and what is asked of a run; then the registry. */
const COMMANDS = [
  addStart,
  addCheck,
  addSurvival,
  addTest,
  addTableOne,
  addAgreement,
  addAccuracy,
  addLogistic,
  addStudy,
  addReproduce,
  addSensitivity,
  addExplain,
  addMembers,
  addExport,
  addFreeze,
  addDerive,
  addTally,
  addEstimate,
  addPublish,
  addRegistry,
];

/** The command line; `finish` is told the exit code of a command that ends with another than 0. */
export function createProgram(finish: (code: number) => void): Command {
  const program = new Command("osteon").description(ABOUT).version(software.version).addHelpText("after", MORE);
  program.exitOverride().showHelpAfterError("(osteon --help tells more)");
  for (const add of COMMANDS) add(program, finish);
  return program;
}
