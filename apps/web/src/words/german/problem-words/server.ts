import type { GermanCodes } from "./sentence-form.ts";

const CHECK_PSEUDONYM = "Das Pseudonym prüfen.";
const ASK_ADMINISTRATOR = "An die Administration wenden.";
const ASK_MANAGER = "An das Datenmanagement Ihres Zentrums wenden.";
const ROUTES = "/api/openapi.json zeigt, was es gibt.";

/** What the server says of requests. */
export const SERVER: GermanCodes = {
  "unreadable-reason": {
    says: "Der Grund braucht sichtbare Buchstaben oder Ziffern, höchstens 500 Zeichen.",
    fix: "In Worten sagen, warum der Eintrag geändert wird.",
  },
  "unreadable-text": {
    says: "Ein Text enthält einen halben Buchstaben (ein einzelnes Surrogat).",
    fix: "Den Text neu tippen und noch einmal senden.",
  },
  "token-refused": {
    says: "Dieses persönliche Token gilt nicht: Es ist abgelaufen oder zurückgezogen, seine Person darf an seinem Zentrum nicht mehr lesen, oder es ist vertippt.",
    fix: "Die eigenen Tokens stehen auf den Seiten des Registers unter „Ihre Anmeldung“; dort ein neues erzeugen.",
  },
  "token-reads-only": {
    says: "Mit einem persönlichen Token wird nichts geschrieben.",
    fix: "Zum Schreiben an den Seiten des Registers anmelden.",
  },
  "token-not-here": {
    says: "Diese Adresse ist für persönliche Tokens nicht offen.",
    fix: "Welche es sind, steht unter /api/docs.",
  },
  "token-in-address": {
    says: "In der Adresse steht ein persönliches Token, wo andere es lesen können.",
    fix: "Es zurückziehen, ein neues erzeugen und dieses als `Authorization: Bearer` senden.",
  },
  "no-token-sent": {
    says: "Es wurde kein persönliches Token gesendet.",
    fix: "Es als `Authorization: Bearer` senden.",
  },
  "too-many-tokens": {
    says: "Sie haben zwanzig persönliche Tokens, die gelten.",
    fix: "Eines zurückziehen, das kein Programm mehr braucht.",
  },
  "token-ends": {
    says: "Ein Token endet frühestens heute und spätestens in einem Jahr.",
    fix: "Einen anderen Tag wählen.",
  },
  "still-referred-to": {
    says: "Andere Zeilen verweisen noch auf diese, oder eine Identität, eine bestehende Sperre oder eine Lesung.",
    fix: "Diese zuerst löschen; eine Identität wird gelöscht, eine Sperre aufgehoben. Auch Zeilen von Tabellen, die Ihrer Rolle vorenthalten sind, können darunter sein.",
  },
  "identity-key-missing": {
    says: "Der Schlüssel, mit dem diese Identität versiegelt ist, liegt nicht auf dem Server.",
    fix: "Wer das Register betreibt, bringt den Schlüsselordner zurück.",
  },
  "not-allowed": {
    says: "Ihre Rolle erlaubt das hier nicht.",
    fix: "Die Administration fragen, ob sie es sollte.",
    forms: [
      ["Only an administrator may do this.", "Das darf nur die Administration."],
      ["Only an administrator says this.", "Das sagt nur die Administration."],
      [
        "You may delete own drafts that nobody else wrote in, and own lesions; not all of these rows are.",
        "Löschen dürfen Sie eigene Entwürfe, in die niemand sonst schrieb, und eigene Läsionen; nicht alle diese Zeilen sind das.",
      ],
      [
        "Ask an investigator or the data manager of the centre.",
        "Prüfärztin, Prüfarzt oder Datenmanagement des Zentrums bitten.",
      ],
      ["Your role does not allow exports.", "Ihre Rolle erlaubt keine Exporte."],
      ["Your role does not allow running studies.", "Ihre Rolle erlaubt es nicht, Studien zu rechnen."],
      ["Ask an administrator.", ASK_ADMINISTRATOR],
      ["Ask the data manager of your centre.", ASK_MANAGER],
    ],
  },
  "foreign-origin": {
    says: "Die Anfrage kommt von der Seite einer anderen Adresse.",
    fix: "Die Seiten des Registers selbst benutzen.",
    forms: [["Use the pages at {address}.", "Die Seiten unter {address} benutzen."]],
  },
  "not-found": {
    says: "Das gibt es nicht, oder Sie dürfen es nicht sehen.",
    fix: "Die Nummer prüfen, und ob Ihre Rolle es erlaubt.",
    forms: [
      ["There is no such child that you may see.", "Ein solches Kind gibt es nicht, oder Sie dürfen es nicht sehen."],
      ["There is no such row that you may see.", "Eine solche Zeile gibt es nicht, oder Sie dürfen sie nicht sehen."],
      ["There is no such run that you may see.", "Einen solchen Lauf gibt es nicht, oder Sie dürfen ihn nicht sehen."],
      ["There is no identity that you may see.", "Es gibt keine Identität, die Sie sehen dürfen."],
      ["There is no identity that you may erase.", "Es gibt keine Identität, die Sie löschen dürfen."],
      ["There is no such file in this run.", "Eine solche Datei hat dieser Lauf nicht."],
      ["There is no such lock that you may lift.", "Es gibt keine solche Sperre, die Sie aufheben dürfen."],
      ["There is no such role that you may end.", "Es gibt keine solche Rolle, die Sie beenden dürfen."],
      ["The run has no such number.", "Diese Zahl hat der Lauf nicht."],
      ["The run has no such chart.", "Dieses Diagramm hat der Lauf nicht."],
      ["The study has no such analysis.", "Diese Auswertung hat die Studie nicht."],
      ["There is no such thing that you may do this to.", "Es gibt nichts, womit Sie das tun dürfen."],
      ["Check the pseudonym.", CHECK_PSEUDONYM],
      ["Check the number.", "Die Nummer prüfen."],
      ["Ask the study nurse of the centre.", "Die Studienassistenz des Zentrums fragen."],
      ["Read the chart again.", "Die Akte neu laden."],
      ["Read the list again.", "Die Liste neu laden."],
      ["See /api/runs.", "/api/runs zeigt die Läufe."],
      ["See its results.json.", "Die results.json des Laufs zeigt, was es gibt."],
      ["See the run's state first.", "Zuerst den Stand des Laufs ansehen."],
      ["Start the sensitivity analysis first.", "Zuerst die Sensitivitätsanalyse starten."],
    ],
  },
  "no-such-route": { says: "Unter dieser Adresse gibt es nichts.", fix: ROUTES },
  "too-large": {
    says: "Die Anfrage ist zu groß.",
    fix: "Weniger auf einmal senden.",
    forms: [
      ["The file has more than {size} MB.", "Die Datei hat mehr als {size} MB."],
      [
        "Send fewer children at once, or one table at a time.",
        "Weniger Kinder auf einmal senden, oder die Tabellen einzeln.",
      ],
    ],
  },
  "invalid-request": {
    says: "Die Anfrage ist nicht das, was hier erwartet wird.",
    fix: ROUTES,
    forms: [
      ["One CSV file is one table.", "Eine CSV-Datei ist eine Tabelle."],
      ["Name it, as ?table=laboratory.", "Die Tabelle nennen, etwa ?table=laboratory."],
      ["See /api/openapi.json for what it expects.", "/api/openapi.json zeigt, was erwartet wird."],
      ["{message}", "Die Anfrage ist hier nicht das, was erwartet wird: {column}."],
    ],
  },
  "unreadable-request": {
    says: "Die Anfrage lässt sich nicht lesen.",
    fix: ROUTES,
    forms: [
      ["The body is no file.", "Es wurde keine Datei gesendet."],
      ["Send {kinds:either}.", "{kinds} senden."],
    ],
  },
  "unreadable-address": { says: "Die Adresse lässt sich nicht lesen.", fix: "Die Adresse prüfen." },
  "unreadable-header": {
    says: "Eine Kopfzeile der Anfrage lässt sich nicht lesen.",
    fix: "Die Anfrage neu stellen.",
    forms: [
      ["X-Reason is not percent-encoded UTF-8.", "X-Reason ist kein prozentkodiertes UTF-8."],
      ["Encode it with encodeURIComponent.", "Mit encodeURIComponent kodieren."],
      ["Idempotency-Key has 8 to 128 letters.", "Ein Idempotency-Key hat 8 bis 128 Zeichen."],
      ["Send a random UUID.", "Eine zufällige UUID senden."],
    ],
  },
  "one-file-at-a-time": {
    says: "Eine andere Datei von Ihnen wird gerade gelesen.",
    fix: "Warten, bis sie fertig ist, und diese dann senden.",
  },
  "too-many-requests": {
    says: "Von Ihnen sind gerade zu viele Anfragen unterwegs.",
    fix: "Einen Moment warten und noch einmal versuchen.",
    forms: [
      ["{runs:number} of your runs are under way.", "Von Ihnen sind {runs} Läufe unterwegs."],
      ["Wait until one of them has ended.", "Warten, bis einer davon zu Ende ist."],
    ],
  },
  "too-slow": {
    says: "Die Datei kam zu langsam und wurde abgebrochen.",
    fix: "Noch einmal über eine bessere Leitung senden.",
  },
  busy: {
    says: "Hier wird gerade lange geschrieben, etwa bei einem Import; nichts wurde geschrieben.",
    fix: "In einem Moment noch einmal versuchen.",
  },
  "unreadable-value": {
    says: "Ein Wert lässt sich nicht speichern.",
    fix: "Auf Steuerzeichen sowie auf Zahlen und Daten außerhalb des Möglichen prüfen.",
  },
  "key-used": {
    says: "Dieser Idempotency-Key wurde schon mit einer anderen Anfrage gesendet.",
    fix: "Mit einer neuen Anfrage einen neuen Schlüssel senden.",
  },
  "version-needed": {
    says: "Die Anfrage sagt nicht, welche Fassung sie ändert.",
    fix: "Das ETag der Zeile als If-Match senden, etwa „7“.",
  },
  "not-ready": {
    says: "Der Lauf ist noch nicht gut beendet.",
    fix: "Zuerst den Stand des Laufs ansehen.",
  },
  "older-run": {
    says: "Dieser Lauf stammt von einer älteren Version.",
    fix: "Die Studie noch einmal rechnen.",
  },
  "internal-error": {
    says: "Osteon ist gescheitert; das ist ein Fehler des Programms.",
    fix: "Bitte melden.",
    forms: [["Report it with the number {number}.", "Bitte mit der Nummer {number} melden."]],
  },
  "database-away": {
    says: "Das Register erreicht seine Datenbank nicht.",
    fix: "Gleich noch einmal versuchen; was bestätigt wurde, ist sicher.",
    forms: [
      ["The database does not answer.", "Die Datenbank antwortet nicht."],
      ["Look at its log.", "In ihr Protokoll sehen."],
    ],
  },
  "disk-full": {
    says: "Auf der Platte des Registers ist kein Platz mehr. Nichts wurde geschrieben.",
    fix: "Die Administration bitten, Platz zu schaffen, dann noch einmal versuchen.",
  },
};
