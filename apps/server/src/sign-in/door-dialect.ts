import { asRole, type Database } from "@osteon/registry";
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from "kysely";

/** The sign-in library speaks to the database in the role `osteon_door`, which sees accounts and sessions and no chart. */
const DOOR = { role: "osteon_door", account: "door" } as const;

class DoorConnection implements DatabaseConnection {
  readonly #database: Database;
  constructor(database: Database) {
    this.#database = database;
  }
  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    return await asRole(this.#database, DOOR, (session) => session.executeQuery<R>(query as CompiledQuery<R>));
  }
  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error("the door streams nothing");
  }
}

/** A Kysely whose every statement is a transaction of its own in the door's role; it opens no other transactions. */
export function doorKysely(database: Database): Kysely<Record<string, Record<string, unknown>>> {
  const refuse = async (): Promise<void> => {
    throw new Error("the door opens no transaction of several statements");
  };
  const driver: Driver = {
    init: async () => {},
    acquireConnection: async () => new DoorConnection(database),
    beginTransaction: refuse,
    commitTransaction: refuse,
    rollbackTransaction: refuse,
    releaseConnection: async () => {},
    destroy: async () => {},
  };
  return new Kysely({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => driver,
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
}
