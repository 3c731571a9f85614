/** For what may be moved sideways: it takes the focus by itself where nothing inside does, so that a keyboard reaches all of it. */
export function reachable(element: HTMLElement | null): void {
  if (element !== null && element.querySelector("a, button, input, select") === null) element.tabIndex = 0;
}
