import type { Kysely, Transaction } from "kysely";

/** Tables are named by the codebook at run time, so a row is known by its use and not by its type. */
export type Tables = Record<string, Record<string, unknown>>;

/** A transaction that has taken on a role and says who acts. */
export type Session = Transaction<Tables>;

/** The store of a registry: PostgreSQL embedded in this process, or a server. One dialect, one row security. */
export interface Database {
  readonly engine: "embedded" | "server";
  readonly kysely: Kysely<Tables>;
  /** Connections of their own for transactions that write and so may wait for each other: no reader waits behind them. */
  readonly writers: Kysely<Tables>;
  /** Runs a script of several statements, as the owner and outside of any role: for migrations and restores alone. */
  script(text: string): Promise<void>;
  /** How often a commit was forced to disk, where this process does it itself. */
  readonly syncs?: () => number;
  /** Tells others on the same database, for as long as this process lives, that the server of this name does. */
  announce(server: string): Promise<void>;
  /** Of the embedded engine: its one connection becomes the server's role. */
  readonly lower?: () => Promise<void>;
  close(): Promise<void>;
}
