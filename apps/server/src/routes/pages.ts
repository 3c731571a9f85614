import fastifyStatic from "@fastify/static";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { RouteParts } from "../http/create-app.ts";

/** Files whose names hold a hash of their content never change. */
const HASHED = /\/assets\//;
const YEAR = 31_536_000;

/** The files of the web app. */
export function addPages({ app, web }: RouteParts): void {
  if (web === undefined) return;
  app.register(fastifyStatic, {
    root: web,
    index: false,
    wildcard: false,
    cacheControl: false,
    preCompressed: true,
    setHeaders: (reply, path) =>
      reply.header("cache-control", HASHED.test(path) ? `public, max-age=${YEAR}, immutable` : "no-cache"),
  });
}

/** A person at a browser who asks for an address that is no file and not of the interface gets the app, which knows its pages. */
export const isForApp = ({ method, url, headers }: FastifyRequest): boolean =>
  method === "GET" && !/^\/(api|report)(\/|$)/.test(url) && (headers.accept ?? "").includes("text/html");

export const sendApp = (reply: FastifyReply): FastifyReply => reply.code(200).sendFile("index.html");
