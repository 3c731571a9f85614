import type { ChartRow } from "@osteon/codebook";

/** A row of a chart as the server tells it. */
export interface Row {
  readonly table: string;
  readonly key: string;
  readonly patient: string;
  readonly centre: string;
  readonly cells: ChartRow;
  readonly status: "draft" | "complete";
  readonly version: number;
  readonly writtenAt: string;
  readonly writtenBy: string;
}

export interface Query {
  readonly query: number;
  readonly centre: string;
  readonly patient: string;
  readonly entity: string;
  readonly rowKey: string;
  readonly field: string | null;
  readonly code: string;
  readonly says: string;
  readonly raisedBy: string;
  readonly state: "open" | "answered" | "closed";
  readonly messages: readonly {
    readonly state: string;
    readonly says: string;
    readonly said_by: string;
    readonly said_at: string;
  }[];
}

export interface Signature {
  readonly signature: number;
  readonly visit: string;
  readonly meaning: "author" | "reviewed" | "approved";
  readonly printedName: string;
  /** The address of the account as it was then. */
  readonly signedAddress: string | null;
  /** Who made the link by which the password was set with which it was signed, where that was not the signer. */
  readonly linkBy: string | null;
  readonly linkUsedAt: string | null;
  readonly signedAt: string;
  readonly voidedAt: string | null;
}

export interface Lock {
  readonly lock: number;
  readonly scope: "study" | "patient" | "visit";
  readonly patient: string | null;
  readonly visit: string | null;
  readonly setBy: string;
  readonly setAt: string;
  /** Why it was set; nothing for locks from before a reason was asked. */
  readonly reason: string | null;
}

/** A child's whole chart. */
export interface Chart {
  readonly patient: string;
  readonly centre: string;
  readonly rows: readonly Row[];
  readonly queries: readonly Query[];
  readonly signatures: readonly Signature[];
  readonly locks: readonly Lock[];
}

/** A centre, and how it writes its pseudonyms where it has said so. */
export interface Centre {
  readonly centre: string;
  readonly says: string;
  readonly pattern: string | null;
}
