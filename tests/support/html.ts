/** The parts of a page's head that other machines read. */
export type PageHead = {
  title: string;
  canonical: string | undefined;
  /** Language: address. */
  alternates: Record<string, string>;
  /** Content by name or property. */
  meta: Record<string, string>;
  /** schema.org objects by their type. */
  structured: Record<string, Record<string, unknown>>;
};

export function headOf(html: string): PageHead {
  const links = tagsOf(html, "link");
  const metas = tagsOf(html, "meta");
  const objects = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(
    ([, json = ""]) => JSON.parse(json) as Record<string, unknown>,
  );
  return {
    title: plain(/<title>(.*?)<\/title>/s.exec(html)?.[1] ?? ""),
    canonical: links.find(({ rel }) => rel === "canonical")?.href,
    alternates: Object.fromEntries(
      links.flatMap(({ rel, hreflang, href }) => (rel === "alternate" && hreflang && href ? [[hreflang, href]] : [])),
    ),
    meta: Object.fromEntries(metas.map((meta) => [meta.name ?? meta.property ?? "", meta.content ?? ""])),
    structured: Object.fromEntries(objects.map((object) => [String(object["@type"]), object])),
  };
}

/** Attributes of every tag of a name, names in small letters. */
export function tagsOf(html: string, name: string): Record<string, string>[] {
  return [...html.matchAll(new RegExp(`<${name}\\b([^>]*)>`, "g"))].map(([, attributes = ""]) =>
    Object.fromEntries(
      [...attributes.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [
        key.toLowerCase(),
        plain(value),
      ]),
    ),
  );
}

/** Contents of the scripts that run and have no address. */
export function inlineScriptsOf(html: string): string[] {
  return [...html.matchAll(/<script\b([^>]*)>(.*?)<\/script>/gs)].flatMap(([, attributes = "", content = ""]) =>
    /\bsrc=|application\/ld\+json/.test(attributes) ? [] : [content],
  );
}

function plain(text: string): string {
  return text
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
