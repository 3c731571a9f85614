import { bilingual } from "../../words/words.ts";

export const BACKUPS_WORDS = bilingual({
  lead: [
    "Backups are made and drilled by the one who runs the machine, while the registry is in use. What was done stands here, as the trail noted it.",
    "Sicherungen macht und erprobt, wer die Maschine betreibt, auch bei laufendem Register. Hier steht, was davon im Änderungsprotokoll vermerkt ist.",
  ],
  last: ["Last backup", "Letzte Sicherung"],
  lastDrill: ["Last restore drill", "Letzte Probe-Rücksicherung"],
  never: ["never", "nie"],
  passed: ["passed", "bestanden"],
  failed: [
    (n: number) => `failed: ${n} ${n === 1 ? "difference" : "differences"}`,
    (n: number) => `nicht bestanden: ${n} ${n === 1 ? "Abweichung" : "Abweichungen"}`,
  ],
  old: ["older than a week", "älter als eine Woche"],
  oldDrill: ["older than 90 days", "älter als 90 Tage"],
  fresh: ["within the week", "in dieser Woche"],
  commands: ["Commands to run", "Befehle dafür"],
  commandBackup: ["Back up, encrypted", "Sichern, verschlüsselt"],
  commandDrill: ["Drill the restore", "Rücksicherung erproben"],
  commandHint: [
    "Run it on the machine of the registry; more in the manual under “osteon backup”.",
    "Auf der Maschine des Registers ausführen; mehr im Handbuch unter „osteon backup“.",
  ],
  keyHint: [
    "Without --key-file the backup is not encrypted. Keep the key apart from the backups.",
    "Ohne --key-file ist die Sicherung nicht verschlüsselt. Den Schlüssel getrennt von den Sicherungen aufbewahren.",
  ],
  history: ["Noted backups and drills", "Vermerkte Sicherungen und Proben"],
  at: ["When", "Wann"],
  what: ["What", "Was"],
  file: ["File", "Datei"],
  rows: ["Rows", "Zeilen"],
  outcome: ["Outcome", "Ergebnis"],
  backup: ["Backup", "Sicherung"],
  drill: ["Restore drill", "Probe-Rücksicherung"],
  encrypted: ["encrypted", "verschlüsselt"],
  plain: ["not encrypted", "nicht verschlüsselt"],
  none: ["No backup was noted yet.", "Noch ist keine Sicherung vermerkt."],
});
