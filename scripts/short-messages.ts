import type { Plugin } from "vite";

const COMPILED = /\/app\/paraglide\/messages\/(?!_index\.js)[^/]+\.js$/;

const RUNTIME = "import { getLocale, experimentalStaticLocale } from '../runtime.js';";
const COMMENT = String.raw`/\*\*(?:(?!\*/)[^])*?\*/ `;
const PLAIN_WORDS = new RegExp(
  String.raw`${COMMENT}\(\) => \{\s*return ${COMMENT}\((${"`"}(?:[^${"`"}\\$]|\\[^]|\$(?!\{))*${"`"})\)\s*\};`,
  "g",
);
const CHOICE = new RegExp(
  String.raw`${COMMENT}\(\(inputs(?: = \{\})?, options = \{\}\) => \{
\tconst locale = experimentalStaticLocale \?\? options\.locale \?\? getLocale\(\)
\tif \(locale === "en"\) return (\w+)\(inputs\)
\tif \(locale === "ru"\) return (\w+)\(inputs\)
\treturn (\w+)\(inputs\)
\}\);`,
);

/**
 * What a compiled message says, in fewer letters: the words of each language and one call, where the compiler writes four
 * functions.
 *
 * @throws when the compiler writes messages in another way than this knows
 */
export function shortened(code: string): string {
  if (!code.includes(RUNTIME) || !CHOICE.test(code)) throw new Error(`a message is compiled in another way:\n${code}`);
  return code
    .replace(RUNTIME, 'import { inLanguage } from "~/platform/i18n/in-language";')
    .replaceAll(PLAIN_WORDS, "$1;")
    .replace(CHOICE, "/* @__PURE__ */ inLanguage($3, $1, $2);");
}

/** Shortens the messages that go to browsers; the server reads its own from one file. */
export function shortMessages(): Plugin {
  return {
    name: "short-messages",
    transform: (code, id, options) =>
      options?.ssr || !COMPILED.test(id) ? undefined : { code: shortened(code), map: null },
  };
}
