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
    "All sessions end at once and the account cannot sign in any more, until it is enabled again. What was written and signed stays.",
    "Alle Sitzungen enden sofort, und das Konto kann sich nicht mehr anmelden, bis es wieder freigegeben wird. Geschriebenes und Unterschriebenes bleibt.",
  ],
  enable: ["Enable again", "Wieder freigeben"],
  enablePerson: [(name: string) => `Enable again: ${name}`, (name: string) => `Wieder freigeben: ${name}`],
  enableSays: [
    "The account can sign in again, with its password, its second factor and the roles it has.",
    "Das Konto kann sich wieder anmelden, mit Passwort, zweitem Faktor und den Rollen, die es hat.",
  ],
  newLink: ["Make a new link", "Neuer Link"],
  newLinkFor: [(name: string) => `Make a new link: ${name}`, (name: string) => `Neuer Link: ${name}`],
  newLinkSays: [
    "The link before ends. Whoever opens the new one sets the password, and every session of the person ends; a second factor stays. The person is told who made it, and so is whoever reads a signature made with that password.",
    "Der Link davor endet. Wer den neuen öffnet, setzt das Passwort, und alle Sitzungen der Person enden; ein zweiter Faktor bleibt. Die Person erfährt, wer ihn erstellt hat, ebenso wer eine Unterschrift mit diesem Passwort liest.",
  ],
  linkMade: [(name: string) => `A link for ${name}.`, (name: string) => `Ein Link für ${name}.`],
  known: [
    (name: string) => `${name} has an account and this role already. If the link is lost or ran out, make a new one.`,
    (name: string) =>
      `${name} hat schon ein Konto und diese Rolle. Ist der Link verloren oder abgelaufen, hilft ein neuer.`,
  ],
  takeOff: ["Take off the second factor", "Zweiten Faktor entfernen"],
  takeOffOf: [
    (name: string) => `Take off the second factor: ${name}`,
    (name: string) => `Zweiten Faktor entfernen: ${name}`,
  ],
  takeOffSays: [
    "For a lost phone. Every session of the person ends; the next sign-in asks for the password alone, and the person sets up a new second factor. Make sure that it is the person who asks.",
    "Für ein verlorenes Telefon. Alle Sitzungen der Person enden; die nächste Anmeldung verlangt nur das Passwort, und die Person richtet einen neuen zweiten Faktor ein. Vergewissern Sie sich, dass es die Person selbst ist.",
  ],
  rename: ["Rename", "Umbenennen"],
  renamePerson: [(name: string) => `Rename ${name}`, (name: string) => `Umbenennen: ${name}`],
  renameSays: [
    "Signatures from now on print the new name; what was signed keeps the old one.",
    "Unterschriften tragen von nun an den neuen Namen; Unterschriebenes behält den alten.",
  ],
  count: [
    (n: number) => `${n} ${n === 1 ? "person" : "people"}`,
    (n: number) => `${n} ${n === 1 ? "Person" : "Personen"}`,
  ],
  none: ["Nobody fits.", "Niemand passt dazu."],
});
