import { appoint, asRole, type Database } from "@osteon/registry";
import { sql } from "kysely";

export const CENTRES = 20;
export const VISITS = 6;
export const centreOf = (number: number): string => `Centre ${String(number % CENTRES).padStart(2, "0")}`;
export const patientOf = (number: number): string => `B-${String(number).padStart(7, "0")}`;

/** Fills a registry with invented children, six visits each, through the same triggers, checks and policies as every other write. */
export async function inventCharts(
  database: Database,
  patients: number,
  progress: (done: number) => void,
): Promise<void> {
  for (let centre = 0; centre < CENTRES; centre++) {
    for (const role of ["data_manager", "study_nurse", "investigator"])
      await appoint(database, "bench", role, centreOf(centre));
  }
  const chunk = 10_000;
  for (let first = 0; first < patients; first += chunk) {
    const last = Math.min(first + chunk, patients) - 1;
    await asRole(database, { role: "osteon_member", account: "bench", reason: "bench" }, async (session) => {
      const key = sql`'B-' || lpad(n::text, 7, '0')`;
      const centre = sql`'Centre ' || lpad((n % ${sql.lit(CENTRES)})::text, 2, '0')`;
      await sql`insert into chart.patient (patient, centre, cohort, sex, born_on, diagnosed_on, last_contact_on, row_status)
        select ${key}, ${centre}, 'cno', case n % 2 when 0 then 'female' else 'male' end, '1999-05', date '2009-01-01' + n % 1000, date '2015-01-01', 'complete'
        from generate_series(${first}::int, ${last}::int) n`.execute(session);
      await sql`insert into chart.visit (visit, patient, centre, visited_on, weight_kg, pain_nrs, patient_global_nrs, swelling, heat_missing, row_status)
        select ${key} || '-' || v, ${key}, ${centre}, date '2012-01-01' + v * 90, 30 + n % 20, n % 11, v, n % 3 = 0, 'not-done', 'complete'
        from generate_series(${first}::int, ${last}::int) n, generate_series(1, ${sql.lit(VISITS)}) v`.execute(session);
    });
    progress(last + 1);
  }
  await database.script("analyze chart.patient; analyze chart.visit; analyze audit.entry;");
}
