import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { inLanguage, speakAs } from "~/platform/i18n/in-language";
import { LOCALES, type Locale } from "~/platform/i18n/locales";
import { shortened } from "../../../scripts/short-messages";

const FOLDER = "app/paraglide/messages";

type Message = (inputs?: Record<string, unknown>, options?: { locale?: Locale }) => string;
type Modules = { getLocale: () => Locale; registry: unknown };

const registry = (await import("~/paraglide/registry.js")) as unknown;

/** The message of a module that is given what it would import. */
function messageOf(code: string, { getLocale, registry: plurals }: Modules): Message {
  const body = code.replaceAll(/^import .*$/gm, "").replace(/export \{ (\w+) as "[^"]+" \}/, "return $1");
  // The code is our compiler's own.
  // oxlint-disable-next-line typescript/no-implied-eval
  const make = new Function("getLocale", "experimentalStaticLocale", "registry", "inLanguage", body);
  return make(getLocale, undefined, plurals, inLanguage) as Message;
}

/** Something for whatever a message asks for; numbers that fall under different plurals. */
const inputsFor = (code: string, number: number) =>
  Object.fromEntries(
    [...code.matchAll(/i\?\.(\w+)/g)].map(([, name = ""], at) => [name, at === 0 ? number : `{${name}}`]),
  );

describe("a message as browsers get it", () => {
  it("says in every language what the compiled one says", () => {
    const files = readdirSync(FOLDER).filter((file) => file.endsWith(".js") && file !== "_index.js");
    expect(files.length).toBeGreaterThan(1_000);
    const different = files.filter((file) => {
      const code = readFileSync(`${FOLDER}/${file}`, "utf8");
      let current: Locale = "az";
      const modules: Modules = { getLocale: () => current, registry };
      const [long, short] = [messageOf(code, modules), messageOf(shortened(code), modules)];
      return LOCALES.some((locale) => {
        current = locale;
        speakAs(() => locale);
        return [1, 3, 11].some((number) => {
          const inputs = inputsFor(code, number);
          const said = long(inputs);
          return said === "" || short(inputs) !== said || short(inputs, { locale }) !== said;
        });
      });
    });
    expect(different).toEqual([]);
  });

  it("is refused when the compiler writes it in another way", () => {
    expect(() => shortened("export const hello = () => `Salam`")).toThrow(/another way/);
  });

  it("leaves words with signs of code in them as they are", () => {
    const compiled = readFileSync(`${FOLDER}/site_menu_catalogue.js`, "utf8").replace("`Kataloq`", "`5 $ \\` və \\\\`");

    expect(shortened(compiled)).toContain("const az_site_menu_catalogue = `5 $ \\` və \\\\`;");
  });
});
