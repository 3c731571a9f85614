import type { KnownPerson } from "@osteon/registry";

/** A provider of sign-in by OpenID Connect. */
export interface OidcProvider {
  readonly id: string;
  readonly discoveryUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** A claim whose address the provider vouches for; without it only `email` with `email_verified` is believed. */
  readonly addressClaim?: string;
  /** Whether the provider asks for a second factor itself; otherwise a person who has one here is asked for it here. */
  readonly trustsSecondFactor?: boolean;
}

/** What the server needs of a sign-in library; nothing else of it is used anywhere. */
export interface Door {
  /** Answers those of the library's own routes under `/api/auth/` that are open. */
  handle(request: Request): Promise<Response>;
  /** The session's token of a request whose cookie this server signed; nothing where there is none or it was forged. */
  tokenOf(cookies: string | undefined): string | undefined;
  /** Who typed a password and is asked for a code now. */
  halfwayIn(cookies: string | undefined): Promise<KnownPerson | undefined>;
  /** The step of the clock of which this is the person's code; nothing where it is none of now. */
  stepOf(account: string, code: string): Promise<number | undefined>;
  /** Whether this is the password of the account. */
  isPassword(account: string, password: string): Promise<boolean>;
  /** What is kept of a password. */
  hashOf(password: string): Promise<string>;
  /** Providers of sign-in by OpenID Connect that are on, by id. */
  readonly providers: readonly string[];
  /** The account of an address; makes one if there is none. */
  accountFor(email: string, name: string): Promise<string>;
  /** As the operator of the machine: an account, if there is none, and a one-time link by which its owner sets a password. */
  invite(email: string, name: string, reason?: string): Promise<Invitation>;
}

export interface Invitation {
  readonly account: string;
  /** Part of an address, behind the server's: good once, for a day. */
  readonly path: string;
}
