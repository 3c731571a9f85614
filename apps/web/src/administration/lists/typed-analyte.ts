import { type Analyte, analyteOf, analyteRows, ownCodeOf } from "@osteon/codebook";

/** A line of limits at an age, as it is typed. */
export interface TypedBand {
  readonly line: number;
  readonly sex: "" | "female" | "male";
  readonly fromMonths: string;
  readonly toMonths: string;
  readonly from: string;
  readonly to: string;
}

/** An analyte as it is typed; numbers in the manner of either language. */
export interface TypedAnalyte {
  readonly english: string;
  readonly german: string;
  readonly scale: Analyte["scale"];
  readonly unit: string;
  readonly reported: string;
  readonly loinc: string;
  readonly possibleFrom: string;
  readonly possibleTo: string;
  readonly plausibleFrom: string;
  readonly plausibleTo: string;
  readonly bands: readonly TypedBand[];
  readonly retired: boolean;
}

/** What a form begins with: the analyte in words, or a blank one whose results cannot be below 0. */
export function typedAnalyte(analyte: Analyte | undefined): TypedAnalyte {
  const cells = analyte === undefined ? {} : (analyteRows([analyte])[0] ?? {});
  return {
    english: analyte?.says ?? "",
    german: analyte?.german ?? "",
    scale: analyte?.scale ?? "quantity",
    unit: analyte?.unit ?? "",
    reported: cells.reported_units ?? "",
    loinc: cells.loinc ?? "",
    possibleFrom: cells.possible_from ?? "0",
    possibleTo: cells.possible_to ?? "",
    plausibleFrom: cells.plausible_from ?? "0",
    plausibleTo: cells.plausible_to ?? "",
    bands: (analyte?.bands ?? []).map(
      ({ sex, fromMonths, toMonths, plausible }, line): TypedBand => ({
        line,
        sex: sex ?? "",
        fromMonths: String(fromMonths),
        toMonths: String(toMonths),
        from: String(plausible[0]),
        to: String(plausible[1]),
      }),
    ),
    retired: analyte?.retired === true,
  };
}

/** The analyte that was typed, read as the file of the list is; its code is made of its English name once, and stays. */
export function analyteTyped(typed: TypedAnalyte, stored: Analyte | undefined): Analyte {
  const bands = typed.bands.map(
    ({ sex, fromMonths, toMonths, from, to }) =>
      `${sex === "" ? "" : `${sex} `}${fromMonths.trim()}-${toMonths.trim()}: ${point(from)}..${point(to)}`,
  );
  return analyteOf({
    analyte: stored?.code ?? ownCodeOf(typed.english.trim()),
    label_en: typed.english,
    label_de: typed.german,
    scale: typed.scale,
    unit: typed.scale === "finding" ? "" : typed.unit,
    reported_units: typed.reported,
    loinc: typed.loinc,
    possible_from: point(typed.possibleFrom),
    possible_to: point(typed.possibleTo),
    plausible_from: point(typed.plausibleFrom),
    plausible_to: point(typed.plausibleTo),
    plausible_by_age: bands.join("; "),
    retired: typed.retired ? "yes" : "no",
  });
}

const point = (number: string): string => number.trim().replace(",", ".");
