/**
 * What a page keeps on the device, as words that the registry does not have yet; where the device has no room left, forbids it
 * or has no such store (browsers inside of other apps throw what they like), in this page alone, so that a keystroke is shown and sent whatever the device says.
 */
const inPage = new Map<string, string>();

/** Keeps a text; answers whether the device has it. */
export function store(name: string, text: string): boolean {
  try {
    localStorage.setItem(name, text);
    inPage.delete(name);
    return true;
  } catch {
    // What the device still holds of before is older than what the page now holds.
    drop(name);
    inPage.set(name, text);
    return false;
  }
}

export const stored = (name: string): string | undefined => inPage.get(name) ?? onDevice(name);

export function drop(name: string): void {
  inPage.delete(name);
  try {
    localStorage.removeItem(name);
  } catch {
    // A device that forbids it holds nothing either.
  }
}

/** The names that begin so, wherever their texts lie. */
export function storedNames(begin: string): readonly string[] {
  const names = [...inPage.keys(), ...namesOnDevice()].filter((name) => name.startsWith(begin));
  return [...new Set(names)];
}

/** Whether a text would go with this page. */
export const isInPageAlone = (name: string): boolean => inPage.has(name);

/** Whether anything that begins so would go with this page. */
export const holdsInPage = (begin: string): boolean => [...inPage.keys()].some((name) => name.startsWith(begin));

function onDevice(name: string): string | undefined {
  try {
    return localStorage.getItem(name) ?? undefined;
  } catch {
    return undefined;
  }
}

function namesOnDevice(): readonly string[] {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}
