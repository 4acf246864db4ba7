import { readSeedCatalogue, type SeedListing } from "~db/seed/catalogue";
import { makeRandom, type Random } from "~db/seed/pictures/contract";
import { titleWords, wordsOfTitle } from "./catalogue";

/** A search as the address of its page says it: language and parameters. */
export type Question = { lang: "az" | "en" | "ru"; params: string };

const COUNTRIES = ["DE", "FR", "US", "TR", "GB", "AE", "KZ", "IT"];
const SORTS = ["newest", "price-low", "price-high", "lead-time"];

/**
 * The first `count` searches of a fixed stream, no two alike: half of them words, a quarter words with filters, a
 * quarter filters alone, in three languages and to many countries. Most readers look for something that there is: words
 * and filters come from one listing, and every fifth search mixes them.
 *
 * @param today calendar day from which days needed by are counted
 */
export function makeQuestions(count: number, today: string): Question[] {
  const { listings, sellers } = readSeedCatalogue();
  const placeOf = new Map(sellers.map(({ id, region }) => [id, region]));
  const random = makeRandom("bench/questions");
  const found = new Map<string, Question>();
  while (found.size < count) {
    const lang = random.pick(["az", "en", "ru"] as const);
    const params = new URLSearchParams();
    const kind = random.next();
    const subject = random.pick(listings);
    const other = random.next() < 0.2 ? random.pick(listings) : subject;
    if (kind < 0.75) params.set("q", textOf([subject, other], lang, random));
    if (random.next() < 0.5) params.set("to", random.pick(COUNTRIES));
    if (kind >= 0.5) addFilters(params, other, placeOf.get(other.seller) ?? other.region, today, random);
    const question = { lang, params: params.toString() };
    found.set(`${lang}?${question.params}`, question);
  }
  return [...found.values()];
}

/** One word or two, and sometimes a word that is not typed to its end. */
function textOf(listings: readonly SeedListing[], lang: Question["lang"], random: Random): string {
  const typed = listings.slice(0, random.whole(1, 2)).map((listing) => random.pick(wordsOfTitle(listing, lang)));
  const last = typed.at(-1) ?? "";
  if (random.next() < 0.2) typed.splice(-1, 1, last.slice(0, Math.max(3, last.length - 2)));
  return [...new Set(typed)].join(" ");
}

function addFilters(params: URLSearchParams, like: SeedListing, region: string, today: string, random: Random): void {
  const filters: [string, string][] = [
    ["category", like.category],
    ["region", region],
    ...(like.kind === "goods" ? like.materials.map((material): [string, string] => ["material", material]) : []),
  ];
  const [name, value] = random.pick(filters);
  params.append(name, value);
  const more = random.next();
  if (more < 0.3) params.set("max", String(random.whole(20, 2_000)));
  else if (more < 0.6) {
    params.set("qty", String(random.whole(2, 60)));
    params.set("by", dayAfter(today, random.whole(20, 120)));
  } else if (more < 0.8) params.set("sort", random.pick(SORTS));
  else params.set("lead", String(random.whole(7, 60)));
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** What readers type into the search box, letter by letter: beginnings of words, each with its language. */
export function makeBeginnings(count: number): { lang: string; text: string }[] {
  const words = titleWords(readSeedCatalogue().listings);
  const all = (["az", "en", "ru"] as const).flatMap((lang) =>
    words[lang].flatMap((word) =>
      Array.from({ length: word.length - 1 }, (_, index) => ({ lang, text: word.slice(0, index + 2) })),
    ),
  );
  const unique = [...new Map(all.map((one) => [`${one.lang} ${one.text}`, one])).values()];
  const random = makeRandom("bench/beginnings");
  const shuffled = unique.map((one) => ({ one, at: random.next() })).toSorted((a, b) => a.at - b.at);
  return shuffled.slice(0, count).map(({ one }) => one);
}
