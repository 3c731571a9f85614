import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from "kysely";
import type { Session, Tables } from "./database.ts";

/** A statement that a thread asks to be run. */
export interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** Gives work in a thread a session whose statements run where the database is: in the transaction that whoever answers chose. */
export async function lendSession<T>(
  ask: (question: unknown) => Promise<unknown>,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const connection: DatabaseConnection = {
    executeQuery: async <R>({ sql, parameters }: CompiledQuery) =>
      (await ask({ sql, parameters } satisfies Statement)) as QueryResult<R>,
    streamQuery: () => {
      throw new Error("a lent session streams nothing");
    },
  };
  const nothing = async (): Promise<void> => {};
  const kysely = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
      createDriver: () => ({
        init: nothing,
        acquireConnection: async () => connection,
        beginTransaction: nothing,
        commitTransaction: nothing,
        rollbackTransaction: nothing,
        releaseConnection: nothing,
        destroy: nothing,
      }),
    },
  });
  return await kysely.transaction().execute(work);
}

/** Runs a thread's statement. */
export async function runStatement(session: Session, question: unknown): Promise<unknown> {
  const { sql, parameters } = question as Statement;
  const { rows, numAffectedRows } = await session.executeQuery(CompiledQuery.raw(sql, [...parameters]));
  return { rows, ...(numAffectedRows === undefined ? {} : { numAffectedRows }) };
}
