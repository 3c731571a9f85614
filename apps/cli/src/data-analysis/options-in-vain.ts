import { EXIT, Stop } from "@osteon/run";

/** What was asked for with `osteon survival`, and what somebody wrote themselves. */
interface Asked {
  readonly covariates?: string;
  readonly group?: string;
  readonly strata?: string;
  readonly start?: string;
  readonly per?: string;
  readonly factor?: string;
  readonly reference?: readonly string[];
  readonly count?: string;
  readonly id?: string;
  readonly rmst?: number;
  readonly timeLabel?: string;
  readonly out?: string;
  readonly competing?: true;
  readonly event?: string;
}

/** A Stop for each option that would do nothing beside the others: none is dropped in silence. */
export function refuseInVain(asked: Asked, written: (option: string) => boolean): void {
  const {
    covariates,
    group,
    strata,
    start,
    per,
    factor,
    timeLabel,
    out,
    competing,
    event,
    reference = [],
    count,
    id,
    rmst,
  } = asked;
  const refusals = [
    written("ties") &&
      covariates === undefined &&
      "--ties says how the regression takes tied events: name --covariates",
    written("ties") &&
      competing &&
      "--ties has no choice with --competing: Fine and Gray's regression takes ties by Breslow's way",
    per !== undefined && covariates === undefined && "--per scales a covariate: name it in --covariates",
    factor !== undefined && covariates === undefined && "--factor makes a covariate a factor: name it in --covariates",
    reference.length > 0 && covariates === undefined && "--reference is that of a factor: name it in --covariates",
    count !== undefined &&
      id !== undefined &&
      "--count makes a row several subjects and --id several rows one: take one of them",
    count !== undefined &&
      competing &&
      (covariates !== undefined || start !== undefined || rmst !== undefined) &&
      "--count with --competing answers incidences and Gray's test alone: leave out --covariates, --start and --rmst",
    strata !== undefined &&
      covariates === undefined &&
      group === undefined &&
      "--strata are those of a comparison or a regression: name --group or --covariates",
    strata !== undefined &&
      competing &&
      covariates !== undefined &&
      "--strata has no form in Fine and Gray's regression: leave out --covariates, or --strata",
    start !== undefined &&
      competing &&
      covariates !== undefined &&
      "--start has no form in Fine and Gray's regression: leave out --covariates, or take cause-specific hazards with --event COLUMN=CAUSE",
    timeLabel !== undefined && out === undefined && "--time-label stands under the figure: write it with --out",
    timeLabel !== undefined && competing && "--time-label stands under a figure, and --competing draws none",
    competing && event?.includes("=") && "--competing reads the causes from the column: name it alone in --event",
  ];
  const said = refusals.filter((refusal) => typeof refusal === "string");
  if (said.length > 0) throw new Stop(EXIT.usage, `${said.join(".\n")}.`);
}
