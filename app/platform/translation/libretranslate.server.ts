import { z } from "zod";
import type { Translator } from "./port";

type Options = { url: string; key: string | undefined };

const TIMEOUT_MS = 20_000;
const answer = z.object({ translatedText: z.string() });

/** Translates by the HTTP API of LibreTranslate (`POST /translate`), which others speak, too. */
export function libreTranslate({ url, key }: Options): Translator {
  const endpoint = new URL("translate", url.endsWith("/") ? url : `${url}/`);
  return {
    name: "LibreTranslate",
    translate: async ({ text, from, to }) => {
      const response = await fetch(endpoint, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ q: text, source: from, target: to, format: "text", ...(key ? { api_key: key } : {}) }),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      if (response.ok) return answer.parse(await response.json()).translatedText;
      const said = await response.text();
      // "… is not supported", "… exceeds text limit": asking again does not help. A key that is missing is 400, too.
      if (response.status === 400 && !said.includes("API key")) return undefined;
      throw new Error(`the translation service answered ${response.status}`);
    },
  };
}
