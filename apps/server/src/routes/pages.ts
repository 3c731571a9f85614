import { fileURLToPath } from "node:url";
import fastifyStatic from "@fastify/static";
import type { RouteParts } from "../http/create-app.ts";

const PAGES = fileURLToPath(new URL("../pages/", import.meta.url));

/** The two pages that stand before everything else: welcome, where a password is chosen, and sign-in. */
export function addPages({ app }: RouteParts): void {
  app.register(fastifyStatic, { root: PAGES, prefix: "/pages/", index: false, cacheControl: false });
  app.get("/welcome", { schema: { hide: true } }, async (_request, reply) => reply.sendFile("welcome.html"));
  app.get("/", { schema: { hide: true } }, async (_request, reply) => reply.sendFile("index.html"));
}
