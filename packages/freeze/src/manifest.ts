import { createHash } from "node:crypto";
import {
  BONES,
  type Choice,
  CODEBOOK_VERSION,
  type Codebook,
  type ConsentCount,
  codebookOf,
  DRUG_CLASSES,
  type FollowUpPlan,
  MISSING_REASONS,
  type Problem,
  type ResolutionPolicy,
  SHIPPED,
  sinceOf,
  type Table,
  type UnclassedDrug,
} from "@osteon/codebook";
import { canonicalJson } from "@osteon/protocol";
import software from "../package.json" with { type: "json" };
import { type FrozenTable, hashTables } from "./table-hash.ts";

/** Raised whenever an older Osteon could misread the folder. */
export const FORMAT = 1;

export const MANIFEST_FILE = "manifest.json";
export const CODEBOOK_FILE = "codebook.json";

/** What `manifest.json` says of a freeze. It holds no clock time, so that the same charts give the same bytes. */
export interface Manifest {
  readonly format: number;
  /** Version of Osteon that wrote it. */
  readonly software: string;
  readonly study?: string;
  /** The version of the codebook that its tables follow; a freeze that says nothing is of the first. */
  readonly codebookVersion?: number;
  /** What everything made from this freeze must say, as that its children are invented. */
  readonly notice?: string;
  readonly policy: ResolutionPolicy;
  /** The day that the charts were frozen as of, where one was named. */
  readonly asOf?: string;
  /** Children who stayed out of it, and children in it whose consent is not stated; an older freeze did not count. */
  readonly consent?: ConsentCount;
  /** Drugs of the charts that the list gave no class, and that are `other` here; absent where there are none. */
  readonly unclassed?: readonly UnclassedDrug[];
  /** Over the tables; see `hashTables`. */
  readonly hash: string;
  readonly tables: readonly FrozenTable[];
  /** SHA-256 of `codebook.json`. */
  readonly codebook: string;
  /** What was still a question to the centre when the charts were frozen. */
  readonly queries: readonly Problem[];
}

/** How to freeze: the policy for partial dates; the study's name and a notice for the manifest. */
export interface FreezePolicy {
  readonly policy: ResolutionPolicy;
  readonly study?: string;
  readonly notice?: string;
  readonly consent?: ConsentCount;
  /** The follow-up plan of the registry that the charts came from; a chart folder may do without. */
  readonly plan?: FollowUpPlan;
  /** The charts as they stood at the end of that day, see `chartsAsOf`; without one, as they are. */
  readonly asOf?: string;
  /** The day of the freeze: what lies after it is asked about. */
  readonly today?: string;
  /** Drugs of the charts without a class. */
  readonly unclassed?: readonly UnclassedDrug[];
  /** The codebook that the charts go by, with its lists; the shipped one where nothing is said. */
  readonly book?: Codebook;
  /** The version of the codebook that the charts were written by; today's where nothing is said. */
  readonly version?: number;
}

/** The manifest of tables that have been hashed. */
export function manifestOf(
  { policy, study, notice, consent, asOf, book, unclassed = [], version = CODEBOOK_VERSION }: FreezePolicy,
  tables: readonly FrozenTable[],
  queries: readonly Problem[],
): Manifest {
  return {
    format: FORMAT,
    software: software.version,
    ...(study === undefined ? {} : { study }),
    ...(version === 1 ? {} : { codebookVersion: version }),
    ...(notice === undefined ? {} : { notice }),
    policy,
    ...(asOf === undefined ? {} : { asOf }),
    ...(consent === undefined ? {} : { consent }),
    ...(unclassed.length === 0 ? {} : { unclassed }),
    hash: hashTables(tables),
    tables,
    codebook: sha256(codebookText(version, book)),
    queries,
  };
}

/** The dictionary of a version with the lists that the charts went by, as `codebook.json` keeps it. */
export function codebookText(version: number = CODEBOOK_VERSION, book: Codebook = SHIPPED): string {
  const there = <T extends Choice>(all: readonly T[]): readonly T[] => all.filter((one) => sinceOf(one) <= version);
  const codes = {
    analytes: there(book.analytes),
    bones: there(BONES),
    drugs: there(book.drugs),
    drugClasses: there(DRUG_CLASSES),
  };
  return canonicalJson({
    tables: codebookOf(version, book.tables).map(withoutLists),
    ...codes,
    ...(book.own.length === 0 ? {} : { own: book.own }),
    missingReasons: MISSING_REASONS,
  });
}

/** That choices are of a list is of no matter where the choices stand; so older freezes keep their text. */
const withoutLists = (table: Table): Table => ({
  ...table,
  fields: table.fields.map((field) => {
    if (field.type.kind !== "choice") return field;
    const { list: _, ...type } = field.type;
    return { ...field, type };
  }),
});

/** SHA-256 of a text in UTF-8, in hex. */
export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
