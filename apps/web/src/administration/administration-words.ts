import { bilingual } from "../words/words.ts";

/** Words that several tabs share, and those of the small ones. */
export const ADMINISTRATION_WORDS = bilingual({
  title: ["Administration", "Verwaltung"],
  parts: ["Parts of the administration", "Bereiche der Verwaltung"],
  people: ["People", "Personen"],
  centres: ["Centres", "Zentren"],
  locks: ["Locks", "Sperren"],
  security: ["Your sign-in", "Ihre Anmeldung"],
  signIn: ["Sign-in methods", "Anmeldewege"],
  backups: ["Backups", "Sicherungen"],
  reason: ["Reason", "Grund"],
  reasonHint: ["The trail keeps it.", "Er bleibt im Änderungsprotokoll."],
  cancel: ["Cancel", "Abbrechen"],
  copy: ["Copy", "Kopieren"],
  copied: ["Copied", "Kopiert"],
  name: ["Name", "Name"],
  email: ["E-mail", "E-Mail"],
  centre: ["Centre", "Zentrum"],
  role: ["Role", "Rolle"],
  addCentre: ["Add a centre", "Zentrum hinzufügen"],
  centreName: ["Name of the centre", "Name des Zentrums"],
  centreSays: ["What must be said of its charts", "Was zu seinen Akten zu sagen ist"],
  centreSaysHint: [
    "Stands on everything made from them, such as that the children are invented. Usually empty.",
    "Steht auf allem, was daraus entsteht, etwa dass die Kinder erfunden sind. Meist leer.",
  ],
  noCentres: ["There is no centre yet.", "Es gibt noch kein Zentrum."],
  method: ["Method", "Weg"],
  state: ["State", "Stand"],
  byPassword: ["Password", "Passwort"],
  byPasswordOn: [
    (n: number) => `on, at least ${n} letters; set by a one-time link that an administrator makes`,
    (n: number) => `an, mindestens ${n} Zeichen; gesetzt über einen Einmal-Link aus der Verwaltung`,
  ],
  secondFactor: ["Second factor (TOTP)", "Zweiter Faktor (TOTP)"],
  secondFactorOn: [
    (n: number, of: number) => `offered to everyone; ${n} of ${of} use it`,
    (n: number, of: number) => `für alle angeboten; ${n} von ${of} nutzen ihn`,
  ],
  provider: ["OpenID Connect", "OpenID Connect"],
  providerOn: [
    (ids: string) => `on: ${ids}; it lets in those who were invited`,
    (ids: string) => `an: ${ids}; er lässt Eingeladene ein`,
  ],
  providerOff: [
    "off; set OSTEON_OIDC_DISCOVERY, OSTEON_OIDC_CLIENT and OSTEON_OIDC_SECRET where the server starts",
    "aus; dafür OSTEON_OIDC_DISCOVERY, OSTEON_OIDC_CLIENT und OSTEON_OIDC_SECRET beim Start des Servers setzen",
  ],
});
