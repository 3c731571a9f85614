import { proof } from "@osteon/api";
import type { RouteParts } from "../http/create-app.ts";
import { send, serve } from "../http/serve-route.ts";
import { provePassword } from "../sign-in/prove-password.ts";

/** Proofs: that the person at the keyboard is the one signed in. Good for five minutes, for everything that asks. */
export function addProof(parts: RouteParts): void {
  const { app, desk } = parts;
  serve(
    app,
    proof.readProof,
    async (asked) =>
      await desk.read(asked, async (_session, { fresh, has_password }) => ({
        status: 200,
        body: { fresh, by: has_password ? ("password" as const) : ("provider" as const) },
      })),
  );
  serve(app, proof.giveProof, async (asked) => {
    await provePassword(parts, asked.request, asked.body.password);
    return send(asked, { status: 200, body: { fresh: true } });
  });
}
