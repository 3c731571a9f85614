/**
 * The library of the calendar writes one rule into a style element of its own, which the policy of the server forbids; it
 * does not where an element of that name stands already. The rule is in `field-controls.css`.
 */
export function withoutInlineStyle(): void {
  if (document.getElementById(NAME) !== null) return;
  const mark = document.createElement("meta");
  mark.id = NAME;
  document.head.append(mark);
}

const NAME = "react-aria-pressable-style";
