import { EXIT, Stop } from "@osteon/run";
import type { OidcProvider } from "../sign-in/door.ts";

/** The OpenID Connect provider of the environment: OSTEON_OIDC_DISCOVERY, OSTEON_OIDC_CLIENT, OSTEON_OIDC_SECRET; all or none. OSTEON_OIDC_ADDRESS_CLAIM names a claim that is vouched for. */
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
  const { OSTEON_OIDC_ADDRESS_CLAIM: claim, OSTEON_OIDC_SECOND_FACTOR: factor } = process.env;
  if (factor !== undefined && factor !== "" && factor !== "provider")
    throw new Stop(
      EXIT.usage,
      "OSTEON_OIDC_SECOND_FACTOR is `provider`, where the provider asks for one itself, or empty.",
    );
  const address = claim === undefined || claim === "" ? {} : { addressClaim: claim };
  return [
    { id: "hospital", discoveryUrl, clientId, clientSecret, ...address, trustsSecondFactor: factor === "provider" },
  ];
}
