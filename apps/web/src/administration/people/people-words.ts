import { bilingual } from "../../words/words.ts";

export const PEOPLE_WORDS = bilingual({
  invite: ["Invite a person", "Person einladen"],
  inviteAct: ["Make the link", "Link erstellen"],
  nameHint: ["As it is to stand on signatures.", "Wie er auf Unterschriften stehen soll."],
  link: ["One-time link", "Einmal-Link"],
  linkHint: [
    "It is good once, for a day, and is not shown again. Give it to this person alone: whoever opens it sets the password.",
    "Er gilt einmal, einen Tag lang, und wird nicht wieder gezeigt. Nur dieser Person geben: Wer ihn öffnet, setzt das Passwort.",
  ],
  invited: [(name: string) => `${name} is invited.`, (name: string) => `${name} ist eingeladen.`],
  close: ["Done", "Fertig"],
  search: ["Name or e-mail", "Name oder E-Mail"],
  roles: ["Roles", "Rollen"],
  waysIn: ["Signs in by", "Anmeldung mit"],
  password: ["password", "Passwort"],
  provider: ["OpenID Connect", "OpenID Connect"],
  secondFactor: ["second factor", "zweitem Faktor"],
  notYet: ["no password yet", "noch kein Passwort"],
  lastSignIn: ["Last sign-in", "Letzte Anmeldung"],
  never: ["never", "nie"],
  actions: ["Actions", "Aktionen"],
  disabled: [(day: string) => `disabled ${day}`, (day: string) => `gesperrt seit ${day}`],
  you: ["you", "Sie"],
  giveRole: ["Give a role", "Rolle geben"],
  giveRoleTo: [(name: string) => `Give a role: ${name}`, (name: string) => `Rolle geben: ${name}`],
  endRole: ["End", "Beenden"],
  endRoleOf: [
    (role: string, name: string) => `End the role ${role} of ${name}`,
    (role: string, name: string) => `Beenden: Rolle ${role} von ${name}`,
  ],
  endRoleSays: [
    "The person loses what this role allows, from the next click on. What was written stays.",
    "Die Person verliert ab dem nächsten Klick, was diese Rolle erlaubt. Geschriebenes bleibt.",
  ],
  disable: ["Disable", "Sperren"],
  disablePerson: [(name: string) => `Disable ${name}`, (name: string) => `Sperren: ${name}`],
  disableSays: [
    "All sessions end at once and the account cannot sign in any more. What was written and signed stays. This cannot be undone here.",
    "Alle Sitzungen enden sofort, und das Konto kann sich nicht mehr anmelden. Geschriebenes und Unterschriebenes bleibt. Hier lässt sich das nicht zurücknehmen.",
  ],
  count: [
    (n: number) => `${n} ${n === 1 ? "person" : "people"}`,
    (n: number) => `${n} ${n === 1 ? "Person" : "Personen"}`,
  ],
  none: ["Nobody fits.", "Niemand passt dazu."],
});
