import type { GermanCodes } from "./sentence-form.ts";

/** What can be wrong with the fields that a registry added, and with what is entered there. */
export const OWN_FIELDS: GermanCodes = {
  "retired-field": {
    says: "Dieses Feld ist stillgelegt und nimmt keinen neuen Wert auf.",
    fix: "Die Zelle leeren.",
    forms: [
      ["{field:label} was retired and takes no new value.", "{field} ist stillgelegt und nimmt keinen neuen Wert auf."],
    ],
  },
  "required-since": {
    says: "Dieses Feld ist leer, wird aber in neueren Zeilen gebraucht.",
    fix: "Den Wert eintragen, oder `unknown` (unbekannt), `not done` (nicht gemacht) oder `not applicable` (trifft nicht zu).",
    forms: [
      [
        "{field:label} is blank, and rows from {day:date} on need it.",
        "{field} ist leer, wird aber in Zeilen ab {day} gebraucht.",
      ],
    ],
  },
  "not-asked": {
    says: "Dieses Feld ist beantwortet, obwohl nicht danach gefragt wird.",
    fix: "Das Feld leeren oder die andere Angabe berichtigen.",
    forms: [
      [
        "{field:label} is answered, and is asked only where {other:label} is {code:cell}.",
        "{field} ist beantwortet; gefragt wird nur, wenn {other} {code} ist.",
      ],
      ["Empty {field:label}, or correct {other:label}.", "{field} leeren oder {other} berichtigen."],
    ],
  },
  "narrowed-since": {
    says: "Diesen Wert nimmt das Feld nicht mehr auf; er stammt von vor der Änderung und bleibt, bis ihn jemand berührt.",
    fix: "Mit der Akte vergleichen; berichtigen oder so lassen.",
    forms: [
      [
        "{field:label} is {value:cell}, which it takes no more: it was entered before the field was changed, and stays until it is touched.",
        "{field}: {value} nimmt das Feld nicht mehr auf; der Wert stammt von vor der Änderung und bleibt, bis ihn jemand berührt.",
      ],
    ],
  },
  "own-fields-file": {
    says: "Die Datei der eigenen Felder (own_fields.csv) ist nicht lesbar.",
    fix: "Die Datei so nehmen, wie das Register sie ausgibt, oder sie mit den Spalten dieser Felder entfernen.",
  },
  "own-field-table": { says: "Diese Tabelle gibt es nicht.", fix: "Eine Tabelle der Akte wählen." },
  "own-field-name": {
    says: "Das ist kein Name eines eigenen Feldes.",
    fix: "Nach own_ ein Kleinbuchstabe, dann Kleinbuchstaben, Ziffern und _, höchstens 40.",
  },
  "own-field-kind": {
    says: "So eine Art von Feld gibt es nicht.",
    fix: "Ganze Zahl, Zahl mit Nachkommastellen, Ja/Nein, Auswahl, Datum oder Text wählen.",
  },
  "own-field-words": {
    says: "Eine Bezeichnung, Hilfe oder Einheit fehlt oder lässt sich nicht in einer Zeile zeigen.",
    fix: "Die Bezeichnung in beiden Sprachen eintragen, höchstens 60 Zeichen; die Hilfe höchstens 500, die Einheit 20.",
  },
  "own-field-limits": {
    says: "Die Grenzen passen nicht zueinander oder zum Feld.",
    fix: "Zahlen von klein nach groß mit den Nachkommastellen des Feldes; was plausibel ist, liegt innerhalb des Möglichen.",
  },
  "own-field-choices": {
    says: "Die Auswahl ist nicht vollständig, oder ein Kode kommt zweimal vor.",
    fix: "Jede Zeile braucht einen eigenen Kode aus Kleinbuchstaben, Ziffern und _ und die Worte in beiden Sprachen.",
  },
  "own-field-condition": {
    says: "Wann das Feld gezeigt wird, ist nicht mit einem anderen Auswahlfeld dieser Tabelle gesagt.",
    fix: "Ein Auswahlfeld oder ein Ja/Nein-Feld und einen seiner Kodes wählen.",
  },
  "own-field-day": {
    says: "Ab wann das Feld verlangt wird, ist nicht mit einem Tag und einem Datum dieser Tabelle gesagt.",
    fix: "Den Tag eintragen; wo die Tabelle kein Datum hat, zählt der Tag der Erfassung.",
  },
  "own-field-kept": {
    says: "Ein Feld behält Tabelle, Art, Nachkommastellen und Einheit: Was erfasst ist, hieße sonst etwas anderes.",
    fix: "Das Feld stilllegen und ein anderes hinzufügen.",
  },
  "own-field-taken": {
    says: "Eine Spalte dieses Namens gibt es in Dateien oder im Freeze schon, oder die Tabelle hat sechzig eigene Felder.",
    fix: "Dem Feld einen anderen Namen geben.",
  },
  "unknown-own-field": {
    says: "Die Studie braucht ein Feld, das kein Register hinzugefügt haben kann.",
    fix: "Tabelle und Namen angeben, wie patient.own_influenza, und bei Zahlen mit Nachkommastellen 1 bis 6.",
  },
  "own-field-differs": {
    says: "Die Studie nimmt ein eigenes Feld des Registers für eine andere Art, als es in den Akten hat.",
    fix: "Im Protokoll der Studie needs.own berichtigen.",
  },
  "own-field-value": {
    says: "Ein eigenes Feld des Registers nimmt diesen Wert nicht auf.",
    fix: "Die Zeile neu lesen: Das Feld wurde geändert oder stillgelegt, oder es muss beantwortet werden.",
  },
};
