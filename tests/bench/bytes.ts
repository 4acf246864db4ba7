export type PageBytes = {
  name: string;
  /** Bytes over the wire, brotli, of every module that the page loads. */
  script: number;
  style: number;
  /** Bytes of the fonts that a page in Azerbaijani shows text with. */
  fonts: number;
  isFirstPicturePreloaded: boolean;
};

/** The page, its modules and styles, as a browser that reads brotli gets them. */
export async function bytesOfPage(origin: string, name: string, path: string): Promise<PageBytes> {
  const html = await (await fetch(`${origin}${path}`)).text();
  const modules = new Set([
    ...matches(html, /import\("(\/assets\/[^"]+\.js)"\)/g),
    ...matches(html, /<script[^>]+src="([^"]+)"/g),
    ...matches(html, /from\s*"(\/assets\/[^"]+\.js)"/g),
    ...matches(html, /import\s*"(\/assets\/[^"]+\.js)"/g),
  ]);
  await addImports(origin, modules);
  const styles = matches(html, /<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"/g);
  const css = await Promise.all(styles.map(async (style) => (await fetch(`${origin}${style}`)).text()));
  return {
    name,
    script: await wireBytes(origin, [...modules]),
    style: await wireBytes(origin, styles),
    fonts: await fontBytes(origin, css.join("\n")),
    isFirstPicturePreloaded: /<link[^>]+rel="preload"[^>]+as="image"|<link[^>]+as="image"[^>]+rel="preload"/.test(html),
  };
}

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap(([, found]) =>
    found === undefined ? [] : [found.replaceAll("&amp;", "&")],
  );
}

/** What modules import is loaded with them, named in the page or not. */
async function addImports(origin: string, modules: Set<string>): Promise<void> {
  for (const path of modules) {
    const code = await (await fetch(`${origin}${path}`)).text();
    for (const [, name] of code.matchAll(/(?:from|import)\s*"(?:\.\/|\/assets\/)([\w.-]+\.js)"/g)) {
      modules.add(`/assets/${name}`);
    }
  }
}

async function wireBytes(origin: string, paths: readonly string[]): Promise<number> {
  let sum = 0;
  for (const path of paths) {
    const answer = await fetch(`${origin}${path}`, { headers: { "accept-encoding": "br" } });
    // `fetch` unpacks; what was sent is in the header, or is the file itself when it was too small to pack.
    const body = await answer.arrayBuffer();
    sum +=
      answer.headers.get("content-encoding") === "br" ? Number(answer.headers.get("content-length")) : body.byteLength;
  }
  return sum;
}

/** Letters of Azerbaijani beyond those of English; a font whose range holds none of these or of those is not loaded. */
const ALPHABET = "abcdefghijklmnopqrstuvwxyzçəğıöşüABCÇDEƏFGĞHXIİJKQLMNOÖPRSŞTUÜVYZ0123456789₼«»–·×";

async function fontBytes(origin: string, css: string): Promise<number> {
  let sum = 0;
  for (const [, face = ""] of css.matchAll(/@font-face\s*\{([^}]*)\}/g)) {
    const file = /url\((?:"|')?([^"')]+)/.exec(face)?.[1];
    const ranges = /unicode-range:\s*([^;}]+)/.exec(face)?.[1];
    if (!file || (ranges && !coversAny(ranges))) continue;
    sum += (await (await fetch(`${origin}${file}`)).arrayBuffer()).byteLength;
  }
  return sum;
}

function coversAny(ranges: string): boolean {
  const spans = ranges.split(",").map((range) => {
    const [from = "", to = from] = range.trim().replace(/^U\+/i, "").split("-");
    return [Number.parseInt(from.replaceAll("?", "0"), 16), Number.parseInt(to.replaceAll("?", "F"), 16)] as const;
  });
  return Array.from(ALPHABET).some((letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return spans.some(([from, to]) => from <= code && code <= to);
  });
}
