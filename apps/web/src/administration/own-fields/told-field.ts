import type { OwnDefinition } from "@osteon/codebook";

/** One version of a field, as the registry tells it. */
export interface ToldVersion {
  readonly version: number;
  readonly definition: OwnDefinition;
  readonly changedAt: string;
  readonly changedBy: string;
  readonly reason: string | null;
}

/** A field that the registry added, and how it became what it is, the latest change first. */
export interface ToldField {
  readonly table: string;
  readonly name: string;
  readonly version: number;
  readonly definition: OwnDefinition;
  readonly versions: readonly ToldVersion[];
}
