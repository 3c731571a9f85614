import { sql } from "kysely";
import type { Session } from "../database/database.ts";
import { refuseKept } from "../operate/kept-tables.ts";

export type SignatureMeaning = "author" | "reviewed" | "approved";

export interface Signature {
  readonly signature: number;
  readonly visit: string;
  readonly meaning: SignatureMeaning;
  readonly printedName: string;
  /** The address of the account as it was then; nothing for signatures from before it was printed. */
  readonly signedAddress: string | null;
  /** The name of whoever made the link by which the password was set with which it was signed, and when it was used: the maker could have opened it. */
  readonly linkBy: string | null;
  readonly linkUsedAt: string | null;
  readonly signedBy: string;
  readonly signedAt: string;
  /** Set once what was signed was changed. */
  readonly voidedAt: string | null;
}

/** Signs a complete visit with its laboratory results. The caller has made sure of the person a moment before. */
export async function signVisit(
  session: Session,
  centre: string,
  visit: string,
  meaning: SignatureMeaning,
  printedName: string,
): Promise<number> {
  // The database refuses it as well, without the sentence.
  await refuseKept(session, { centres: [centre], tables: ["laboratory"] });
  const { rows } = await sql<{
    made: number;
  }>`select work.sign(${centre}, ${visit}, ${meaning}, ${printedName}) as made`.execute(session);
  return Number(rows[0]?.made);
}

/** The signatures of a child's visits, the voided ones too. */
export async function signaturesOf(session: Session, centre: string, patient: string): Promise<readonly Signature[]> {
  const { rows } =
    await sql<Signature>`select signature, visit, meaning, printed_name as "printedName", signed_address as "signedAddress",
    work.signature_link(signature) as "linkBy", link_used_at as "linkUsedAt", signed_by as "signedBy",
    signed_at as "signedAt", voided_at as "voidedAt" from work.signature
    where centre = ${centre} and patient = ${patient} order by signature`.execute(session);
  return rows;
}
