import {
  CamelCasePlugin,
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from "kysely";
import type { Database, Tables } from "../database/database.ts";
import { atTheDoor } from "./at-the-door.ts";

class DoorConnection implements DatabaseConnection {
  readonly #database: Database;
  constructor(database: Database) {
    this.#database = database;
  }
  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    return await atTheDoor(this.#database, (session) => session.executeQuery<R>(query as CompiledQuery<R>));
  }
  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error("the door streams nothing");
  }
}

/** How a sign-in library reaches its tables: a Kysely whose every statement is a transaction of its own in the door's role; it opens no other transactions. */
export function doorKysely(database: Database): Kysely<Tables> {
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
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => driver,
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    plugins: [new CamelCasePlugin()],
  }).withSchema("auth");
}
