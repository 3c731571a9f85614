import { bilingual } from "../../words/words.ts";

export const TOKENS_WORDS = bilingual({
  own: ["Personal tokens", "Persönliche Tokens"],
  everybodys: ["Personal tokens of everybody", "Persönliche Tokens aller"],
  lead: [
    "With a token a program of yours, in Python or R, reads the charts of one centre. It reads what you may read there at that moment, without children who stay out of studies, and writes nothing.",
    "Mit einem Token liest ein Programm von Ihnen, in Python oder R, die Akten eines Zentrums. Es liest, was Sie dort zu der Zeit lesen dürfen, ohne Kinder, deren Daten in keine Studie eingehen, und schreibt nichts.",
  ],
  everybodysLead: [
    "Programs of these people read charts by them. Withdraw a token that nobody uses, or that somebody else may have seen.",
    "Mit ihnen lesen Programme dieser Personen die Akten. Ziehen Sie ein Token zurück, das niemand benutzt oder das jemand anderes gesehen haben kann.",
  ],
  addresses: ["What a program can ask", "Was ein Programm fragen kann"],
  none: ["There is no token.", "Es gibt kein Token."],
  make: ["Make a token", "Token erzeugen"],
  name: ["Name", "Name"],
  nameHint: ["What it is for, such as: follow-up script in R.", "Wofür es ist, etwa: Verlaufsskript in R."],
  nameMissing: ["Say what it is for.", "Bitte sagen, wofür es ist."],
  centre: ["Centre", "Zentrum"],
  person: ["Person", "Person"],
  lasts: ["Good for", "Gilt"],
  days: [(n: number) => `${n} days`, (n: number) => `${n} Tage`],
  year: ["a year", "ein Jahr"],
  neverUsed: [(made: string) => `made ${made}, never used`, (made: string) => `erzeugt ${made}, nie benutzt`],
  used: [
    (made: string, used: string) => `made ${made}, last used ${used}`,
    (made: string, used: string) => `erzeugt ${made}, zuletzt benutzt ${used}`,
  ],
  state: ["State", "Stand"],
  good: [(day: string) => `good until ${day}`, (day: string) => `gilt bis ${day}`],
  ended: [(day: string) => `ended ${day}`, (day: string) => `abgelaufen ${day}`],
  withdrawn: [
    (day: string, by: string) => `withdrawn ${day}, ${by}`,
    (day: string, by: string) => `zurückgezogen ${day}, ${by}`,
  ],
  actions: ["Actions", "Aktionen"],
  withdraw: ["Withdraw", "Zurückziehen"],
  withdrawIt: [(name: string) => `Withdraw the token ${name}`, (name: string) => `Token ${name} zurückziehen`],
  withdrawSays: [
    (person: string, name: string) =>
      `The program of ${person} that uses ${name} can read nothing more, at once and for good.`,
    (person: string, name: string) =>
      `Das Programm von ${person}, das ${name} benutzt, kann sofort und endgültig nichts mehr lesen.`,
  ],
  cancel: ["Cancel", "Abbrechen"],
  isMade: [(name: string) => `The token ${name} is made.`, (name: string) => `Das Token ${name} ist erzeugt.`],
  secret: ["Token", "Token"],
  secretHint: [
    "It is not shown again. Keep it where passwords are kept, never in a script or an e-mail: whoever has it reads what you may read at this centre.",
    "Es wird nicht wieder gezeigt. Bewahren Sie es auf wie ein Passwort, nie in einem Skript oder einer E-Mail: Wer es hat, liest, was Sie an diesem Zentrum lesen dürfen.",
  ],
  done: ["Done", "Fertig"],
});
