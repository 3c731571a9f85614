import { count, oneOf, problem, type Saying, saying, sayings } from "@osteon/words";

const ANEW = {
  en: "Sign in again, with e-mail and password.",
  de: "Bitte neu anmelden, mit E-Mail und Passwort.",
};
const NO_FACTOR: Saying = {
  en: ["No second factor is set up for this account.", ANEW.en],
  de: ["Für dieses Konto ist kein zweiter Faktor eingerichtet.", ANEW.de],
};

/** What the sign-in library, or the registry before it, refuses: a sentence for each of its words. */
export const SIGN_IN_REFUSALS = {
  INVALID_EMAIL_OR_PASSWORD: {
    en: ["The e-mail or the password is wrong.", "Type both again; capital letters count."],
    de: ["E-Mail oder Passwort stimmt nicht.", "Beides noch einmal eingeben; Groß- und Kleinschreibung zählt."],
  },
  INVALID_EMAIL: {
    en: ["This is no e-mail address.", "Type it again."],
    de: ["Das ist keine gültige E-Mail-Adresse.", "Noch einmal eingeben."],
  },
  INVALID_PASSWORD: {
    en: ["The password is wrong.", "Type it again; capital letters count."],
    de: ["Das Passwort stimmt nicht.", "Noch einmal eingeben; Groß- und Kleinschreibung zählt."],
  },
  PASSWORD_TOO_SHORT: {
    en: ["The password is too short.", "Take at least twelve characters; a sentence is easiest to remember."],
    de: ["Das Passwort ist zu kurz.", "Mindestens zwölf Zeichen nehmen; ein Satz merkt sich am leichtesten."],
  },
  PASSWORD_TOO_LONG: {
    en: ["The password is too long.", "Take at most 128 letters."],
    de: ["Das Passwort ist zu lang.", "Höchstens 128 Zeichen nehmen."],
  },
  PASSWORD_COMMON: {
    en: ["This password is among the commonest, or one of them made longer.", "Take a sentence of your own."],
    de: ["Dieses Passwort gehört zu den häufigsten oder ist ein verlängertes davon.", "Einen eigenen Satz nehmen."],
  },
  PASSWORD_OWN: {
    en: ["This password is your name, your address or the name of the registry.", "Take a sentence of your own."],
    de: ["Dieses Passwort ist Ihr Name, Ihre Adresse oder der Name des Registers.", "Einen eigenen Satz nehmen."],
  },
  INVALID_TOKEN: {
    en: [
      "This link was used already, was replaced by a newer one, or has run out.",
      "Ask your administrator for a new link.",
    ],
    de: [
      "Dieser Link wurde schon benutzt, durch einen neueren ersetzt, oder er ist abgelaufen.",
      "Die Administration um einen neuen Link bitten.",
    ],
  },
  INVALID_CODE: {
    en: ["The code is wrong.", "Wait for the next code of your app, and see that the phone's clock is right."],
    de: ["Der Code stimmt nicht.", "Auf den nächsten Code der App warten und prüfen, ob die Uhr des Telefons stimmt."],
  },
  CODE_USED: {
    en: ["This code was used already; each is good once.", "Wait for the next code of your app."],
    de: ["Dieser Code wurde schon benutzt; jeder gilt einmal.", "Auf den nächsten Code der App warten."],
  },
  INVALID_BACKUP_CODE: {
    en: ["The backup code is wrong or was used already.", "Type another of your backup codes."],
    de: ["Der Ersatzcode stimmt nicht oder ist verbraucht.", "Einen anderen Ihrer Ersatzcodes eingeben."],
  },
  BACKUP_CODES_NOT_ENABLED: {
    en: ["This account has no backup codes.", "Type the code of your app."],
    de: ["Dieses Konto hat keine Ersatzcodes.", "Den Code der App eingeben."],
  },
  INVALID_TWO_FACTOR_COOKIE: {
    en: ["Too much time went by between password and code.", ANEW.en],
    de: ["Zwischen Passwort und Code verging zu viel Zeit.", ANEW.de],
  },
  TOTP_NOT_ENABLED: NO_FACTOR,
  TWO_FACTOR_NOT_ENABLED: NO_FACTOR,
  TOTP_ALREADY_ENABLED: {
    en: ["A second factor is set up already.", "Switch it off before you set up another."],
    de: [
      "Für dieses Konto ist der zweite Faktor schon eingerichtet.",
      "Erst abschalten, dann einen anderen einrichten.",
    ],
  },
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: {
    en: ["Too many wrong codes.", ANEW.en],
    de: ["Zu viele falsche Codes.", ANEW.de],
  },
  ACCOUNT_TEMPORARILY_LOCKED: {
    en: ["Too many wrong codes.", "Wait 15 minutes and sign in again."],
    de: ["Zu viele falsche Codes.", "15 Minuten warten und neu anmelden."],
  },
  ACCOUNT_DISABLED: {
    en: ["This account is disabled.", "Ask your administrator to enable it again."],
    de: ["Dieses Konto ist gesperrt.", "Die Administration bitten, es wieder freizugeben."],
  },
  CREDENTIAL_ACCOUNT_NOT_FOUND: {
    en: ["This account has no password.", "Sign in at your hospital's provider."],
    de: ["Dieses Konto hat kein Passwort.", "Über den Anmeldedienst Ihres Krankenhauses anmelden."],
  },
  PROVIDER_NOT_FOUND: {
    en: ["There is no such provider of sign-in.", "Sign in with e-mail and password."],
    de: ["Diesen Anmeldedienst gibt es nicht.", "Mit E-Mail und Passwort anmelden."],
  },
  SESSION_EXPIRED: { en: ["The session has ended.", ANEW.en], de: ["Die Sitzung ist beendet.", ANEW.de] },
  SESSION_NOT_FRESH: {
    en: ["The sign-in is too long ago.", ANEW.en],
    de: ["Die Anmeldung liegt zu lange zurück.", ANEW.de],
  },
  other: {
    en: ["This could not be done.", "Check what you typed."],
    de: ["Das wurde nicht angenommen.", "Die Eingaben prüfen."],
  },
} as const satisfies Readonly<Record<string, Saying>>;

/** Signing in, and proving by password, factor or token who one is. */
export const SIGN_IN_PROBLEMS = {
  "sign-in-refused": sayings(SIGN_IN_REFUSALS),
  "not-signed-in": saying({
    en: ["Nobody is signed in.", "Sign in and try again."],
    de: ["Niemand ist angemeldet.", "Anmelden und noch einmal versuchen."],
  }),
  "too-many-tries": problem(
    { wait: count, unit: oneOf("second", "minute") },
    {
      en: (v) => ({
        says: "Too many tries.",
        fix: `Wait ${v.wait({ one: v.unit, other: `${v.unit}s` })} and try again.`,
      }),
      de: (v) => ({
        says: "Zu viele Versuche.",
        fix: `${v.wait(v.unit === "second" ? { one: "Sekunde", other: "Sekunden" } : { one: "Minute", other: "Minuten" })} warten und noch einmal versuchen.`,
      }),
    },
  ),
  "wrong-password": saying({
    en: ["This is not your password.", "Type it again."],
    de: ["Das ist nicht Ihr Passwort.", "Noch einmal eingeben."],
  }),
  "password-needed": saying({
    en: [
      "For this your password is asked again.",
      "Type it, or sign in again at your hospital's provider; it is good for five minutes.",
    ],
    de: [
      "Dafür wird Ihr Passwort noch einmal verlangt.",
      "Eingeben, oder beim Anmeldedienst Ihres Krankenhauses neu anmelden; es gilt fünf Minuten.",
    ],
  }),
  "factor-needed": saying({
    en: ["The second factor is still to be proved.", "Type the code of your app."],
    de: ["Der zweite Faktor fehlt noch.", "Den Code der App eingeben."],
  }),
  "factor-set-up-needed": saying({
    en: ["Your role needs a second factor.", "Set it up first; nothing else is possible before."],
    de: ["Ihre Rolle verlangt einen zweiten Faktor.", "Bitte erst einrichten; vorher ist nichts anderes möglich."],
  }),
  "account-disabled": saying({
    en: ["This account is disabled.", "An administrator enables it again, in the list of people."],
    de: ["Dieses Konto ist gesperrt.", "Die Administration gibt es in der Liste der Personen wieder frei."],
  }),
  "account-known": saying({
    en: [
      "This person has an account and this role already.",
      "Make a new link for the person, where the old one is lost or ran out.",
    ],
    de: [
      "Diese Person hat schon ein Konto und diese Rolle.",
      "Einen neuen Link erstellen, wenn der alte verloren oder abgelaufen ist.",
    ],
  }),
  "last-administrator": saying({
    en: ["This is the last administrator who can sign in.", "Appoint another, who signs in once, first."],
    de: [
      "Das ist die letzte Administration, die sich anmelden kann.",
      "Erst eine andere ernennen, die sich einmal anmeldet.",
    ],
  }),
  "roles-changed": saying({
    en: ["Your roles have changed since this was sent.", "Read the page again."],
    de: ["Ihre Rollen haben sich seit dem Senden geändert.", "Die Seite neu laden."],
  }),
  "identity-key-missing": saying({
    en: [
      "The key that sealed this identity is not on the server.",
      "Ask the one who runs the registry to bring the keys folder back.",
    ],
    de: [
      "Der Schlüssel, mit dem diese Identität versiegelt ist, liegt nicht auf dem Server.",
      "Wer das Register betreibt, bringt den Schlüsselordner zurück.",
    ],
  }),
  "token-reads-only": saying({
    en: ["By a personal token nothing is written.", "Sign in at the registry's pages to write."],
    de: [
      "Mit einem persönlichen Token wird nichts geschrieben.",
      "Zum Schreiben an den Seiten des Registers anmelden.",
    ],
  }),
  "token-not-here": saying({
    en: ["This address is not open to personal tokens.", "See /api/docs for the addresses that are."],
    de: ["Diese Adresse ist für persönliche Tokens nicht offen.", "Welche es sind, steht unter /api/docs."],
  }),
  "token-in-address": saying({
    en: [
      "A personal token stands in the address, where others can read it.",
      "Withdraw it, make another, and send that one as `Authorization: Bearer`.",
    ],
    de: [
      "In der Adresse steht ein persönliches Token, wo andere es lesen können.",
      "Es zurückziehen, ein neues erzeugen und dieses als `Authorization: Bearer` senden.",
    ],
  }),
} as const;
