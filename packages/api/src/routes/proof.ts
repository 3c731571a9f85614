import { z } from "zod";
import { route } from "../route.ts";

export const readProof = route({
  method: "GET",
  path: "/api/proof",
  summary: "Whether the person proved within five minutes who they are, and how it is done",
  answers: { 200: z.object({ fresh: z.boolean(), by: z.enum(["password", "provider"]) }) },
});

export const giveProof = route({
  method: "POST",
  path: "/api/proof",
  summary: "Proves by the password who is there; a fifth wrong one ends the session",
  body: z.object({ password: z.string().max(128) }),
  answers: { 200: z.object({ fresh: z.literal(true) }) },
});
