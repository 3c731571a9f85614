import { type Problem, pseudonymFaults } from "@osteon/codebook";
import { sql } from "kysely";
import type { Session } from "../database/database.ts";

/** How the pseudonyms of each centre are written; centres that have said nothing are left out. */
export async function pseudonymPatterns(session: Session): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ centre: string; pattern: string }>`
    select centre, pseudonym_pattern as pattern from access.centre where pseudonym_pattern is not null`.execute(
    session,
  );
  return new Map(rows.map(({ centre, pattern }) => [centre, pattern]));
}

/** What speaks against a new child's pseudonym at a centre. An empty one is given by the registry, unless there is a pattern. */
export async function pseudonymProblems(
  session: Session,
  centre: string,
  pseudonym: string,
): Promise<readonly Problem[]> {
  const pattern = (await pseudonymPatterns(session)).get(centre);
  return pseudonymFaults(pseudonym, pattern).map((fault) => ({
    ...fault,
    where: { column: "patient", value: pseudonym },
  }));
}
