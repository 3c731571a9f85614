import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { createServer } from "node:http";
import { type Client, clientOf } from "./running-server.ts";

/** Whom the provider says it has before it. */
export interface Said {
  readonly sub?: string;
  readonly email?: string;
  readonly email_verified?: boolean | string;
  /** Seconds since the person proved who they are; without it the provider does not say. */
  readonly provedSecondsAgo?: number;
  readonly [claim: string]: unknown;
}

/** A provider of OpenID Connect on this machine, which signs whatever it is told to say. */
export interface InventedProvider {
  readonly discoveryUrl: string;
  /** What it says of whoever comes next. */
  says(said: Said): void;
  /** How the browser was sent to it last. */
  readonly asked: { url: URL };
  end(): void;
}

export async function inventedProvider(): Promise<InventedProvider> {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const asked = { url: new URL("http://nowhere.example") };
  let said: Said = {};
  const server = createServer((request, response) => {
    const now = Math.floor(Date.now() / 1000);
    const { provedSecondsAgo, ...claims } = said;
    const proved = provedSecondsAgo === undefined ? {} : { auth_time: now - provedSecondsAgo };
    const nonce = asked.url.searchParams.get("nonce") ?? "";
    const whole = {
      iss: address,
      aud: "osteon",
      name: "Someone",
      iat: now,
      exp: now + 60,
      nonce,
      ...claims,
      ...proved,
    };
    const answers: Readonly<Record<string, () => object>> = {
      "/.well-known/openid-configuration": () => ({
        issuer: address,
        authorization_endpoint: `${address}/authorize`,
        token_endpoint: `${address}/token`,
        jwks_uri: `${address}/keys`,
        id_token_signing_alg_values_supported: ["RS256"],
      }),
      "/keys": () => ({ keys: [{ ...publicKey.export({ format: "jwk" }), kid: "1", alg: "RS256", use: "sig" }] }),
      "/token": () => ({
        access_token: "t",
        token_type: "Bearer",
        expires_in: 60,
        id_token: signed(whole, privateKey),
      }),
    };
    const to = new URL(request.url ?? "/", address);
    if (to.pathname === "/authorize") {
      asked.url = to;
      const back = new URL(to.searchParams.get("redirect_uri") ?? "");
      back.searchParams.set("code", "c");
      back.searchParams.set("state", to.searchParams.get("state") ?? "");
      return void response.writeHead(302, { location: back.href }).end();
    }
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(answers[to.pathname]?.() ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  return {
    discoveryUrl: `${address}/.well-known/openid-configuration`,
    says: (next) => {
      said = next;
    },
    asked,
    end: () => server.close(),
  };
}

/** A JSON web token, RS256. */
function signed(claims: object, key: KeyObject): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  const text = `${part({ alg: "RS256", kid: "1", typ: "JWT" })}.${part(claims)}`;
  return `${text}.${sign("sha256", Buffer.from(text), key).toString("base64url")}`;
}

/** Walks through the provider as a browser does; where the sign-in was refused, `client` has no session. */
export async function throughProvider(
  address: string,
  more: Readonly<Record<string, unknown>> = {},
): Promise<{ readonly client: Client; readonly location: string; readonly state: string }> {
  const begun = await clientOf(address, "", "")("POST", "/api/auth/sign-in/social", {
    provider: "hospital",
    callbackURL: "/",
    ...more,
  });
  if (begun.status !== 200) throw new Error(`${begun.status} ${begun.text}`);
  const [state = ""] = begun.headers.getSetCookie();
  const sent = await fetch(String(begun.json.url), { redirect: "manual" });
  const back = await fetch(sent.headers.get("location") ?? "", {
    headers: { cookie: state.split(";")[0] ?? "" },
    redirect: "manual",
  });
  const cookie = back.headers
    .getSetCookie()
    .find((one) => one.startsWith("osteon.session_token=") && !/Max-Age=0/.test(one));
  const client = clientOf(address, "", "", cookie?.split(";")[0] ?? "");
  return { client, location: back.headers.get("location") ?? "", state };
}
