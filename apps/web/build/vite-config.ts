import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { offlineFiles } from "./offline-files.ts";

/** Everything is served by our own server under a policy that allows no inline script or style and nothing from elsewhere. */
export default defineConfig({
  root: join(import.meta.dirname, ".."),
  plugins: [react(), offlineFiles(join(import.meta.dirname, "../public"))],
  build: {
    target: "es2023",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    manifest: true,
  },
});
