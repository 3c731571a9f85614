import type { FastifyRequest } from "fastify";
import { Refused, refused } from "../http/problem-reply.ts";

/** The version that the sender read, from `If-Match: "7"`; a write without it is refused. */
export function versionRead({ headers }: FastifyRequest): number {
  const version = /^"(\d{1,9})"$/.exec(headers["if-match"] ?? "")?.[1];
  if (version !== undefined) return Number(version);
  throw new Refused(428, refused("version-needed"));
}

export const etag = (version: number): string => `"${version}"`;
