import { paraglideVitePlugin } from "@inlang/paraglide-js";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import remixOptions from "./remix.config.js";
import { paraglideOptions } from "./messages.config";

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  plugins: [
    tailwindcss(),
    paraglideVitePlugin(paraglideOptions),
    // Vitest transforms modules by itself; the Remix plugin would try to own the server.
    ...(process.env.VITEST ? [] : [remix(remixOptions)]),
  ],
  resolve: { alias: { "~db/": folder("./db/"), "~tests/": folder("./tests/"), "~/": folder("./app/") } },
  // Nothing is inlined: the content security policy loads fonts and pictures from this origin only, and files are cached for good.
  build: { target: "es2022", sourcemap: false, cssMinify: true, reportCompressedSize: false, assetsInlineLimit: 0 },
});
