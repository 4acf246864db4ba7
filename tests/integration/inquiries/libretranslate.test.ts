import type { IncomingMessage, ServerResponse } from "node:http";
import { beforeEach, describe, expect, it } from "vitest";
import { readSettings } from "~/platform/settings.server";
import { libreTranslate } from "~/platform/translation/libretranslate.server";
import { translatorOf } from "~/platform/translation/translator.server";
import { env } from "~/platform/env.server";
import { serve } from "~tests/support/http";

type Asked = { method: string | undefined; url: string | undefined; type: string | undefined; body: unknown };
let asked: Asked[] = [];
let reply: { status: number; body: unknown } = { status: 200, body: {} };

/** What LibreTranslate answers at `POST /translate` (its `app.py`, version 1.6): a text, or a status with `error`. */
const service = serve(() => (request: IncomingMessage, response: ServerResponse) => {
  let text = "";
  request.on("data", (piece: Buffer) => (text += piece.toString("utf8")));
  request.on("end", () => {
    const { method, url, headers } = request;
    asked.push({ method, url, type: headers["content-type"], body: JSON.parse(text) });
    response.writeHead(reply.status, { "content-type": "application/json" });
    response.end(typeof reply.body === "string" ? reply.body : JSON.stringify(reply.body));
  });
});

const translate = ({ key, path = "" }: { key?: string; path?: string } = {}) =>
  libreTranslate({ url: `${service.origin}${path}`, key }).translate({
    text: "Çatdırılma nə qədər çəkir? <b>&amp;</b>",
    from: "az",
    to: "en",
  });

beforeEach(() => {
  asked = [];
  reply = { status: 200, body: { translatedText: "How long does the delivery take?" } };
});

describe("LibreTranslate", () => {
  it("is asked for plain text, with the key where there is one", async () => {
    expect(await translate({ key: "secret-key" })).toBe("How long does the delivery take?");

    const q = "Çatdırılma nə qədər çəkir? <b>&amp;</b>";
    expect(asked).toEqual([
      {
        method: "POST",
        url: "/translate",
        type: "application/json",
        body: { q, source: "az", target: "en", format: "text", api_key: "secret-key" },
      },
    ]);
  });

  it("is asked without a key where it wants none, and below the path of its address", async () => {
    await translate();
    await translate({ path: "/libre" });
    await translate({ path: "/libre/" });

    expect(asked[0]?.body).not.toHaveProperty("api_key");
    expect(asked.map(({ url }) => url)).toEqual(["/translate", "/libre/translate", "/libre/translate"]);
  });

  it.each(["az is not supported", "Invalid request: request (9000) exceeds text limit (5000)"])(
    "has no translation, now or later, when it answers 400: %s",
    async (error) => {
      reply = { status: 400, body: { error } };
      expect(await translate()).toBeUndefined();
    },
  );

  it.each([
    [400, "Please contact the server operator to get an API key"],
    [400, "Visit https://portal.libretranslate.com to get an API key"],
    [403, "Invalid API key"],
    [429, "Slowdown: 20 per 1 minute"],
    [500, "Cannot translate text: out of memory"],
    [502, "<html>Bad Gateway</html>"],
  ])("is to be asked again when it answers %i: %s", async (status, error) => {
    reply = { status, body: status === 502 ? error : { error } };
    await expect(translate()).rejects.toThrow(`the translation service answered ${status}`);
  });

  it.each([
    { translated: "How long" },
    { translatedText: ["How", "long"] },
    "<html>Sign in to the hotel's network</html>",
  ])("is to be asked again when it answers something else: %j", async (body) => {
    reply = { status: 200, body };
    await expect(translate()).rejects.toThrow(/translatedText|not valid JSON/);
  });

  it("is to be asked again when it cannot be reached", async () => {
    // Port 1 is nobody's.
    const nobody = libreTranslate({ url: "http://127.0.0.1:1", key: undefined });
    await expect(nobody.translate({ text: "Salam", from: "az", to: "en" })).rejects.toThrow("fetch failed");
  });
});

describe("the settings", () => {
  it("name the service, or there is none", () => {
    const url = "https://translate.example";
    expect(translatorOf({ ...env, TRANSLATION_URL: undefined })).toBeUndefined();
    expect(translatorOf({ ...env, TRANSLATION_URL: url })?.name).toBe("LibreTranslate");
  });

  it("give the key to it", async () => {
    const settings = { ...env, TRANSLATION_URL: service.origin, TRANSLATION_KEY: "from-settings" };
    await translatorOf(settings)?.translate({ text: "Salam", from: "az", to: "ru" });
    expect(asked[0]?.body).toMatchObject({ api_key: "from-settings", target: "ru" });
  });

  it("refuse an address that is none", () => {
    const read = readSettings({ APP_MODE: "test", DATABASE_URL: env.DATABASE_URL, TRANSLATION_URL: "translate" });
    expect(read.ok ? [] : read.problems.filter((problem) => problem.includes("TRANSLATION_URL"))).toHaveLength(1);
  });
});
