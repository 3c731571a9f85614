import { bilingual } from "../words/words.ts";

export const SIGN_IN_WORDS = bilingual({
  title: ["Sign in", "Anmelden"],
  lead: [
    "The registry of chronic nonbacterial osteomyelitis",
    "Das Register der chronischen nichtbakteriellen Osteomyelitis",
  ],
  email: ["E-mail", "E-Mail"],
  password: ["Password", "Passwort"],
  signIn: ["Sign in", "Anmelden"],
  code: ["Code of your authenticator app", "Code Ihrer Authenticator-App"],
  codeHint: ["Six digits, or one of your backup codes.", "Sechs Ziffern oder einer Ihrer Ersatzcodes."],
  verify: ["Verify", "Prüfen"],
  emailMissing: ["Type your e-mail address.", "Bitte die E-Mail-Adresse eingeben."],
  passwordMissing: ["Type your password.", "Bitte das Passwort eingeben."],
  codeMissing: ["Type the code.", "Bitte den Code eingeben."],
  tooShort: [
    (n: number) => `These are ${n} letters; at least twelve are needed.`,
    (n: number) => `Das sind ${n} Zeichen; mindestens zwölf sind nötig.`,
  ],
  providerUnverified: [
    "Your hospital told no verified address that has an account here. Ask for an invitation.",
    "Ihr Krankenhaus hat keine bestätigte Adresse mitgeteilt, zu der es hier ein Konto gibt. Bitten Sie um eine Einladung.",
  ],
  providerOther: [
    "Somebody else of the hospital signs in to this account already.",
    "Zu diesem Konto meldet sich vom Krankenhaus schon jemand anderes an.",
  ],
  providerUnknown: [
    "Your address has no account here. Ask for an invitation.",
    "Zu Ihrer Adresse gibt es hier kein Konto. Bitten Sie um eine Einladung.",
  ],
  accountDisabled: ["Your account is disabled.", "Ihr Konto ist gesperrt."],
  providerFailed: [
    "The sign-in at your hospital's provider did not work.",
    "Die Anmeldung beim Anmeldedienst Ihres Krankenhauses hat nicht geklappt.",
  ],
  anew: ["Back to e-mail and password", "Zurück zu E-Mail und Passwort"],
  administrator: ["the administrator of your registry", "die Administration Ihres Registers"],
  trouble: [
    (whom: string) => `Password forgotten, phone lost, link run out? Ask ${whom}.`,
    (whom: string) => `Passwort vergessen, Telefon verloren, Link abgelaufen? Hilfe gibt: ${whom}.`,
  ],
  language: ["Language", "Sprache"],
  toSignIn: ["To the sign-in", "Zur Anmeldung"],
  welcomeTo: [
    (name: string, email: string) => `${name}, you will sign in as ${email}.`,
    (name: string, email: string) => `${name}, Sie melden sich an als ${email}.`,
  ],
  proofTitle: ["Is it you?", "Sind Sie es?"],
  proof: [
    "For this your password is asked again. It is good for five minutes.",
    "Dafür wird Ihr Passwort noch einmal verlangt. Es gilt dann fünf Minuten.",
  ],
  proofAtProvider: [
    "For this sign in again at your hospital's provider, then repeat the step. It is good for five minutes.",
    "Melden Sie sich dafür beim Anmeldedienst Ihres Krankenhauses neu an und wiederholen Sie den Schritt. Es gilt dann fünf Minuten.",
  ],
  goOn: ["Go on", "Weiter"],
  codeTitle: ["Second factor", "Zweiter Faktor"],
  setUpTitle: ["Set up a second factor", "Zweiten Faktor einrichten"],
  setUp: [
    "Your role needs a second factor: an app on your phone that shows a code. Nothing else is possible before it is set up.",
    "Ihre Rolle verlangt einen zweiten Faktor: eine App auf Ihrem Telefon, die einen Code zeigt. Vorher ist nichts anderes möglich.",
  ],
  signOut: ["Sign out", "Abmelden"],
  linkUsed: [
    (by: string, day: string) =>
      `Your password was set on ${day} through a link that ${by} made. If that was not you, tell the data manager of your centre and ask for a new link.`,
    (by: string, day: string) =>
      `Ihr Passwort wurde am ${day} über einen Link gesetzt, den ${by} erstellt hat. Waren Sie das nicht, sagen Sie es dem Datenmanagement Ihres Zentrums und verlangen Sie einen neuen Link.`,
  ],
  wasMe: ["That was me", "Das war ich"],
  again: [
    "Your session has ended. Sign in again: what you typed is still here.",
    "Ihre Sitzung ist beendet. Melden Sie sich wieder an: Ihre Eingaben sind noch da.",
  ],
  endedTitle: ["Sign in again", "Wieder anmelden"],
  welcome: ["Welcome to Osteon", "Willkommen bei Osteon"],
  choose: [
    "Choose a password of at least twelve characters; a sentence is easiest to remember.",
    "Wählen Sie ein Passwort mit mindestens zwölf Zeichen; ein Satz merkt sich am leichtesten.",
  ],
  setPassword: ["Set password", "Passwort setzen"],
  by: [(provider: string) => `Sign in with ${provider}`, (provider: string) => `Anmelden mit ${provider}`],
  noLink: [
    "This address lacks the key of the invitation. Open the whole link, or ask an administrator for a new one.",
    "Dieser Adresse fehlt der Schlüssel der Einladung. Öffnen Sie den ganzen Link oder bitten Sie die Verwaltung um einen neuen.",
  ],
  done: ["The password is set. Sign in with it.", "Das Passwort ist gesetzt. Melden Sie sich damit an."],
});
