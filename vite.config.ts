import { paraglideVitePlugin } from "@inlang/paraglide-js";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";
import remixOptions from "./remix.config.js";
import { paraglideOptions } from "./messages.config";

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Compiled messages with a number make an `Intl.PluralRules` at every call, which takes longer than all the rest of the
 * message; one per language serves as well.
 */
const keptPluralRules: Plugin = {
  name: "kept-plural-rules",
  transform(code, id) {
    if (!id.endsWith("/paraglide/registry.js")) return undefined;
    const made = "new Intl.PluralRules(locale, options)";
    if (!code.includes(made)) this.error("the registry of messages makes its plural rules in another way");
    const kept = code.replace(
      made,
      "(rules[locale + (options?.type ?? '')] ??= new Intl.PluralRules(locale, options))",
    );
    return { code: `const rules = {};\n${kept}`, map: null };
  },
};

export default defineConfig({
  plugins: [
    tailwindcss(),
    paraglideVitePlugin(paraglideOptions),
    keptPluralRules,
    // Vitest transforms modules by itself; the Remix plugin would try to own the server.
    ...(process.env.VITEST ? [] : [remix(remixOptions)]),
  ],
  resolve: { alias: { "~db/": folder("./db/"), "~tests/": folder("./tests/"), "~/": folder("./app/") } },
  // Nothing is inlined: the content security policy loads fonts and pictures from this origin only, and files are cached for good.
  // The licences that came with the packages are written beside the build, in full (scripts/build.ts).
  esbuild: { legalComments: "none" },
  build: {
    target: "es2022",
    sourcemap: false,
    cssMinify: true,
    reportCompressedSize: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
