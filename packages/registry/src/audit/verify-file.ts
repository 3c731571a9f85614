import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { parse } from "csv-parse";
import { linesOf } from "../lines-of.ts";
import type { AuditRow } from "./audit-line.ts";
import { type AuditVerdict, AuditVerifier } from "./verify-audit.ts";

/** Verifies an export, NDJSON or CSV by its name, line by line and without the database it came from. */
export async function verifyAuditFile(path: string): Promise<AuditVerdict> {
  const verifier = new AuditVerifier(basename(path));
  const file = createReadStream(path, "utf8");
  let row = 0;
  if (path.endsWith(".csv")) {
    const records = file.pipe(parse({ columns: true }));
    file.on("error", (error) => records.destroy(error));
    for await (const record of records) verifier.row(record as AuditRow, ++row + 1);
  } else {
    for await (const line of linesOf(file)) verifier.line(line, ++row);
  }
  return verifier.end();
}
