import type { OidcProvider } from "@osteon/server";
import { EXIT, Stop } from "../exit-code.ts";

/** The OpenID Connect provider of the environment: OSTEON_OIDC_DISCOVERY, OSTEON_OIDC_CLIENT, OSTEON_OIDC_SECRET; all or none. */
export function oidcOfEnvironment(): readonly OidcProvider[] {
  const {
    OSTEON_OIDC_DISCOVERY: discoveryUrl,
    OSTEON_OIDC_CLIENT: clientId,
    OSTEON_OIDC_SECRET: clientSecret,
  } = process.env;
  const given = [discoveryUrl, clientId, clientSecret].filter((one) => one !== undefined && one !== "");
  if (given.length === 0) return [];
  if (discoveryUrl === undefined || clientId === undefined || clientSecret === undefined) {
    throw new Stop(
      EXIT.usage,
      "Sign-in by OpenID Connect needs OSTEON_OIDC_DISCOVERY, OSTEON_OIDC_CLIENT and OSTEON_OIDC_SECRET.",
    );
  }
  return [{ id: "hospital", discoveryUrl, clientId, clientSecret }];
}
