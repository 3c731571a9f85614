import { bilingual } from "../../words/words.ts";

export const SECURITY_WORDS = bilingual({
  password: ["Password", "Passwort"],
  passwordMissing: ["Type your password.", "Bitte das Passwort eingeben."],
  tooShort: [
    (n: number) => `These are ${n} letters; at least twelve are needed.`,
    (n: number) => `Das sind ${n} Zeichen; mindestens zwölf sind nötig.`,
  ],
  current: ["Present password", "Jetziges Passwort"],
  fresh: ["New password", "Neues Passwort"],
  freshHint: [
    "At least twelve characters; a sentence is easiest to remember. Other devices are signed out.",
    "Mindestens zwölf Zeichen; ein Satz merkt sich am leichtesten. Andere Geräte werden abgemeldet.",
  ],
  change: ["Change the password", "Passwort ändern"],
  changed: ["The password is changed.", "Das Passwort ist geändert."],
  second: ["Second factor", "Zweiter Faktor"],
  isOn: ["A code of your app is asked at each sign-in.", "Bei jeder Anmeldung wird ein Code Ihrer App verlangt."],
  isOff: [
    "With a second factor a stolen password opens nothing: at sign-in a code of an app on your phone is asked too.",
    "Mit zweitem Faktor öffnet ein gestohlenes Passwort nichts: Bei der Anmeldung wird auch ein Code einer App auf Ihrem Telefon verlangt.",
  ],
  on: ["On", "An"],
  off: ["Off", "Aus"],
  begin: ["Set up", "Einrichten"],
  end: ["Switch off", "Abschalten"],
  scan: [
    "Scan this with an authenticator app, or type the secret into it.",
    "Scannen Sie dies mit einer Authenticator-App, oder tippen Sie den Schlüssel dort ein.",
  ],
  qr: ["QR code for the authenticator app", "QR-Code für die Authenticator-App"],
  secret: ["Secret", "Schlüssel"],
  backup: ["Backup codes", "Ersatzcodes"],
  backupHint: [
    "Each opens once, should the phone be lost. Print them or write them down: they are not shown again.",
    "Jeder öffnet einmal, falls das Telefon verloren geht. Ausdrucken oder abschreiben: Sie werden nicht wieder gezeigt.",
  ],
  code: ["Code that the app shows now", "Code, den die App jetzt zeigt"],
  verify: ["Verify and switch on", "Prüfen und einschalten"],
  nowOn: ["The second factor is on.", "Der zweite Faktor ist an."],
  nowOff: ["The second factor is off.", "Der zweite Faktor ist aus."],
});
