import { Refused } from "../http/problem-reply.ts";

type Said = readonly [says: string, fix: string];

const AGAIN = "Type it again.";
const ANEW = "Sign in again, with e-mail and password.";
const ASK = "Ask your administrator for a new link.";

/** What the sign-in library, or the registry before it, refuses: a sentence for each. */
const SAID: Readonly<Record<string, Said>> = {
  INVALID_EMAIL_OR_PASSWORD: ["The e-mail or the password is wrong.", "Type both again; capital letters count."],
  INVALID_EMAIL: ["This is no e-mail address.", AGAIN],
  INVALID_PASSWORD: ["The password is wrong.", "Type it again; capital letters count."],
  PASSWORD_TOO_SHORT: [
    "The password is too short.",
    "Take at least twelve letters; a sentence is easiest to remember.",
  ],
  PASSWORD_TOO_LONG: ["The password is too long.", "Take at most 128 letters."],
  PASSWORD_COMMON: [
    "This password is among the commonest, or one of them made longer.",
    "Take a sentence of your own.",
  ],
  PASSWORD_OWN: [
    "This password is your name, your address or the name of the registry.",
    "Take a sentence of your own.",
  ],
  INVALID_TOKEN: ["This link was used already, was replaced by a newer one, or has run out.", ASK],
  INVALID_CODE: ["The code is wrong.", "Wait for the next code of your app, and see that the phone's clock is right."],
  CODE_USED: ["This code was used already; each is good once.", "Wait for the next code of your app."],
  INVALID_BACKUP_CODE: ["The backup code is wrong or was used already.", "Type another of your backup codes."],
  BACKUP_CODES_NOT_ENABLED: ["This account has no backup codes.", "Type the code of your app."],
  INVALID_TWO_FACTOR_COOKIE: ["Too much time went by between password and code.", ANEW],
  TOTP_NOT_ENABLED: ["No second factor is set up for this account.", ANEW],
  TWO_FACTOR_NOT_ENABLED: ["No second factor is set up for this account.", ANEW],
  TOTP_ALREADY_ENABLED: ["A second factor is set up already.", "Switch it off before you set up another."],
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: ["Too many wrong codes.", ANEW],
  ACCOUNT_TEMPORARILY_LOCKED: ["Too many wrong codes.", "Wait 15 minutes and sign in again."],
  ACCOUNT_DISABLED: ["This account is disabled.", "Ask your administrator to enable it again."],
  CREDENTIAL_ACCOUNT_NOT_FOUND: ["This account has no password.", "Sign in at your hospital's provider."],
  PROVIDER_NOT_FOUND: ["There is no such provider of sign-in.", "Sign in with e-mail and password."],
  SESSION_EXPIRED: ["The session has ended.", ANEW],
  SESSION_NOT_FRESH: ["The sign-in is too long ago.", ANEW],
};

/** What was refused, in the shape of every other refusal; the code stands where a value would. */
export function refusal(status: number, code: string | undefined): Refused {
  const [says, fix] = SAID[code ?? ""] ?? ["This could not be done.", "Check what you typed."];
  return new Refused(status, "sign-in-refused", says, fix, code === undefined ? {} : { value: code });
}
