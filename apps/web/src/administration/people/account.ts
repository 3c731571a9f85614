import type { Account } from "@osteon/api";

/** A role that stands. */
export type StandingRole = Account["roles"][number];

/** What an administrator does with a whole account. */
export type PersonAct = "give-role" | "rename" | "link" | "factor" | "disable" | "enable";

/** What is asked in a dialog. */
export type Asked =
  | { readonly what: "invite" }
  | { readonly what: PersonAct; readonly person: Account }
  | { readonly what: "end-role"; readonly person: Account; readonly role: StandingRole };
