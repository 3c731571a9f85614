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
  again: [
    "Your session has ended. Sign in again: what you typed is still here.",
    "Ihre Sitzung ist beendet. Melden Sie sich wieder an: Ihre Eingaben sind noch da.",
  ],
  endedTitle: ["Sign in again", "Wieder anmelden"],
  welcome: ["Welcome to Osteon", "Willkommen bei Osteon"],
  choose: [
    "Choose a password of at least twelve letters; a sentence is easiest to remember.",
    "Wählen Sie ein Passwort mit mindestens zwölf Zeichen; ein Satz merkt sich am leichtesten.",
  ],
  setPassword: ["Set password", "Passwort setzen"],
  by: [(provider: string) => `Sign in with ${provider}`, (provider: string) => `Anmelden mit ${provider}`],
  noLink: [
    "This address lacks the key of the invitation. Open the whole link, or ask an administrator for a new one.",
    "Dieser Adresse fehlt der Schlüssel der Einladung. Öffnen Sie den ganzen Link oder bitten Sie die Verwaltung um einen neuen.",
  ],
  done: [
    "Done. Sign in with your e-mail and the new password.",
    "Fertig. Melden Sie sich mit E-Mail und neuem Passwort an.",
  ],
});
