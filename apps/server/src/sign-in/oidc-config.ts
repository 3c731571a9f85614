import { AsyncLocalStorage } from "node:async_hooks";
import type { OidcProvider } from "./door.ts";

/** What a provider said beside who comes: when the person proved who they are, in milliseconds. */
export interface ProviderSaid {
  provedAt?: number;
}

/** Carries what the provider said to where the session is made: the library hands on the address and the subject alone. */
export const providerSaid = new AsyncLocalStorage<ProviderSaid>();

/** A provider as the library takes it: tokens are verified, accounts are never made, and no address is believed unsaid. */
export const oidcConfig = ({ id, discoveryUrl, clientId, clientSecret, addressClaim }: OidcProvider) => ({
  providerId: id,
  discoveryUrl,
  clientId,
  clientSecret,
  scopes: ["openid", "email", "profile"],
  pkce: true,
  disableSignUp: true,
  requireIdTokenVerification: true,
  mapProfileToUser: (claims: Readonly<Record<string, unknown>>) => {
    const said = providerSaid.getStore();
    if (said !== undefined && typeof claims.auth_time === "number") said.provedAt = claims.auth_time * 1000;
    if (addressClaim === undefined) return { emailVerified: claims.email_verified === true };
    const address = claims[addressClaim];
    return { email: typeof address === "string" ? address.toLowerCase() : "", emailVerified: true };
  },
});
