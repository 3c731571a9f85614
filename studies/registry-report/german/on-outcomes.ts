/** Outcome definitions, what they lack, how they agree, and the order of the classes under each. */
export const OUTCOMES: Readonly<Record<string, string>> = {
  "Outcome definitions": "Outcome-Definitionen",
  "In remission or improved at the last visit, by definition":
    "In Remission oder gebessert bei der letzten Visite, nach Definition",
  "Each definition is told of the children in whom it is known; day 0 is the diagnosis.":
    "Jede Definition wird von den Kindern gesagt, bei denen sie bekannt ist; Tag 0 ist die Diagnose.",
  "What is missing where an outcome at the last visit is not known, children":
    "Was fehlt, wo ein Outcome bei der letzten Visite nicht bekannt ist, Kinder",
  "A child may lack several. Blank: the definition does not ask for it.":
    "Einem Kind kann mehreres fehlen. Leer: Die Definition fragt nicht danach.",
  "Agreement of the definitions at the last visit": "Übereinstimmung der Definitionen bei der letzten Visite",
  "Order of the classes of drugs under each definition, last visit":
    "Reihenfolge der Medikamentenklassen nach jeder Definition, letzte Visite",
  "Order of the classes of drugs by the share in remission or improved at the last visit":
    "Reihenfolge der Medikamentenklassen nach dem Anteil in Remission oder gebessert bei der letzten Visite",
  "Too few: fewer than 5 children in whom it is known. Day 0 is the first day of the class.":
    "Zu wenige: weniger als 5 Kinder, bei denen es bekannt ist. Tag 0 ist der erste Tag der Klasse.",
};
