import { bilingual } from "../words/words.ts";

export const STANDING_WORDS = bilingual({
  locked_visit: [
    (who: string, at: string) => `This visit was locked by ${who}, ${at}.`,
    (who: string, at: string) => `Diese Visite wurde von ${who} gesperrt, ${at}.`,
  ],
  locked_patient: [
    (who: string, at: string) => `This chart was locked by ${who}, ${at}.`,
    (who: string, at: string) => `Diese Akte wurde von ${who} gesperrt, ${at}.`,
  ],
  locked_study: [
    (who: string, at: string) => `The study at this centre was locked by ${who}, ${at}.`,
    (who: string, at: string) => `Die Studie an diesem Zentrum wurde von ${who} gesperrt, ${at}.`,
  ],
  because: [
    (reason: string) => `Reason: ${reason.replace(/\.$/, "")}.`,
    (reason: string) => `Grund: ${reason.replace(/\.$/, "")}.`,
  ],
  lockedLead: ["It can be read, not changed.", "Sie ist lesbar, nicht änderbar."],
  ask: [(who: string) => `Ask ${who} to lift the lock`, (who: string) => `${who} bitten, die Sperre aufzuheben`],
  askManager: [
    "A data manager of the centre can lift the lock.",
    "Das Datenmanagement des Zentrums kann die Sperre aufheben.",
  ],
  mailSubject: [
    (child: string) => `Osteon: please lift the lock of ${child}`,
    (child: string) => `Osteon: bitte Sperre aufheben, ${child}`,
  ],
  signed: [
    (who: string, at: string, meaning: string) => `Signed by ${who}, ${at}: ${meaning}.`,
    (who: string, at: string, meaning: string) => `Unterschrieben von ${who}, ${at}: ${meaning}.`,
  ],
  signedLead: ["A change voids the signature.", "Eine Änderung hebt die Unterschrift auf."],
  unseal: ["Change it all the same", "Trotzdem ändern"],
  unsealed: ["The signature is void as soon as you save.", "Die Unterschrift gilt nicht mehr, sobald Sie speichern."],
  beside: ["What you typed before it was locked", "Was Sie vor der Sperre eingegeben haben"],
  besideLead: [
    "It was not saved. The form shows what the registry holds.",
    "Es wurde nicht gespeichert. Das Formular zeigt, was im Register steht.",
  ],
  typed: ["You typed", "Ihre Eingabe"],
  stored: ["In the registry", "Im Register"],
  discard: ["Discard what I typed", "Meine Eingabe verwerfen"],
});
