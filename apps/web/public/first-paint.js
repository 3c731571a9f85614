// Before the first paint: the theme and the language chosen earlier on this device.
const root = document.documentElement;
const theme = localStorage.getItem("osteon.theme");
if (theme === "light" || theme === "dark") root.dataset.theme = theme;
root.lang = localStorage.getItem("osteon.language") ?? (navigator.language.startsWith("de") ? "de" : "en");
