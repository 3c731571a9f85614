/** A provider of sign-in by OpenID Connect. */
export interface OidcProvider {
  readonly id: string;
  readonly discoveryUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** What the server needs of a sign-in library; nothing else of it is used anywhere. */
export interface Door {
  /** Answers the library's own routes under `/api/auth/`. */
  handle(request: Request): Promise<Response>;
  /** The session's token of a request whose cookie this server signed; nothing where there is none or it was forged. */
  tokenOf(cookies: string | undefined): string | undefined;
  /** Whether this is the password of the person whose session the headers carry. */
  isPassword(headers: Headers, password: string): Promise<boolean>;
  /** Providers of sign-in by OpenID Connect that are on, by id. */
  readonly providers: readonly string[];
  /** Makes an account, if there is none, and a one-time link by which its owner sets a password. */
  invite(email: string, name: string): Promise<Invitation>;
}

export interface Invitation {
  readonly account: string;
  /** Part of an address, behind the server's: good once, for a day. */
  readonly path: string;
}
