import { brotliCompressSync, constants } from "node:zlib";
import { build as viteBuild } from "vite";

const BARE_PAGE = `
import { Links, Meta, Outlet, RemixBrowser, Scripts, ScrollRestoration } from "@remix-run/react";
import { hydrateRoot } from "react-dom/client";
export const page = [hydrateRoot, RemixBrowser, Links, Meta, Outlet, Scripts, ScrollRestoration];
`;
const BARE_ENTRY = "bare-page.js";

/** The least that any page loads: React, the router and Remix, packed as ours are. Bytes, brotli. */
export async function frameworkBytes(): Promise<number> {
  const built = await viteBuild({
    configFile: false,
    logLevel: "error",
    mode: "production",
    plugins: [
      {
        name: "bare-page",
        resolveId: (id) => (id === BARE_ENTRY ? `${process.cwd()}/${BARE_ENTRY}` : undefined),
        load: (id) => (id.endsWith(BARE_ENTRY) ? BARE_PAGE : undefined),
      },
    ],
    build: {
      write: false,
      target: "es2022",
      // As vite.config.ts packs ours.
      minify: "terser",
      terserOptions: { ecma: 2020, module: true, compress: { passes: 2 } },
      rollupOptions: { input: BARE_ENTRY, preserveEntrySignatures: "exports-only" },
    },
  });
  const chunks = [built].flat().flatMap((one) => ("output" in one ? one.output : []));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  return chunks.reduce(
    (sum, chunk) => sum + (chunk.type === "chunk" ? brotliCompressSync(chunk.code, { params }).length : 0),
    0,
  );
}
