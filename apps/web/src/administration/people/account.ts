/** A person's account, as administrators see it. */
export interface Account {
  readonly account: string;
  readonly name: string;
  readonly email: string;
  readonly secondFactor: boolean;
  readonly byPassword: boolean;
  readonly byProvider: boolean;
  readonly lastSignIn: string | null;
  readonly disabledAt: string | null;
  readonly roles: readonly Role[];
}

/** A role that stands. */
export interface Role {
  readonly membership: number;
  readonly role: string;
  readonly centre: string | null;
}

/** What an administrator does with a whole account. */
export type PersonAct = "give-role" | "rename" | "link" | "factor" | "disable" | "enable";

/** What is asked in a dialog. */
export type Asked =
  | { readonly what: "invite" }
  | { readonly what: PersonAct; readonly person: Account }
  | { readonly what: "end-role"; readonly person: Account; readonly role: Role };
