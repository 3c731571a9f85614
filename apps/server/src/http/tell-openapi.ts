import { isDeepStrictEqual } from "node:util";
import * as api from "@osteon/api";
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from "fastify-type-provider-zod";
import { z } from "zod";
import { OPEN_ROUTES } from "./session-first.ts";

/** The two ways to say who asks: a browser by its session, a program by a personal token. */
export const SECURITY_SCHEMES = {
  session: {
    type: "apiKey",
    in: "cookie",
    name: "osteon.session_token",
    description:
      "The session of a person who is signed in at the pages; `__Secure-` stands before its name over HTTPS.",
  },
  personalToken: {
    type: "http",
    scheme: "bearer",
    description:
      "A personal token, made at the pages under “Your sign-in”: it reads one centre, within the rights of its person, and writes nothing.",
  },
} as const;

/** Each route by the names that the program has for it, which are one another's: clients in other languages are made of them. */
const NAMED = new Map(
  api.routesIn(api).map(({ subject, name, route }) => [route, { operationId: name, tags: [wordsOf(subject)] }]),
);

type Told = Parameters<ReturnType<typeof createJsonSchemaTransform>>[0];

const transform = createJsonSchemaTransform({ zodToJsonConfig: { override: readably } });
/** The shapes that have a name of their own, which routes refer to. */
export const tellNamedShapes = createJsonSchemaTransformObject({ zodToJsonConfig: { override: readably } });

/** OpenAPI of a route: its name, who may ask, and the headers that it reads, which are no part of what Fastify checks. */
export function tellOpenApi(told: Told): ReturnType<typeof transform> {
  const { config } = told.route as { readonly config?: { readonly route?: api.Route } };
  const route = config?.route;
  if (told.schema === undefined || route === undefined) return transform(told);
  const headers = headersOf(route);
  return transform({
    ...told,
    url: told.url.replace(/\*$/, ":rest"),
    schema: {
      ...told.schema,
      ...NAMED.get(route),
      ...(route.params === undefined ? {} : { params: withRest(route.params) }),
      security: securityOf(route),
      ...(route.byToken === true ? { description: "Open to personal tokens." } : {}),
      ...(Object.keys(headers).length === 0 ? {} : { headers: z.object(headers) }),
    },
  });
}

/** The rest of an address, which Fastify calls `*`, under a name that can stand in a program. */
function withRest({ shape }: z.ZodObject): z.ZodObject {
  const { "*": rest, ...named } = shape;
  return rest === undefined ? z.object(shape) : z.object({ ...named, rest });
}

const securityOf = ({ path, byToken }: api.Route) =>
  OPEN_ROUTES.has(path) ? [] : [{ session: [] }, ...(byToken === true ? [{ personalToken: [] }] : [])];

/** `ownFields` as `Own fields`. */
function wordsOf(subject: string): string {
  const words = subject.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return `${words[0]?.toUpperCase()}${words.slice(1)}`;
}

interface Json {
  prefixItems?: readonly object[];
  items?: unknown;
  minItems?: number;
  maxItems?: number;
}

/** Few generators know tuples: a list of so many of what stands at any of its places says nearly the same. */
function readably({ jsonSchema }: { readonly jsonSchema: object }): void {
  const json = jsonSchema as Json;
  const { prefixItems } = json;
  if (prefixItems === undefined) return;
  const kinds = prefixItems.filter((one, at) => prefixItems.findIndex((other) => isDeepStrictEqual(one, other)) === at);
  json.items = kinds.length === 1 ? kinds[0] : { anyOf: kinds };
  json.minItems = prefixItems.length;
  json.maxItems = prefixItems.length;
  delete json.prefixItems;
}

const headersOf = ({ ofVersion, once, reason }: api.Route) => ({
  ...(ofVersion === true ? { "If-Match": z.string().describe('The version that was read, as "7"') } : {}),
  ...(once === true
    ? { "Idempotency-Key": z.string().optional().describe("A random UUID: sent again, the same is written once") }
    : {}),
  ...(reason === true
    ? { "X-Reason": z.string().optional().describe("Why, percent-encoded; `reason` in the body does as well") }
    : {}),
});
