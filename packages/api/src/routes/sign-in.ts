import { z } from "zod";
import { route, type Told } from "../route.ts";

/** Routes of the sign-in library and those that stand in its place; they are not told in OpenAPI, which is for programs. */
const done = z.unknown();
const code = z.object({ code: z.string() });
const proof = z.object({ password: z.string().optional() });

/** After the password: whether a second factor is still to be proved. */
const half = z.object({ twoFactorRedirect: z.boolean().optional() });

export const signIn = route({
  method: "POST",
  path: "/api/auth/sign-in/email",
  summary: "Signs in by a password",
  body: z.object({ email: z.string(), password: z.string() }),
  answers: { 200: half },
});

export const signInAtProvider = route({
  method: "POST",
  path: "/api/auth/sign-in/social",
  summary: "Where the hospital's provider asks who is there",
  body: z.object({ provider: z.string(), callbackURL: z.string(), again: z.boolean().optional() }),
  answers: { 200: z.object({ url: z.string() }) },
});

export const signOut = route({
  method: "POST",
  path: "/api/auth/sign-out",
  summary: "Ends the session",
  body: z.object({}),
  answers: { 200: done },
});

export const changePassword = route({
  method: "POST",
  path: "/api/auth/change-password",
  summary: "Gives oneself another password; other sessions end",
  body: z.object({ currentPassword: z.string(), newPassword: z.string() }),
  answers: { 200: done },
});

const offer = z.object({ totpURI: z.string(), backupCodes: z.array(z.string()) });
/** A second factor to be set up. */
export type Offer = Told<typeof offer>;

export const offerFactor = route({
  method: "POST",
  path: "/api/auth/two-factor/enable",
  summary: "Offers a second factor, which its first code sets up",
  body: proof,
  answers: { 200: offer },
});

export const takeOffFactor = route({
  method: "POST",
  path: "/api/auth/two-factor/disable",
  summary: "Takes one's own second factor off",
  body: proof,
  answers: { 200: done },
});

export const proveByApp = route({
  method: "POST",
  path: "/api/auth/two-factor/verify-totp",
  summary: "Proves the second factor by a code of the app",
  body: code,
  answers: { 200: done },
});

export const proveByBackupCode = route({
  method: "POST",
  path: "/api/auth/two-factor/verify-backup-code",
  summary: "Proves the second factor by a code that is good once",
  body: code,
  answers: { 200: done },
});

const owner = z.object({ name: z.string(), email: z.string() });
/** Whose a one-time link is. */
export type Owner = Told<typeof owner>;

export const lookAtLink = route({
  method: "POST",
  path: "/api/auth/link",
  summary: "Whose a one-time link is, while it is good",
  body: z.object({ token: z.string() }),
  answers: { 200: owner },
});

export const choosePassword = route({
  method: "POST",
  path: "/api/auth/reset-password",
  summary: "The password that the owner of a one-time link chooses",
  body: z.object({ token: z.string(), newPassword: z.string() }),
  answers: { 200: done },
});
