/** Brings a field of the form that is open into view and puts the focus in it; false where the form does not show it. */
export function goToField(name: string | undefined): boolean {
  const field = name === undefined ? null : document.querySelector(`.form-field[data-field~="${CSS.escape(name)}"]`);
  // The box that narrows a long menu is no answer: what is refused is told of the menu itself.
  const control = field?.querySelector<HTMLElement>(
    "input:not(:disabled, [type=search]), select:not(:disabled), textarea",
  );
  if (control === undefined || control === null) return false;
  control.focus({ preventScroll: true });
  field?.scrollIntoView({ block: "center" });
  return true;
}
