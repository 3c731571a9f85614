import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { offlineFiles } from "./offline-files.ts";

/** Everything is served by our own server under a policy that allows no inline script or style and nothing from elsewhere. */
export default defineConfig({
  root: join(import.meta.dirname, ".."),
  plugins: [react(), preloadedFont(), offlineFiles(join(import.meta.dirname, "../public"))],
  build: {
    target: "es2023",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    manifest: true,
  },
});

/** The font comes with the page: without that a new device shows another for a moment, or keeps it. */
function preloadedFont(): Plugin {
  return {
    name: "preloaded-font",
    transformIndexHtml: {
      order: "post",
      handler: (_page, { bundle = {} }) =>
        Object.keys(bundle)
          .filter((name) => /inter-latin-wght-normal.*\.woff2$/.test(name))
          .map((name) => ({
            tag: "link",
            attrs: { rel: "preload", as: "font", type: "font/woff2", href: `/${name}`, crossorigin: "" },
            injectTo: "head-prepend",
          })),
    },
  };
}
