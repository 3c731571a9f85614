import type { GermanCodes } from "./sentence-form.ts";

const FREEZE_AGAIN = "Die Akten neu einfrieren.";

/** What a study says of its freeze and its protocol. */
export const STUDIES: GermanCodes = {
  "no-such-study": {
    says: "Eine solche Studie gibt es nicht.",
    fix: "Eine der Studien nennen, die das Register rechnet.",
  },
  "run-failed": {
    says: "Die Studie ließ sich mit diesen Akten nicht rechnen: Etwas an der Studie oder an Osteon ist falsch, nicht an den Akten.",
    fix: "Wer das Register betreibt, findet unter der Nummer des Laufs im Protokoll des Servers, woran es lag.",
  },
  "later-than-today": {
    says: "Dieser Tag ist noch nicht zu Ende.",
    fix: "Einen früheren Tag nennen oder keinen.",
  },
  "run-kept": { says: "Dieser Lauf wird aufgehoben.", fix: "Ihn zuerst freigeben." },
  "run-under-way": { says: "Dieser Lauf ist noch nicht zu Ende.", fix: "Warten, bis er zu Ende ist." },
  "other-study": { says: "Das sind Läufe zweier Studien.", fix: "Läufe einer Studie vergleichen." },
  "study-unreadable": {
    says: "Diese Studie des Servers lässt sich nicht lesen.",
    fix: "Wer das Register betreibt, schreibt sie neu fest.",
  },
  "study-with-problems": { says: "An dieser Studie stimmt etwas nicht.", fix: "Sie zuerst ansehen." },
  "no-lock": {
    says: "Das ist keine festgeschriebene Studie dieser Fassung von Osteon.",
    fix: "Die study.lock.json bringen, wie osteon study lock sie schreibt.",
    forms: [
      [
        "Looking at it was stopped: it took more than {seconds:number} seconds.",
        "Das Ansehen wurde abgebrochen: Es dauerte mehr als {seconds} Sekunden.",
      ],
      [
        "Looking at it was stopped: it took more than the memory there is for one.",
        "Das Ansehen wurde abgebrochen: Es brauchte mehr Speicher, als es für eine Studie gibt.",
      ],
    ],
  },
  "run-cut": { says: "Der Server endete, während die Studie lief.", fix: "Die Studie noch einmal rechnen." },
  "freeze-not-written": {
    says: "Der Ordner des Freeze ist schon belegt oder nicht beschreibbar.",
    fix: "Einen Ordner nennen, den es noch nicht gibt und in den Sie schreiben dürfen.",
  },
  "freeze-unreadable": {
    says: "Es gibt kein lesbares Manifest.",
    fix: "Den Ordner eines Freeze nennen oder die Akten neu einfrieren.",
  },
  "freeze-format": {
    says: "Der Freeze hat ein Format, das diese Version nicht liest.",
    fix: "Die Akten mit dieser Version neu einfrieren oder die Version benutzen, die ihn schrieb.",
    forms: [
      [
        "Its format is {format}; this version reads {known}.",
        "Das Format des Freeze ist {format}; diese Version liest {known}.",
      ],
    ],
  },
  "freeze-changed": {
    says: "Eine Datei des Freeze fehlt oder ist nicht die, die das Manifest nennt.",
    fix: `Ein Freeze wird nie bearbeitet: Den Ordner aus seiner Kopie wiederherstellen. Sonst: ${FREEZE_AGAIN}`,
  },
  "freeze-codebook-differs": {
    says: "Der Freeze wurde mit einem anderen Codebuch gemacht.",
    fix: `Fehlt einem Modell oder einer Auswertung eine Spalte: ${FREEZE_AGAIN}`,
    forms: [
      [
        "The freeze was made with another codebook (Osteon {version}).",
        "Der Freeze wurde mit einem anderen Codebuch gemacht (Osteon {version}).",
      ],
    ],
  },
  "time-points-overlap": {
    says: "Zwei Zeitpunkte haben gemeinsame Tage.",
    fix: "Ein Fenster enden lassen, wo das nächste beginnt.",
    forms: [
      [
        "{one} and {other}: windows share days {first:number}..{last:number}",
        "{one} und {other}: Die Fenster haben die Tage {first} bis {last} gemeinsam.",
      ],
    ],
  },
  "window-empty": {
    says: "Ein Fenster endet, bevor es beginnt.",
    fix: "Die beiden Tage tauschen.",
    forms: [
      [
        "{name}: window {first:number}..{last:number} ends before it starts",
        "{name}: Das Fenster {first} bis {last} endet, bevor es beginnt.",
      ],
      [
        "window {first:number}..{last:number} ends before it starts",
        "Das Fenster {first} bis {last} endet, bevor es beginnt.",
      ],
    ],
  },
  "target-outside-window": {
    says: "Der Zieltag eines Zeitpunkts liegt nicht in seinem Fenster.",
    fix: "Das Ziel oder das Fenster verschieben.",
    forms: [
      [
        "{name}: target {day:number} is not in {first:number}..{last:number}",
        "{name}: Der Zieltag {day} liegt nicht in {first} bis {last}.",
      ],
      [
        "target {day:number} is not in {first:number}..{last:number}",
        "Der Zieltag {day} liegt nicht in {first} bis {last}.",
      ],
    ],
  },
  "sentence-disagrees": {
    says: "Der Satz eines Zeitpunkts nennt einen Tag seines Fensters nicht.",
    fix: "Den Satz oder das Fenster berichtigen.",
    forms: [["the sentence does not mention day {days:either}", "Der Satz nennt Tag {days} nicht."]],
  },
  "not-collected": {
    says: "Die Studie liest, was das Codebuch der Akten noch nicht hatte: Damals nicht erhoben.",
    fix: "Was darauf beruht, als nicht erhoben lesen, nicht als unbekannt.",
  },
  "level-not-named": {
    says: "Eine Spalte hat einen Wert, den die Auswertung nicht nennt; er zählt als „other“.",
    fix: "Den Wert unter den Stufen nennen oder seine Zeilen auslassen.",
  },
  "unknown-model": {
    says: "Eine Auswertung zählt Zeilen, die kein Modell macht.",
    fix: "Ein vorhandenes Modell nennen.",
  },
  "model-does-not-bind": {
    says: "Ein Modell nennt eine Tabelle oder Spalte, die es nicht gibt.",
    fix: "Vorhandene Tabellen und Spalten nennen.",
  },
  "model-takes-too-much": {
    says: "Ein Modell wurde abgebrochen: Auf Akten von niemandem braucht es mehr Sekunden oder Speicher, als es gibt.",
    fix: "Über die Schlüssel beider Seiten verbinden, sodass ein Modell nicht mehr Zeilen hat, als seine erste Zeile sagt.",
  },
  "unknown-column-of-model": {
    says: "Eine Auswertung nennt eine Spalte, die ihre Tabelle nicht hat.",
    fix: "Eine vorhandene Spalte nennen.",
  },
  "unknown-format": {
    says: "Der Bericht nennt eine Schreibweise, die es nicht gibt.",
    fix: "Eine vorhandene Schreibweise nennen.",
  },
  "unknown-states": {
    says: "Der Bericht nennt Zustände, die er nicht aufzählt.",
    fix: "Vorhandene Zustände nennen.",
  },
  "unknown-analysis": {
    says: "Der Bericht zeigt eine Auswertung, die das Protokoll nicht hat.",
    fix: "Eine vorhandene Auswertung nennen.",
  },
  "shown-twice": {
    says: "Zwei Tabellen oder Abbildungen des Berichts heißen gleich.",
    fix: "Einer von beiden einen anderen Namen geben.",
  },
  "grain-broken": {
    says: "Zwei Zeilen eines Modells sind nach seiner ersten Zeile dieselbe, oder einer fehlt etwas davon.",
    fix: "Das Modell berichtigen, oder in seiner ersten Zeile sagen, was eine Zeile ist.",
  },
  "grain-not-read": {
    says: "Die erste Zeile eines Modells nennt etwas, wofür es keine Spalte hat.",
    fix: "Die Spalten in Klammern nennen, nach denen sich die Zeilen unterscheiden.",
  },
  "no-german": {
    says: "Ein Text des Berichts hat kein Deutsch.",
    fix: "Ihn in german.ts unter seinem englischen Text sagen.",
  },
  "german-names-others": {
    says: "Ein deutscher Text nennt andere Ergebnisse als sein englischer.",
    fix: "In den Klammern beider dieselben Ergebnisse nennen.",
  },
  "unknown-rule": {
    says: "Ein Modell liest einen Wert, den keine Regel gibt, oder eine Variante ändert eine Regel, die es nicht gibt.",
    fix: "Einen vorhandenen Namen nennen.",
  },
  "unread-rule": {
    says: "Kein Modell liest die Werte einer Regel.",
    fix: "Sie in einem Modell lesen oder die Werte weglassen.",
  },
  "unknown-result": {
    says: "Ein Ergebnis, das keine Auswertung gibt, wird genannt.",
    fix: "Ein vorhandenes Ergebnis nennen.",
  },
  "model-not-portable": {
    says: "Ein Modell hält sich nicht an das übertragbare SQL oder liest etwas, das keine Tabelle ist.",
    fix: "Es im übertragbaren SQL schreiben.",
  },
  "lock-stale": {
    says: "Die Studie sagt heute anderes als ihre Sperrdatei.",
    fix: "Den Befehl „osteon study lock“ ausführen.",
  },
  "says-nothing": { says: "Der Eintrag hat keinen Satz.", fix: "Den Satz schreiben, den er umsetzt." },
  "choice-unknown": {
    says: "Das gibt es hier nicht zu wählen.",
    fix: "Etwas wählen, das die Seite anbietet.",
  },
  "choice-value": {
    says: "Dieser Wert oder Vergleich kann nicht sein.",
    fix: "Einen anderen wählen oder schreiben.",
    forms: [
      [
        "Type a number from {least} to {most} with at most {decimals} decimals.",
        "Eine Zahl von {least} bis {most} schreiben, mit höchstens {decimals} Nachkommastellen.",
      ],
      ["Choose at least or at most.", "„Mindestens“ oder „höchstens“ wählen."],
      ["Swap the two days.", "Die beiden Tage tauschen."],
      ["Keep one of them.", "Eines davon behalten."],
    ],
  },
  "choice-missing": {
    says: "Hier fehlt eine Wahl.",
    fix: "Sie treffen.",
    forms: [
      ["Choose or type a value.", "Einen Wert wählen oder schreiben."],
      ["Choose a time point.", "Einen Zeitpunkt wählen."],
      ["Choose groups by drug, class or plan.", "Gruppen nach Medikament, Klasse oder Plan wählen."],
    ],
  },
};
