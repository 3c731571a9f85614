import { createHash } from "node:crypto";
import {
  ANALYTES,
  BONES,
  type Choice,
  CODEBOOK_VERSION,
  type ConsentCount,
  codebookOf,
  DRUG_CLASSES,
  DRUGS,
  type FollowUpPlan,
  MISSING_REASONS,
  type Problem,
  type ResolutionPolicy,
  sinceOf,
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
  /** The version of the codebook that the charts were written by; today's where nothing is said. */
  readonly version?: number;
}

/** The manifest of tables that have been hashed. */
export function manifestOf(
  { policy, study, notice, consent, asOf, version = CODEBOOK_VERSION }: FreezePolicy,
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
    hash: hashTables(tables),
    tables,
    codebook: sha256(codebookText(version)),
    queries,
  };
}

/** The dictionary of a version, as `codebook.json` keeps it. */
export function codebookText(version: number = CODEBOOK_VERSION): string {
  const there = <T extends Choice>(all: readonly T[]): readonly T[] => all.filter((one) => sinceOf(one) <= version);
  const codes = {
    analytes: there(ANALYTES),
    bones: there(BONES),
    drugs: there(DRUGS),
    drugClasses: there(DRUG_CLASSES),
  };
  return canonicalJson({ tables: codebookOf(version), ...codes, missingReasons: MISSING_REASONS });
}

/** SHA-256 of a text in UTF-8, in hex. */
export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
