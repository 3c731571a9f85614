import { type Database, doorKysely, isDisabled, type KnownPerson, putLink } from "@osteon/registry";
import { betterAuth } from "better-auth";
import { APIError } from "better-auth/api";
import { symmetricDecrypt } from "better-auth/crypto";
import { genericOAuth, twoFactor } from "better-auth/plugins";
import type { Door, OidcProvider } from "./door.ts";
import { oidcConfig, providerSaid } from "./oidc-config.ts";
import { oneTimeLink } from "./one-time-link.ts";
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from "./password-rules.ts";
import { signedCookie } from "./signed-cookie.ts";
import { timeStep } from "./time-step.ts";

export interface DoorOptions {
  /** Signs cookies; at least 32 letters, the same after a restart. */
  readonly secret: string;
  /** Where the server is reached, as `https://registry.example.org`. */
  readonly address: string;
  readonly oidc?: readonly OidcProvider[];
  /** How passwords are kept; without it by scrypt, which costs a guess some 50 ms and 32 MB. Only tests have another way. */
  readonly passwords?: PasswordKeeping;
}

/** What is kept of a password, and whether one is the one it was made of. */
export interface PasswordKeeping {
  hash(password: string): Promise<string>;
  verify(asked: { readonly hash: string; readonly password: string }): Promise<boolean>;
}

/** Sign-in with better-auth: scrypt passwords, TOTP, OpenID Connect; accounts are made by invitation alone. */
export async function openDoor(
  database: Database,
  { secret, address, oidc = [], passwords }: DoorOptions,
): Promise<Door> {
  if (secret.length < 32) throw new Error("the secret that signs cookies has at least 32 letters");
  const auth = betterAuth({
    appName: "Osteon",
    secret,
    baseURL: address,
    basePath: "/api/auth",
    trustedOrigins: [address],
    telemetry: { enabled: false },
    logger: { disabled: true },
    onAPIError: { errorURL: `${address}/patients` },
    database: { db: doorKysely(database), type: "postgres" },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
      ...(passwords === undefined ? {} : { password: passwords }),
    },
    // No provider is trusted by its name: an account is opened by an address that the provider says it verified.
    account: { accountLinking: { enabled: true, trustedProviders: [] } },
    session: {
      expiresIn: 3600,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
      additionalFields: {
        byProvider: { type: "boolean", required: false, input: false },
        factorProved: { type: "boolean", required: false, input: false },
        provedAt: { type: "date", required: false, input: false },
      },
    },
    databaseHooks: {
      session: {
        create: {
          before: (session, context) => begun(session, context?.path ?? "", String(context?.params?.id ?? "")),
        },
      },
    },
    // Tries are counted by the database, for every route and every instance of the server alike.
    rateLimit: { enabled: false },
    advanced: {
      useSecureCookies: address.startsWith("https:"),
      cookiePrefix: "osteon",
      // The provider of sign-in sends the browser back from its own site: this one cookie must come with it.
      cookies: { state: { attributes: { sameSite: "lax" } } },
      defaultCookieAttributes: { sameSite: "strict", httpOnly: true },
    },
    plugins: [
      // People of a provider have no password; the server asks them at the provider instead.
      twoFactor({ issuer: "Osteon", allowPasswordless: true }),
      genericOAuth({ config: oidc.map(oidcConfig) }),
    ],
  });
  const context = await auth.$context;

  /** What a new session rests on, and on which provider. A disabled account gets none. */
  async function begun(
    session: { userId: string },
    path: string,
    provider: string,
  ): Promise<{ data: Record<string, unknown> }> {
    if (await isDisabled(database, session.userId))
      throw new APIError("FORBIDDEN", { code: "ACCOUNT_DISABLED", message: "This account is disabled." });
    if (path.startsWith("/two-factor/verify-")) return { data: { ...session, factorProved: true } };
    if (!path.startsWith("/callback/")) return { data: session };
    const provedAt = providerSaid.getStore()?.provedAt;
    const factorProved = oidc.find(({ id }) => id === provider)?.trustsSecondFactor === true;
    // A provider's clock may go before ours; nobody is the surer for a time that has not come.
    const proof = provedAt === undefined ? {} : { provedAt: new Date(Math.min(provedAt, Date.now())) };
    return { data: { ...session, byProvider: true, factorProved, ...proof } };
  }

  const known = (user: { id: string; name: string; email: string } | null | undefined): KnownPerson | undefined =>
    user == null ? undefined : { account: user.id, name: user.name, email: user.email };
  const accountFor = async (email: string, name: string): Promise<string> => {
    const found = () => context.internalAdapter.findUserByEmail(email.toLowerCase());
    const before = await found();
    if (before !== null) return before.user.id;
    const wanted = { email: email.toLowerCase(), name, emailVerified: true };
    try {
      return (await context.internalAdapter.createUser(wanted, { method: "admin" })).id;
    } catch (error) {
      // Somebody invited the same person at the same moment.
      const meanwhile = await found();
      if (meanwhile === null) throw error;
      return meanwhile.user.id;
    }
  };
  return {
    providers: oidc.map(({ id }) => id),
    handle: (request) => providerSaid.run({}, () => auth.handler(request)),
    tokenOf: (cookies) => signedCookie(cookies, context.authCookies.sessionToken.name, secret),
    halfwayIn: async (cookies) => {
      const challenge = signedCookie(cookies, context.createAuthCookie("two_factor").name, secret);
      if (challenge === undefined) return undefined;
      const asked = await context.internalAdapter.findVerificationValue(challenge);
      return asked === null ? undefined : known(await context.internalAdapter.findUserById(asked.value));
    },
    stepOf: async (account, code) => {
      const factor = await context.adapter.findOne<{ secret: string }>({
        model: "twoFactor",
        where: [{ field: "userId", value: account }],
      });
      if (factor === null) return undefined;
      const key = await symmetricDecrypt({ key: context.secretConfig, data: factor.secret });
      return timeStep(key, code, Date.now());
    },
    isPassword: async (account, password) => {
      const credential = await context.internalAdapter.findCredentialAccount(account);
      // A hash is computed either way, so that the answer takes as long.
      const hash = credential?.password ?? (await context.password.hash("nobody's password"));
      return (await context.password.verify({ hash, password })) && credential?.password != null;
    },
    hashOf: (password) => context.password.hash(password),
    accountFor,
    invite: async (email, name, reason = "") => {
      const account = await accountFor(email, name);
      const { path, hash, expires } = oneTimeLink();
      await putLink(database, { account, hash, expires }, reason);
      return { account, path };
    },
  };
}
