/** Outcome definitions, what they lack, how they agree, and the order of the plans under each. */
export const OUTCOMES: Readonly<Record<string, string>> = {
  "Outcome definitions": "Outcome-Definitionen",
  "In remission or improved at 12 months, by definition":
    "In Remission oder gebessert nach 12 Monaten, nach Definition",
  "All children given a plan drug. Each definition is read at the visit, whatever was begun before, and told of those in whom it is known.":
    "Alle Kinder, die ein Medikament eines Plans bekamen. Jede Definition wird an der Visite gelesen, was auch immer zuvor begonnen wurde, und von denen gesagt, bei denen sie bekannt ist.",
  "What is missing where an outcome at 12 months is not known, children":
    "Was fehlt, wo ein Outcome nach 12 Monaten nicht bekannt ist, Kinder",
  "A child may lack several. Blank: the definition does not ask for it.":
    "Einem Kind kann mehreres fehlen. Leer: Die Definition fragt nicht danach.",
  "95 % Wilson limits": "95 %-KI (Wilson)",
  "Agreement of the definitions at 12 months": "Übereinstimmung der Definitionen nach 12 Monaten",
  "Order of the plans under each definition, 12 months": "Reihenfolge der Pläne nach jeder Definition, 12 Monate",
  "Order of the plans by the share in remission or improved at 12 months":
    "Reihenfolge der Pläne nach dem Anteil in Remission oder gebessert nach 12 Monaten",
  "Too few: fewer than 5 children in whom it is known.": "Zu wenige: weniger als 5 Kinder, bei denen es bekannt ist.",
};
