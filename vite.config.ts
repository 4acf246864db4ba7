import { paraglideVitePlugin } from "@inlang/paraglide-js";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import remixOptions from "./remix.config.js";
import { paraglideOptions, serverMessages } from "./messages.config";
import { shortMessages } from "./scripts/short-messages";

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** What runs every page: it changes when it is upgraded, and stays in browsers' caches until then. */
const RUNTIME = /\/node_modules\/(?:react|react-dom|scheduler|@remix-run|react-router|react-router-dom|turbo-stream)\//;

/** What nearly every public page is made of. */
const FRAME =
  /\/app\/(?:ui\/primitives\/(?:badge|breadcrumbs|button|icon|new-tab-link|notice|ornament|picture|section-heading)|ui\/layouts\/(?:language-names|page-meta|share-box|site)|ui\/catalog\/listing-(?:card|grid)|ui\/inquiries\/source|ui\/sellers\/level-badge|platform\/http\/(?:public-paths|unsent-form)|platform\/i18n\/(?:in-language|locales|reader)|paraglide\/messages\/(?:site(?!_unsent)|search_submit|catalog_save))[\w-]*\.[jt]sx?$/;

/** Who makes a thing and what is said of her: on a listing's page and on hers. */
const MAKER =
  /\/app\/(?:ui\/(?:orders\/rating(?:-list)?|readiness\/(?:paper-lines|source-links)|sellers\/(?:closure-notice|seller-block))\.tsx|paraglide\/messages\/(?:orders_rating_(?:answered|averageof|hidden|starsof|title|toofew)|passports_guidance|readiness_(?:checked|nobadges|verified)|sellers_(?:languages|soldby))\d*\.js)$/;

/**
 * A module that several pages share would be a file of its own, however small, and packed alone it weighs twice as much:
 * the pieces of the frame travel together.
 */
function chunkOf(id: string): string | undefined {
  if (RUNTIME.test(id)) return "runtime";
  if (FRAME.test(id)) return "frame";
  return MAKER.test(id) ? "maker" : undefined;
}

export default defineConfig(({ command, isSsrBuild = false }) => ({
  plugins: [
    tailwindcss(),
    shortMessages(),
    // A build compiles them beforehand (scripts/messages.ts).
    ...(command === "serve" ? [paraglideVitePlugin(paraglideOptions)] : []),
    // Vitest transforms modules by itself; the Remix plugin would try to own the server.
    ...(process.env.VITEST ? [] : [remix(remixOptions)]),
  ],
  resolve: {
    alias: {
      ...(isSsrBuild ? serverMessages() : {}),
      "~db/": folder("./db/"),
      "~tests/": folder("./tests/"),
      "~/": folder("./app/"),
    },
  },
  // Nothing is inlined: the content security policy loads fonts and pictures from this origin only, and files are cached for good.
  // The licences that came with the packages are written beside the build, in full (scripts/build.ts).
  esbuild: { legalComments: "none" },
  build: {
    target: "es2022",
    sourcemap: false,
    cssMinify: true,
    // Two twentieths smaller than what esbuild leaves, packed; the server's own code gains nothing by it.
    minify: isSsrBuild ? "esbuild" : "terser",
    terserOptions: { ecma: 2020, module: true, compress: { passes: 2 } },
    reportCompressedSize: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: isSsrBuild ? {} : { output: { manualChunks: chunkOf, onlyExplicitManualChunks: true } },
  },
}));
