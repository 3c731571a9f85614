import { Refusal } from "../refusal.ts";
import { OF_ROWS } from "../shared-asked.ts";
import type { SurvivalAsked } from "./survival-asked.ts";

/** A sentence where something that was asked for would do nothing beside the rest. */
type InVain = string | false | undefined;

/** A Refusal for each option that would do nothing beside the others: none is dropped in silence. */
export function refuseInVain(asked: SurvivalAsked, written: (option: string) => boolean): void {
  const refusals = [
    ...(asked.interval === undefined ? [] : besideInterval(asked, written)),
    ...timesAndRows(asked),
    ...regression(asked, written),
    ...comparison(asked),
    ...subjects(asked),
    ...weights(asked),
    ...(asked.competing || asked.competes !== undefined ? competing(asked, written) : []),
    asked.timeLabel !== undefined &&
      asked.figure === undefined &&
      "--time-label stands under the figure: write it with --out",
  ];
  const said = refusals.filter((refusal) => typeof refusal === "string");
  if (said.length > 0) throw new Refusal("asked", `${said.join(".\n")}.`);
}

function timesAndRows({ time, from, to, unit, event, competing: causes, competes }: SurvivalAsked): readonly InVain[] {
  return [
    (from === undefined) !== (to === undefined) &&
      "--from and --to are two dates between which the time passes: name both",
    from !== undefined && time !== undefined && "--from and --to give the time: leave out --time",
    unit !== undefined && from === undefined && "--unit is that of the time between two dates: name --from and --to",
    competes !== undefined &&
      causes &&
      "--competes names the causes, and --competing reads them from the column: take one of them",
    competes !== undefined &&
      !event?.includes("=") &&
      "--competes lists codes beside that of the event: write --event COLUMN=CODE",
  ];
}

function regression(
  {
    covariates,
    factor,
    per,
    reference = [],
    offset,
    baseline,
    residuals,
    recurrent,
    mostEvents,
    aft,
    start,
    strata,
    id,
    rmst,
    interval,
    ties,
  }: SurvivalAsked,
  written: (option: string) => boolean,
): readonly InVain[] {
  const none = covariates === undefined;
  const name = "name --covariates";
  return [
    written("ties") && none && `--ties says how the regression takes tied events: ${name}`,
    per !== undefined && none && "--per scales a covariate: name it in --covariates",
    factor !== undefined && none && "--factor makes a covariate a factor: name it in --covariates",
    reference.length > 0 && none && "--reference is that of a factor: name it in --covariates",
    offset !== undefined && none && `--offset is added to a regression: ${name}`,
    baseline && none && `--baseline is the hazard behind a regression: ${name}`,
    residuals !== undefined && none && `--residuals are those of a regression: ${name}`,
    recurrent !== undefined && none && `--recurrent is a regression: ${name}`,
    mostEvents !== undefined &&
      recurrent === undefined &&
      "--most-events bounds a regression of recurrent events: name --recurrent",
    residuals !== undefined && ties === "exact" && "--residuals have no form with --ties exact: take efron or breslow",
    baseline && ties === "exact" && "--baseline has no form with --ties exact: take efron or breslow",
    recurrent !== undefined &&
      strata !== undefined &&
      "--recurrent has strata of its own, the number of the event: leave out --strata",
    recurrent !== undefined && offset !== undefined && "--recurrent takes no --offset",
    aft !== undefined && start !== undefined && "--aft has no form for delayed entry: leave out --start",
    aft !== undefined && strata !== undefined && "--aft has one scale for all: leave out --strata",
    aft !== undefined && id !== undefined && "--aft takes each row for a subject: leave out --id",
    aft !== undefined && offset !== undefined && "--aft takes no --offset",
    rmst !== undefined && interval !== undefined && "--rmst has no form with --interval",
  ];
}

function comparison({ group, strata, covariates, test, trend, pairwise }: SurvivalAsked): readonly InVain[] {
  const none = group === undefined && "name the groups with --group";
  return [
    test !== undefined && none && `--test compares groups: ${none}`,
    trend && none && `--trend runs over groups: ${none}`,
    pairwise !== undefined && none && `--pairwise compares groups: ${none}`,
    strata !== undefined &&
      covariates === undefined &&
      group === undefined &&
      "--strata are those of a comparison or a regression: name --group or --covariates",
  ];
}

function subjects({ id, count, meanNumber, recurrent, hazard, start }: SurvivalAsked): readonly InVain[] {
  return [
    count !== undefined &&
      id !== undefined &&
      "--count makes a row several subjects and --id several rows one: take one of them",
    meanNumber && id === undefined && "--mean-number counts the events of a subject: name it with --id",
    recurrent !== undefined &&
      id === undefined &&
      "--recurrent follows a subject from event to event: name it with --id",
    recurrent !== undefined &&
      start === undefined &&
      id !== undefined &&
      "--recurrent needs rows that follow each other: name with --start where each begins",
    hazard && id !== undefined && "--hazard takes each row for a subject: leave out --id, or take --mean-number",
  ];
}

function weights({ weights: weight, count, id, ties, recurrent, meanNumber }: SurvivalAsked): readonly InVain[] {
  if (weight === undefined) return [];
  return [
    count !== undefined && "--weights and --count both weigh a row: take one of them",
    id !== undefined && "--weights have no form with --id: curves by subject take none",
    ties === "exact" && "--ties exact takes no --weights: take efron or breslow",
    recurrent !== undefined && "--recurrent takes no --weights",
    meanNumber && "--mean-number takes no --weights",
  ];
}

function competing(asked: SurvivalAsked, written: (option: string) => boolean): readonly InVain[] {
  const { covariates, strata, start, count, rmst, event, competes, timeLabel } = asked;
  const vain = (
    [
      "test",
      "trend",
      "pairwise",
      "hazard",
      "meanNumber",
      "recurrent",
      "aft",
      "baseline",
      "residuals",
      "offset",
      "weights",
      "interval",
    ] as const
  )
    .filter((name) => asked[name] !== undefined)
    .map(
      (name) =>
        `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)} has no form with competing causes: leave it out`,
    );
  return [
    ...vain,
    written("ties") && "--ties has no choice with --competing: Fine and Gray's regression takes ties by Breslow's way",
    count !== undefined &&
      (covariates !== undefined || start !== undefined || rmst !== undefined) &&
      "--count with --competing answers incidences and Gray's test alone: leave out --covariates, --start and --rmst",
    strata !== undefined &&
      covariates !== undefined &&
      "--strata has no form in Fine and Gray's regression: leave out --covariates, or --strata",
    start !== undefined &&
      covariates !== undefined &&
      "--start has no form in Fine and Gray's regression: leave out --covariates, or take cause-specific hazards with --event COLUMN=CAUSE",
    timeLabel !== undefined && "--time-label stands under a figure, and --competing draws none",
    competes === undefined &&
      event?.includes("=") &&
      "--competing reads the causes from the column: name it alone in --event, or list codes with --competes",
  ];
}

/** With visits alone nothing but Turnbull's estimate is known. */
function besideInterval(asked: SurvivalAsked, written: (option: string) => boolean): readonly InVain[] {
  const taken: readonly string[] = ["interval", "group", "levels", "count", "times", "figure", ...OF_ROWS];
  return Object.keys(asked)
    .filter((name) => written(name) && !taken.includes(name))
    .map(
      (name) =>
        `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)} has no form with --interval: leave it out`,
    );
}
