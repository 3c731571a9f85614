import type { Route } from "@osteon/api";
import { jsonSchemaTransform } from "fastify-type-provider-zod";
import { z } from "zod";

type Told = Parameters<typeof jsonSchemaTransform>[0];

/** OpenAPI of a route, with the headers that it reads, which are no part of what Fastify checks. */
export function tellOpenApi(told: Told): ReturnType<typeof jsonSchemaTransform> {
  const { config } = told.route as { readonly config?: { readonly route?: Route } };
  const headers = config?.route === undefined ? {} : headersOf(config.route);
  if (told.schema === undefined || Object.keys(headers).length === 0) return jsonSchemaTransform(told);
  return jsonSchemaTransform({ ...told, schema: { ...told.schema, headers: z.object(headers) } });
}

const headersOf = ({ ofVersion, once, reason }: Route) => ({
  ...(ofVersion === true ? { "If-Match": z.string().describe('The version that was read, as "7"') } : {}),
  ...(once === true
    ? { "Idempotency-Key": z.string().optional().describe("A random UUID: sent again, the same is written once") }
    : {}),
  ...(reason === true
    ? { "X-Reason": z.string().optional().describe("Why, percent-encoded; `reason` in the body does as well") }
    : {}),
});
