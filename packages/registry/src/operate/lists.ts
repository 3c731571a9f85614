import {
  ANALYTES,
  type Analyte,
  type Codebook,
  codebookWith,
  DRUGS,
  type Drug,
  type DrugClass,
  type Lists,
  OTHER_DRUG,
  type Problem,
  placed,
  withOwn,
} from "@osteon/codebook";
import { sql } from "kysely";
import type { Session } from "../database/database.ts";
import { queried } from "../registry-fault.ts";
import { DEFINED_FIELDS, type DefinedField, ownFieldsOf } from "./own-fields.ts";

/** An entry of a list as the registry has it. */
export interface Listed<Entry> {
  readonly entry: Entry;
  readonly shipped: boolean;
  readonly version: number;
  readonly changedAt: string;
  /** The account; `migration` for what came with Osteon. */
  readonly changedBy: string;
}

export interface RegistryLists {
  readonly drugs: readonly Listed<Drug>[];
  readonly analytes: readonly Listed<Analyte>[];
}

/** Both lists, retired entries too: what is shipped in the order of the codebook, then the registry's own by code. */
export async function readLists(session: Session): Promise<RegistryLists> {
  const { rows } = await sql<StoredLists>`select ${STORED_LISTS}`.execute(session);
  return listsOf(rows[0]);
}

/** The codebook of the registry: that of this version with the registry's lists and the fields that it added, all in one statement. */
export async function readCodebook(session: Session): Promise<Codebook> {
  const { rows } = await sql<StoredLists & { own: readonly DefinedField[] | null }>`
    select ${STORED_LISTS}, (${DEFINED_FIELDS}) as own`.execute(session);
  return withOwn(codebookWith(entriesOf(listsOf(rows[0]))), ownFieldsOf(rows[0]?.own ?? []), "new");
}

interface StoredLists {
  readonly drugs: readonly DrugRow[] | null;
  readonly analytes: readonly AnalyteRow[] | null;
}

const STORED_LISTS = sql`(select json_agg(d) from access.drug d where d.drug <> ${OTHER_DRUG.code}) as drugs,
  (select json_agg(a) from access.analyte a) as analytes`;

const listsOf = (stored: StoredLists | undefined): RegistryLists => ({
  drugs: inOrder(
    (stored?.drugs ?? []).map((row) => listed(row, drugOf(row))),
    DRUGS,
  ),
  analytes: inOrder(
    (stored?.analytes ?? []).map((row) => listed(row, analyteOf(row))),
    ANALYTES,
  ),
});

/** The lists as a codebook holds them. */
export const entriesOf = ({ drugs, analytes }: RegistryLists): Lists => ({
  drugs: drugs.map(({ entry }) => entry),
  analytes: analytes.map(({ entry }) => entry),
});

interface Row {
  readonly label_en: string;
  readonly label_de: string;
  readonly shipped: boolean;
  readonly retired: boolean;
  readonly version: number;
  readonly changed_at: string;
  readonly changed_by: string;
}

interface DrugRow extends Row {
  readonly drug: string;
  readonly drug_class: DrugClass | null;
  readonly usual_units: readonly string[];
  readonly atc: string | null;
}

interface AnalyteRow extends Row {
  readonly analyte: string;
  readonly scale: Analyte["scale"];
  readonly unit: string;
  readonly reported: Analyte["reported"];
  readonly possible_from: number;
  readonly possible_to: number;
  readonly plausible_from: number;
  readonly plausible_to: number;
  readonly bands: NonNullable<Analyte["bands"]>;
  readonly loinc: string | null;
}

const SHIPPED_DRUGS = new Map(DRUGS.map((drug) => [drug.code, drug]));
const SHIPPED_ANALYTES = new Map(ANALYTES.map((analyte) => [analyte.code, analyte]));

function drugOf({ drug, label_en, label_de, drug_class, usual_units, atc, retired }: DrugRow): Drug {
  const own: Drug = {
    code: drug,
    says: label_en,
    german: label_de,
    ...(drug_class === null ? {} : { drugClass: drug_class }),
    ...(atc === null ? {} : { codes: { atc } }),
  };
  return {
    ...(SHIPPED_DRUGS.get(drug) ?? own),
    ...(usual_units.length === 0 ? {} : { usualUnits: usual_units }),
    ...(retired ? { retired } : {}),
  };
}

function analyteOf(row: AnalyteRow): Analyte {
  const { analyte, label_en, label_de, scale, unit, reported, bands, loinc, retired } = row;
  const own = {
    code: analyte,
    says: label_en,
    german: label_de,
    scale,
    unit,
    reported,
    limits: {
      possible: [row.possible_from, row.possible_to],
      plausible: [row.plausible_from, row.plausible_to],
    },
    ...(loinc === null ? {} : { codes: { loinc } }),
  } as const;
  return {
    ...(SHIPPED_ANALYTES.get(analyte) ?? own),
    ...(bands.length === 0 ? {} : { bands }),
    ...(retired ? { retired } : {}),
  };
}

const listed = <Entry>({ shipped, version, changed_at, changed_by }: Row, entry: Entry): Listed<Entry> => ({
  entry,
  shipped,
  version,
  changedAt: new Date(changed_at).toISOString(),
  changedBy: changed_by,
});

function inOrder<Entry extends { readonly code: string }>(
  all: readonly Listed<Entry>[],
  shipped: readonly { readonly code: string }[],
): readonly Listed<Entry>[] {
  const places = new Map(shipped.map(({ code }, place) => [code, place]));
  const placeOf = ({ entry }: Listed<Entry>): number => places.get(entry.code) ?? places.size;
  return all.toSorted((one, other) => placeOf(one) - placeOf(other) || (one.entry.code < other.entry.code ? -1 : 1));
}

/** Adds a drug of the registry's own; by administrators. */
export async function addDrug(session: Session, drug: Drug): Promise<void> {
  await sql`insert into access.drug (drug, label_en, label_de, drug_class, usual_units, atc)
    values (${drug.code}, ${drug.says}, ${drug.german ?? ""}, ${drug.drugClass ?? null}, ${JSON.stringify(drug.usualUnits ?? [])}::jsonb,
      ${drug.codes?.atc ?? null})`.execute(session);
}

/** Changes a drug that was read at a version, with a reason; whether it stood at that version. Of a shipped one its units and whether it is offered. */
export async function changeDrug(session: Session, drug: Drug, version: number): Promise<boolean> {
  const words = SHIPPED_DRUGS.has(drug.code)
    ? sql``
    : sql`label_en = ${drug.says}, label_de = ${drug.german ?? ""}, drug_class = ${drug.drugClass ?? null}, atc = ${drug.codes?.atc ?? null},`;
  const { rows } =
    await sql`update access.drug set ${words} usual_units = ${JSON.stringify(drug.usualUnits ?? [])}::jsonb,
    retired = ${drug.retired === true} where drug = ${drug.code} and version = ${version} returning drug`.execute(
      session,
    );
  return rows.length > 0;
}

/** Adds an analyte of the registry's own; by administrators. */
export async function addAnalyte(session: Session, analyte: Analyte): Promise<void> {
  const { code, says, german = "", scale, unit, reported, limits, bands = [], codes } = analyte;
  await sql`insert into access.analyte (analyte, label_en, label_de, scale, unit, reported, possible_from, possible_to, plausible_from,
      plausible_to, bands, loinc)
    values (${code}, ${says}, ${german}, ${scale}, ${unit}, ${JSON.stringify(reported)}::jsonb, ${limits.possible[0]}, ${limits.possible[1]},
      ${limits.plausible[0]}, ${limits.plausible[1]}, ${JSON.stringify(bands)}::jsonb, ${codes?.loinc ?? null})`.execute(
    session,
  );
}

/** Changes an analyte that was read at a version, with a reason; see `changeDrug`. Scale and unit stay: results were entered in them. */
export async function changeAnalyte(session: Session, analyte: Analyte, version: number): Promise<boolean> {
  const { code, says, german = "", reported, limits, bands = [], codes, retired } = analyte;
  const own = SHIPPED_ANALYTES.has(code)
    ? sql``
    : sql`label_en = ${says}, label_de = ${german}, reported = ${JSON.stringify(reported)}::jsonb, loinc = ${codes?.loinc ?? null},
      possible_from = ${limits.possible[0]}, possible_to = ${limits.possible[1]}, plausible_from = ${limits.plausible[0]},
      plausible_to = ${limits.plausible[1]},`;
  const { rows } =
    await sql`update access.analyte set ${own} bands = ${JSON.stringify(bands)}::jsonb, retired = ${retired === true}
    where analyte = ${code} and version = ${version} returning analyte`.execute(session);
  return rows.length > 0;
}

/** Told in a dry run: the files bring a list with entries that the registry's has not. */
export function listNotes(own: Lists, brought: Lists | undefined): readonly Problem[] {
  if (brought === undefined) return [];
  const strange = (["drugs", "analytes"] as const).flatMap((list) => {
    const known = new Set(own[list].map(({ code }) => code));
    const codes = brought[list].flatMap(({ code }) => (known.has(code) ? [] : [code]));
    return codes.length === 0 ? [] : [{ list, codes }];
  });
  return strange.map(({ list, codes }) =>
    placed(
      queried("list-left", {
        codes: codes.slice(0, NAMED),
        ...(codes.length > NAMED ? { more: codes.length - NAMED } : {}),
      }),
      { file: `${list}.csv` },
    ),
  );
}

/** So many entries are named. */
const NAMED = 10;
