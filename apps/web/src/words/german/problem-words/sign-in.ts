import type { GermanCodes } from "./sentence-form.ts";

/** Signing in, and signing with a password. */
export const SIGN_IN: GermanCodes = {
  "not-signed-in": { says: "Niemand ist angemeldet.", fix: "Anmelden und noch einmal versuchen." },
  "sign-in-refused": {
    says: "Das wurde nicht angenommen.",
    fix: "Die Eingaben prüfen; ein Link gilt einmal und einen Tag lang, einen neuen stellt die Administration aus.",
    byValue: {
      INVALID_EMAIL_OR_PASSWORD: "E-Mail oder Passwort stimmt nicht.",
      INVALID_EMAIL: "Das ist keine gültige E-Mail-Adresse.",
      INVALID_PASSWORD: "Das Passwort stimmt nicht.",
      PASSWORD_TOO_SHORT: "Das Passwort ist zu kurz.",
      PASSWORD_TOO_LONG: "Das Passwort ist zu lang.",
      INVALID_TOKEN: "Der Link ist ungültig oder schon benutzt.",
      TOKEN_EXPIRED: "Der Link ist abgelaufen.",
      INVALID_CODE: "Der Code stimmt nicht.",
      INVALID_BACKUP_CODE: "Der Ersatzcode stimmt nicht oder ist verbraucht.",
      INVALID_TWO_FACTOR_COOKIE: "Zwischen Passwort und Code verging zu viel Zeit. Bitte neu anmelden.",
      TOTP_NOT_ENABLED: "Für dieses Konto ist kein zweiter Faktor eingerichtet.",
      TWO_FACTOR_NOT_ENABLED: "Für dieses Konto ist kein zweiter Faktor eingerichtet.",
      TOTP_ALREADY_ENABLED: "Für dieses Konto ist der zweite Faktor schon eingerichtet.",
      TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: "Zu viele Versuche. Bitte neu anmelden.",
      SESSION_EXPIRED: "Die Sitzung ist beendet. Bitte neu anmelden.",
      SESSION_NOT_FRESH: "Die Anmeldung liegt zu lange zurück. Bitte neu anmelden.",
    },
  },
  "too-many-tries": {
    says: "Zu viele Versuche.",
    fix: "Warten und noch einmal versuchen.",
    forms: [["Wait {wait:number} seconds and try again.", "{wait} Sekunden warten und noch einmal versuchen."]],
  },
  "wrong-password": {
    says: "Das ist nicht Ihr Passwort; nichts wurde unterschrieben.",
    fix: "Noch einmal eingeben.",
  },
};
