import { createHmac, timingSafeEqual } from "node:crypto";
import type { Database } from "@osteon/registry";
import { betterAuth } from "better-auth";
import { genericOAuth, twoFactor } from "better-auth/plugins";
import { CamelCasePlugin } from "kysely";
import type { Door, OidcProvider } from "./door.ts";
import { doorKysely } from "./door-dialect.ts";

export interface DoorOptions {
  /** Signs cookies; at least 32 letters, the same after a restart. */
  readonly secret: string;
  /** Where the server is reached, as `https://registry.example.org`. */
  readonly address: string;
  readonly oidc?: readonly OidcProvider[];
}

const DAY = 86_400;
/** NIST 800-63B and ASVS 6.2: long rather than contrived. */
export const SHORTEST_PASSWORD = 12;

/** Sign-in with better-auth: scrypt passwords, TOTP, OpenID Connect; accounts are made by invitation alone. */
export async function openDoor(database: Database, { secret, address, oidc = [] }: DoorOptions): Promise<Door> {
  if (secret.length < 32) throw new Error("the secret that signs cookies has at least 32 letters");
  const secure = address.startsWith("https:");
  const auth = betterAuth({
    appName: "Osteon",
    secret,
    baseURL: address,
    basePath: "/api/auth",
    trustedOrigins: [address],
    telemetry: { enabled: false },
    logger: { disabled: true },
    database: { db: doorKysely(database).withPlugin(new CamelCasePlugin()).withSchema("auth"), type: "postgres" },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: 128,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: DAY,
    },
    // The hospital's provider vouches for the addresses of those who were invited; it makes no accounts.
    account: { accountLinking: { enabled: true, trustedProviders: oidc.map(({ id }) => id) } },
    session: { expiresIn: 3600, disableSessionRefresh: true, cookieCache: { enabled: false } },
    // Tries are counted by the database, for every route and every instance of the server alike.
    rateLimit: { enabled: false },
    advanced: {
      useSecureCookies: secure,
      cookiePrefix: "osteon",
      // The provider of sign-in sends the browser back from its own site: this one cookie must come with it.
      cookies: { state: { attributes: { sameSite: "lax" } } },
      defaultCookieAttributes: { sameSite: "strict", httpOnly: true },
    },
    plugins: [twoFactor({ issuer: "Osteon" }), genericOAuth({ config: oidc.map(oidcConfig) })],
  });
  const context = await auth.$context;
  const cookie = context.authCookies.sessionToken.name;
  return {
    providers: oidc.map(({ id }) => id),
    handle: (request) => auth.handler(request),
    tokenOf: (cookies) => signedValue(cookies, cookie, secret),
    isPassword: async (headers, password) => {
      try {
        return (await auth.api.verifyPassword({ body: { password }, headers })).status;
      } catch {
        return false;
      }
    },
    invite: async (email, name) => {
      const known = await context.internalAdapter.findUserByEmail(email.toLowerCase());
      const user =
        known?.user ??
        (await context.internalAdapter.createUser(
          { email: email.toLowerCase(), name, emailVerified: true },
          { method: "admin" },
        ));
      const token = crypto.randomUUID().replaceAll("-", "") + crypto.randomUUID().replaceAll("-", "");
      const expiresAt = new Date(Date.now() + DAY * 1000);
      await context.internalAdapter.createVerificationValue({
        identifier: `reset-password:${token}`,
        value: user.id,
        expiresAt,
      });
      return { account: user.id, path: `/welcome#${token}` };
    },
  };
}

const oidcConfig = ({ id, discoveryUrl, clientId, clientSecret }: OidcProvider) => ({
  providerId: id,
  discoveryUrl,
  clientId,
  clientSecret,
  scopes: ["openid", "email", "profile"],
  pkce: true,
  disableSignUp: true,
});

/** The value of a cookie `value.signature`, where the signature is this server's. */
function signedValue(cookies: string | undefined, name: string, secret: string): string | undefined {
  const start = `${name}=`;
  const found = (cookies ?? "").split("; ").find((one) => one.startsWith(start));
  if (found === undefined || found.length > 1024) return undefined;
  const text = decoded(found.slice(start.length));
  const dot = text.lastIndexOf(".");
  const value = text.slice(0, dot);
  const expected = createHmac("sha256", secret).update(value).digest();
  const given = Buffer.from(text.slice(dot + 1), "base64");
  return dot > 0 && given.length === expected.length && timingSafeEqual(given, expected) ? value : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
