import { type ChartRow, type Charts, CODEBOOK, type Problem } from "@osteon/codebook";

/** Two invented children with a row or more in every table and no problem anywhere. */
const ROWS: Readonly<Record<string, readonly string[]>> = {
  patient: [
    "patient=P1 centre=Invented cohort=cno sex=female born_on=1999-11 onset_on=2009 diagnosed_on=2009-05-17 consent=given status=alive last_contact_on=2012-03-01 published_before=no",
    "patient=P2 centre=Invented cohort=bacterial_osteomyelitis sex=unknown born_on=2001 diagnosed_on=2010-01-20 last_contact_on=2011-01-20",
  ],
  visit: [
    "visit=V1 patient=P1 visited_on=2009-05-17 weight_kg=31.5 temperature_cel=37.2 pain_nrs=7 chaq=1.125 subjective_change=unchanged swelling=yes painful_sites=2",
    "visit=V2 patient=P2 visited_on=2010-01-20 weight_kg=not~done",
  ],
  laboratory: [
    "laboratory=L1 patient=P1 visit=V1 sampled_on=2009-05-17 analyte=crp value=1.69 unit=mg/dL upper_limit=0.5",
    "laboratory=L2 patient=P1 sampled_on=2009-05-17 analyte=hla_b27 finding=negative",
    "laboratory=L3 patient=P1 sampled_on=2009-05-17 analyte=ana value=80 unit={titer} finding=positive",
    "laboratory=L4 patient=P2 sampled_on=2010-01-20 analyte=haemoglobin value=8.1 unit=mmol/L lower_limit=7.1 upper_limit=9.3",
  ],
  culture: ["culture=C1 patient=P2 sampled_on=2010-01-20 material=bone growth=growth organism=Staphylococcus~aureus"],
  biopsy: ["biopsy=B1 patient=P1 taken_on=2009-05-18 bone=tibia finding=chronic_inflammation"],
  imaging: [
    "imaging=I1 patient=P1 imaged_on=2009-05-17 modality=whole_body_mri tirm=yes",
    "imaging=I2 patient=P2 imaged_on=2010-01-20 modality=x_ray tirm=not~applicable",
  ],
  lesion: [
    "lesion=N1 patient=P1 bone=tibia side=left part=metaphysis",
    "lesion=N2 patient=P1 bone=thoracic_vertebra side=midline level=T7",
    "lesion=N3 patient=P2 bone=femur side=unknown",
  ],
  lesion_observation: [
    "lesion_observation=O1 patient=P1 imaging=I1 lesion=N1 state=active",
    "lesion_observation=O2 patient=P1 imaging=I1 lesion=N2 state=new",
  ],
  treatment: [
    "treatment=T1 patient=P1 drug=naproxen drug_class=nsaid dose=15 dose_unit=mg/kg/d route=oral started_on=2009-05-17 stopped_on=2009-11-17 stop_reason=inefficacy",
    "treatment=T2 patient=P1 drug=pamidronate drug_class=bisphosphonate started_on=2009-11-18 stopped_on=not~applicable",
    "treatment=T3 patient=P2 drug=other drug_class=dmard started_on=2010-02-01",
  ],
  course: [
    "course=K1 patient=P1 treatment=T2 cycle=1 cycle_day=1 given_on=2009-11-18 dose=0.5 dose_unit=mg/kg",
    "course=K2 patient=P1 treatment=T2 cycle=1 cycle_day=2 given_on=2009-11-19 dose=1 dose_unit=mg/kg",
  ],
  antibiotic: [
    "antibiotic=A1 patient=P2 substance=Clindamycin route=intravenous started_on=2010-01-20 stopped_on=2010-01-20",
  ],
  adverse_effect: ["adverse_effect=E1 patient=P1 treatment=T2 noticed_on=2009-11-18 effect=fever severity=mild"],
  manifestation: ["manifestation=M1 patient=P1 kind=arthritis noticed_on=2009 distant_from_lesions=unknown"],
  joint: ["joint=J1 patient=P1 manifestation=M1 site=knee"],
  sequela: ["sequela=S1 patient=P1 kind=hyperostosis bone=mandible noticed_on=2011-06"],
  relapse: ["relapse=R1 patient=P1 noticed_on=2010-10-10 new_symptoms=yes new_lesion=yes"],
};

export type ChartRows = Readonly<Record<string, readonly ChartRow[]>>;

const GOOD: ChartRows = Object.fromEntries(
  Object.entries(ROWS).map(([table, rows]) => [table, rows.map(rowOf)] as const),
);

/** `name=value` pairs; `~` stands for a space inside a value. */
function rowOf(text: string): ChartRow {
  const pairs = text.split(" ").map((pair) => pair.split("="));
  return Object.fromEntries(pairs.map(([name = "", value = ""]) => [name, value.replaceAll("~", " ")]));
}

/** The good charts, or what `change` makes of their rows. */
export function goodCharts(change: (rows: ChartRows) => ChartRows = (rows) => rows): Charts {
  const rows = change(GOOD);
  return CODEBOOK.map(({ name }) => ({
    name,
    file: `${name}.csv`,
    rows: (rows[name] ?? []).map((cells, index) => ({ row: index + 2, cells })),
  }));
}

/** The good charts with other cells in one row; rows count as in a spreadsheet. */
export function planted(table: string, row: number, cells: ChartRow): Charts {
  return goodCharts((rows) => ({
    ...rows,
    [table]: (rows[table] ?? []).map((good, index) => (index + 2 === row ? { ...good, ...cells } : good)),
  }));
}

/** Place, value and code of a problem in one line: `visit.csv 2 pain_nrs "11" impossible-value`. */
export function inOneLine({ where, code }: Problem): string {
  const { file, row, column, value } = where;
  return [file, row, column, JSON.stringify(value), code].join(" ");
}

/** [sentence, table, row, what is written there, the one problem, what it says] */
export type Planted = readonly [string, string, number, ChartRow, string, RegExp];
