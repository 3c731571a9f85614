import { bilingual } from "../words/words.ts";

export const IMAGE_WORDS = bilingual({
  title: ["Read images", "Bilder befunden"],
  lead: [
    "MRIs to read a second time, blind: of the first reading nothing is shown here.",
    "MRTs zur zweiten Befundung, verblindet: Von der ersten ist hier nichts zu sehen.",
  ],
  nothing: [
    "You have no images to read: a person who sees the charts of a centre cannot read its images blind.",
    "Für Sie gibt es keine Bilder zu befunden: Wer die Akten eines Zentrums sieht, kann dessen Bilder nicht verblindet befunden.",
  ],
  draw: ["Draw my order", "Meine Reihenfolge auslosen"],
  drawLead: [
    "You read the examinations in an order of your own, drawn by chance. It is kept, so that it stays the same; later examinations fall anywhere in it.",
    "Sie befunden die Untersuchungen in einer eigenen, ausgelosten Reihenfolge. Sie wird aufgehoben und bleibt gleich; spätere Untersuchungen reihen sich irgendwo ein.",
  ],
  none: ["This centre has no MRI to read.", "Dieses Zentrum hat kein MRT zu befunden."],
  progress: [
    (done: string, all: string) => `${done} of ${all} read`,
    (done: string, all: string) => `${done} von ${all} befundet`,
  ],
  next: ["Read the next one", "Die nächste befunden"],
  all: ["All are read. Thank you.", "Alle sind befundet. Danke."],
  place: ["No.", "Nr."],
  child: ["Child", "Kind"],
  imagedOn: ["Day", "Tag"],
  what: ["Examination", "Untersuchung"],
  state: ["Reading", "Befundung"],
  toRead: ["to read", "offen"],
  handedIn: [(on: string) => `handed in on ${on}`, (on: string) => `abgegeben am ${on}`],
  back: ["To the list", "Zur Liste"],
  ofAll: [(place: string, all: string) => `${place} of ${all}`, (place: string, all: string) => `${place} von ${all}`],
  how: [
    "Look at the images in your archive. Choose each bone with a lesion on the skeleton, or by its name, and say how it looks. On a whole-body MRI a bone without a mark counts as one without a lesion.",
    "Sehen Sie die Bilder in Ihrem Archiv an. Wählen Sie jeden Knochen mit einer Läsion am Skelett oder nach dem Namen und sagen Sie, wie sie aussieht. Im Ganzkörper-MRT zählt ein Knochen ohne Zeichen als einer ohne Läsion.",
  ],
  skeleton: ["What you see", "Was Sie sehen"],
  byName: ["Or choose a bone by its name", "Oder einen Knochen nach dem Namen wählen"],
  choose: ["Choose a bone", "Knochen wählen"],
  none_here: ["no lesion", "keine Läsion"],
  stateOf: [(bone: string) => `State of ${bone}`, (bone: string) => `Zustand: ${bone}`],
  noMarks: ["No bone is marked yet.", "Noch ist kein Knochen markiert."],
  handIn: ["Hand in the reading", "Befundung abgeben"],
  handInTitle: ["Hand in this reading?", "Diese Befundung abgeben?"],
  handInSays: [
    (n: number) =>
      `${n === 0 ? "You saw no lesion." : n === 1 ? "You marked one bone." : `You marked ${n} bones.`} What is handed in cannot be changed, only withdrawn with a reason. Afterwards you see the readings of others.`,
    (n: number) =>
      `${n === 0 ? "Sie haben keine Läsion gesehen." : n === 1 ? "Sie haben einen Knochen markiert." : `Sie haben ${n} Knochen markiert.`} Was abgegeben ist, lässt sich nicht ändern, nur mit einem Grund zurückziehen. Danach sehen Sie die Befundungen der anderen.`,
  ],
  goOn: ["Go on reading", "Weiter befunden"],
  kept: [
    "What you mark is kept on this device until you hand it in.",
    "Was Sie markieren, bleibt auf diesem Gerät, bis Sie es abgeben.",
  ],
  mine: ["Your reading", "Ihre Befundung"],
  others: ["Readings of others", "Befundungen der anderen"],
  noOthers: ["Nobody else has handed in a reading yet.", "Noch hat niemand sonst eine Befundung abgegeben."],
  withdrawn: [
    (on: string, reason: string) => `withdrawn on ${on}: ${reason}`,
    (on: string, reason: string) => `zurückgezogen am ${on}: ${reason}`,
  ],
  withdraw: ["Withdraw it", "Zurückziehen"],
  withdrawTitle: ["Withdraw your reading", "Ihre Befundung zurückziehen"],
  withdrawSays: [
    "It stays in the record as withdrawn, and no longer counts. You can read the examination anew only where nobody else had handed in a reading.",
    "Sie bleibt als zurückgezogen vermerkt und zählt nicht mehr. Neu befunden können Sie nur, wenn noch niemand sonst eine Befundung abgegeben hatte.",
  ],
  reason: ["Why?", "Warum?"],
  reasonNeeded: ["Say why.", "Bitte den Grund nennen."],
  bone: ["Bone", "Knochen"],
  seen: ["Seen", "Befund"],
  by: ["By", "Von"],
});
