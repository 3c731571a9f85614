import type { GermanCodes } from "./sentence-form.ts";

/** Signing in, and signing with a password. */
export const SIGN_IN: GermanCodes = {
  "not-signed-in": { says: "Niemand ist angemeldet.", fix: "Anmelden und noch einmal versuchen." },
  "sign-in-refused": {
    says: "Das wurde nicht angenommen.",
    fix: "Die Eingaben prüfen.",
    byValue: {
      INVALID_EMAIL_OR_PASSWORD: "E-Mail oder Passwort stimmt nicht.",
      INVALID_EMAIL: "Das ist keine gültige E-Mail-Adresse.",
      INVALID_PASSWORD: "Das Passwort stimmt nicht.",
      PASSWORD_TOO_SHORT: "Das Passwort ist zu kurz.",
      PASSWORD_TOO_LONG: "Das Passwort ist zu lang.",
      PASSWORD_COMMON: "Dieses Passwort gehört zu den häufigsten oder ist ein verlängertes davon.",
      PASSWORD_OWN: "Dieses Passwort ist Ihr Name, Ihre Adresse oder der Name des Registers.",
      INVALID_TOKEN: "Dieser Link wurde schon benutzt, durch einen neueren ersetzt, oder er ist abgelaufen.",
      INVALID_CODE: "Der Code stimmt nicht.",
      CODE_USED: "Dieser Code wurde schon benutzt; jeder gilt einmal.",
      INVALID_BACKUP_CODE: "Der Ersatzcode stimmt nicht oder ist verbraucht.",
      BACKUP_CODES_NOT_ENABLED: "Dieses Konto hat keine Ersatzcodes.",
      INVALID_TWO_FACTOR_COOKIE: "Zwischen Passwort und Code verging zu viel Zeit.",
      TOTP_NOT_ENABLED: "Für dieses Konto ist kein zweiter Faktor eingerichtet.",
      TWO_FACTOR_NOT_ENABLED: "Für dieses Konto ist kein zweiter Faktor eingerichtet.",
      TOTP_ALREADY_ENABLED: "Für dieses Konto ist der zweite Faktor schon eingerichtet.",
      TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: "Zu viele falsche Codes.",
      ACCOUNT_TEMPORARILY_LOCKED: "Zu viele falsche Codes.",
      ACCOUNT_DISABLED: "Dieses Konto ist gesperrt.",
      CREDENTIAL_ACCOUNT_NOT_FOUND: "Dieses Konto hat kein Passwort.",
      PROVIDER_NOT_FOUND: "Diesen Anmeldedienst gibt es nicht.",
      SESSION_EXPIRED: "Die Sitzung ist beendet.",
      SESSION_NOT_FRESH: "Die Anmeldung liegt zu lange zurück.",
    },
    forms: [
      ["Type it again.", "Noch einmal eingeben."],
      ["Type both again; capital letters count.", "Beides noch einmal eingeben; Groß- und Kleinschreibung zählt."],
      ["Type it again; capital letters count.", "Noch einmal eingeben; Groß- und Kleinschreibung zählt."],
      ["Sign in again, with e-mail and password.", "Bitte neu anmelden, mit E-Mail und Passwort."],
      ["Ask your administrator for a new link.", "Die Administration um einen neuen Link bitten."],
      ["Ask your administrator to enable it again.", "Die Administration bitten, es wieder freizugeben."],
      [
        "Take at least twelve letters; a sentence is easiest to remember.",
        "Mindestens zwölf Zeichen nehmen; ein Satz merkt sich am leichtesten.",
      ],
      ["Take at most 128 letters.", "Höchstens 128 Zeichen nehmen."],
      ["Take a sentence of your own.", "Einen eigenen Satz nehmen."],
      [
        "Wait for the next code of your app, and see that the phone's clock is right.",
        "Auf den nächsten Code der App warten und prüfen, ob die Uhr des Telefons stimmt.",
      ],
      ["Wait for the next code of your app.", "Auf den nächsten Code der App warten."],
      ["Type another of your backup codes.", "Einen anderen Ihrer Ersatzcodes eingeben."],
      ["Type the code of your app.", "Den Code der App eingeben."],
      ["Switch it off before you set up another.", "Erst abschalten, dann einen anderen einrichten."],
      ["Wait 15 minutes and sign in again.", "15 Minuten warten und neu anmelden."],
      ["Sign in at your hospital's provider.", "Über den Anmeldedienst Ihres Krankenhauses anmelden."],
      ["Sign in with e-mail and password.", "Mit E-Mail und Passwort anmelden."],
      ["Check what you typed.", "Die Eingaben prüfen."],
    ],
  },
  "too-many-tries": {
    says: "Zu viele Versuche.",
    fix: "Warten und noch einmal versuchen.",
    forms: [
      ["Wait {wait:number} seconds and try again.", "{wait} Sekunden warten und noch einmal versuchen."],
      ["Wait {wait:number} minutes and try again.", "{wait} Minuten warten und noch einmal versuchen."],
    ],
  },
  "wrong-password": {
    says: "Das ist nicht Ihr Passwort.",
    fix: "Noch einmal eingeben.",
  },
  "password-needed": {
    says: "Dafür wird Ihr Passwort noch einmal verlangt.",
    fix: "Eingeben, oder beim Anmeldedienst Ihres Krankenhauses neu anmelden; es gilt fünf Minuten.",
  },
  "factor-needed": { says: "Der zweite Faktor fehlt noch.", fix: "Den Code der App eingeben." },
  "factor-set-up-needed": {
    says: "Ihre Rolle verlangt einen zweiten Faktor.",
    fix: "Bitte erst einrichten; vorher ist nichts anderes möglich.",
  },
  "account-disabled": {
    says: "Dieses Konto ist gesperrt.",
    fix: "Die Administration gibt es in der Liste der Personen wieder frei.",
  },
  "account-known": {
    says: "Diese Person hat schon ein Konto und diese Rolle.",
    fix: "Einen neuen Link erstellen, wenn der alte verloren oder abgelaufen ist.",
  },
  "last-administrator": {
    says: "Das ist die letzte Administration, die sich anmelden kann.",
    fix: "Erst eine andere ernennen, die sich einmal anmeldet.",
  },
  "roles-changed": {
    says: "Ihre Rollen haben sich seit dem Senden geändert.",
    fix: "Die Seite neu laden.",
  },
};
