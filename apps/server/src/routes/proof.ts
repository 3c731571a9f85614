import { z } from "zod";
import type { RouteParts } from "../http/create-app.ts";
import { provePassword } from "../sign-in/prove-password.ts";

const proof = z.object({ password: z.string().max(128) });

/** Proofs: that the person at the keyboard is the one signed in. Good for five minutes, for everything that asks. */
export function addProof(parts: RouteParts): void {
  const { app, desk } = parts;
  app.get(
    "/api/proof",
    { schema: { summary: "Whether the person proved within five minutes who they are, and how it is done" } },
    async (request, reply) =>
      await desk.read(request, reply, async (_session, { fresh, has_password }) => ({
        status: 200,
        body: { fresh, by: has_password ? "password" : "provider" },
      })),
  );
  app.post(
    "/api/proof",
    { schema: { body: proof, summary: "Proves by the password who is there; a fifth wrong one ends the session" } },
    async (request, reply) => {
      await provePassword(parts, request, proof.parse(request.body).password);
      return await reply.send({ fresh: true });
    },
  );
}
