import { placeAt, type FoundPlace, type NameForm, type PlaceNames } from "./place-names";
import { oneOf, oneOfWords } from "./plain-word";
import { lineOf, type Found, type Token } from "./tokens";

export type FoundDestination = Pick<Found, "from" | "count"> & { value: string };

const SHORTEST_WITHOUT_ACCENTS = 4;

/** Goods come from Azerbaijan: it is a destination only where the words say so. */
const HOME = "AZ";

const SENT = oneOf(
  "shipped|shipping|ships|ship|delivered|delivery|deliver|with delivery|send|sent|sending|dispatched|dispatch|shipment|" +
    "for delivery|for shipping|for shipment|exported|export",
);
const SENT_IN_RUSSIAN = oneOf(
  "с доставкой|доставка|доставки|доставить|с отправкой|отправка|отправить|с поставкой|поставка|поставить|с пересылкой",
);
const SENT_IN_AZERBAIJANI = oneOf(
  "çatdırılma ilə|çatdırılma|çatdırılmaqla|çatdırmaqla|çatdırılması|çatdırmaq|göndərilmə ilə|göndərilmə|göndərilməsi|" +
    "göndərmək|göndərməklə|göndəriş|göndəriləcək",
);

type Saying = {
  /** What stands right before the name. */
  before: RegExp;
  forms: readonly NameForm[];
  /** What must stand behind it, and is part of what is said. */
  after?: RegExp;
  /** How sure it is that goods should go there; "in Japan" may as well say where they are made. */
  says: "sent" | "to" | "for" | "in";
};

const NOTHING = /^/;
const ending = (source: string) => new RegExp(`(?:^| )${source}$`, "u");
const beginning = (source: string) => new RegExp(`^${source}(?= |$)`, "u");

const THE = "(?: the)?";
const CITY = oneOf("город|г|города");

/** The surest first. */
const SAYINGS: readonly Saying[] = [
  { before: ending(`${SENT} (?:to|in|into|for)${THE}`), forms: ["name"], says: "sent" },
  { before: ending(`to${THE}`), forms: ["name"], says: "to" },
  { before: ending(`${SENT_IN_RUSSIAN} (?:в|во|на)(?: ${CITY})?`), forms: ["to", "at", "name"], says: "sent" },
  { before: ending(`${SENT_IN_RUSSIAN} (?:до|по)(?: ${CITY})?`), forms: ["whose", "at", "name"], says: "sent" },
  { before: ending(`(?:в|во|на)`), forms: ["to"], says: "to" },
  { before: ending(`(?:в|во) ${CITY}`), forms: ["name"], says: "to" },
  { before: NOTHING, forms: ["azerbaijaniTo"], after: beginning(SENT_IN_AZERBAIJANI), says: "sent" },
  { before: ending(SENT_IN_AZERBAIJANI), forms: ["azerbaijaniTo"], says: "sent" },
  { before: ending(SENT_IN_AZERBAIJANI), forms: ["name"], after: beginning("seherine"), says: "sent" },
  { before: NOTHING, forms: ["name"], after: beginning(`seherine(?: ${SENT_IN_AZERBAIJANI})?`), says: "sent" },
  { before: NOTHING, forms: ["azerbaijaniTo"], says: "to" },
  { before: ending(`for${THE}`), forms: ["name"], says: "for" },
  { before: ending(`для`), forms: ["whose"], says: "for" },
  { before: ending(`до`), forms: ["whose"], says: "for" },
  { before: NOTHING, forms: ["name"], after: beginning(oneOf("üçün")), says: "for" },
  { before: ending(`in${THE}`), forms: ["name"], says: "in" },
  { before: ending(`(?:в|во|на)`), forms: ["at", "name"], says: "in" },
  { before: NOTHING, forms: ["azerbaijaniAt"], says: "in" },
];

/** What goes somewhere without being sent. */
const TRAVELS =
  /^(?:guides?|trips?|tours?|travel\p{L}*|journeys?|tickets?|flights?|visits?|voyages?|roads?|way|letters?|odes?|welcome|поездк\p{L}*|путешеств\p{L}*|тур\p{L}{0,2}|билет\p{L}*|путеводител\p{L}*|экскурси\p{L}*|seyahet\p{L}*|seferi?|beledcisi?|bilet\p{L}*|turu?)$/u;
/** What is made, happens or stands in a place, or shows it. */
const BELONGS =
  /^(?:made|woven|produced|manufactured|crafted|born|printed|designed|workshops?|class|classes|courses?|lessons?|concerts?|exhibitions?|shops?|stores?|studios?|hotels?|museums?|restaurants?|cafes?|teahouses?|school|galler(?:y|ies)|fairs?|festivals?|bazaars?|posters?|postcards?|maps?|prints?|paintings?|photo\p{L}*|pictures?|views?|guides?|books?|albums?|souvenirs?|сдела\p{L}*|произвед\p{L}*|изготов\p{L}*|соткан\p{L}*|рожд\p{L}*|мастер-класс\p{L}*|мастерск\p{L}*|урок\p{L}*|курс\p{L}*|концерт\p{L}*|выставк\p{L}*|магазин\p{L}*|студи\p{L}*|отел\p{L}*|музе\p{L}*|ресторан\p{L}*|кафе|чаин(?:ая|ои|ую)|ярмарк\p{L}*|фестивал\p{L}*|постер\p{L}*|открытк\p{L}*|карт[аыу]|картин\p{L}*|фото\p{L}*|вид|виды|книг\p{L}*|альбом\p{L}*|istehsal\p{L}*|hazirlan\p{L}*|toxunmus|dersi?|kurs\p{L}*|konsert\p{L}*|sergi\p{L}*|magaza\p{L}*|studiya\p{L}*|otel\p{L}*|muze\p{L}*|restoran\p{L}*|kafe\p{L}*|cayxana\p{L}*|festival\p{L}*|yarmarka\p{L}*|poster\p{L}*|aciqca\p{L}*|xerite\p{L}*|sekil\p{L}*|kitab\p{L}*|albom\p{L}*)$/u;
/** What may go on behind a place that is no name of something. */
const GOES_ON =
  /^(?:\d.*|in|by|with|within|before|until|for|from|and|under|up|at|в|до|за|к|с|со|из|от|для|на|и|под|ile|ve|ucun)$/;
const LINK = /^(?:and|or|и|или|либо|ve|ya|yaxud|to|в|&|\/|\+)$/;

/** The country that goods should go to, by its own name or a city's. Of two nothing is taken: there is one filter. */
export function findDestination(tokens: readonly Token[], names: PlaceNames): FoundDestination | undefined {
  const places = tokens.flatMap((_, at) => placeAt(tokens, at, names) ?? []);
  for (const saying of SAYINGS) {
    for (const place of places) {
      const found = saidOf(tokens, place, saying, names);
      if (found) return isOneOfSeveral(tokens, found, names) ? undefined : found;
    }
  }
  return undefined;
}

function saidOf(
  tokens: readonly Token[],
  place: FoundPlace,
  saying: Saying,
  names: PlaceNames,
): FoundDestination | undefined {
  if (!saying.forms.some((form) => place.forms.has(form))) return undefined;
  const before = saying.before.exec(lineOf(tokens.slice(0, place.from)));
  if (!before) return undefined;
  const from = place.from - wordsIn(before[0]);
  const named = withNeighbours(tokens, place, names);
  const after = saying.after?.exec(lineOf(tokens.slice(named.from + named.count)));
  if (saying.after && !after) return undefined;
  const count = named.from + named.count - from + wordsIn(after?.[0] ?? "");
  return isMeant(tokens, place, { ...saying, from, count }) ? { value: place.country, from, count } : undefined;
}

const wordsIn = (line: string) => line.split(" ").filter((word) => word !== "").length;

type Said = Pick<Saying, "says" | "forms"> & { from: number; count: number };

/** Does the rest of the text agree that goods should go there? */
function isMeant(tokens: readonly Token[], place: FoundPlace, { says, forms, from, count }: Said): boolean {
  if (tokens[place.from]?.plain === "us" && !isCapital(tokens, place)) return false;
  if (says === "sent") return true;
  const next = tokens[from + count]?.plain ?? "";
  if (TRAVELS.test(tokens[from - 1]?.plain ?? "") || TRAVELS.test(next)) return false;
  const belongs = tokens.some(({ plain }) => BELONGS.test(plain));
  if (says === "to") {
    if (forms.includes("azerbaijaniTo")) return place.also === undefined && !isTooShort(tokens, place);
    // "в Баку" may be where it is: концерт в Баку.
    if (forms.includes("to") && place.forms.has("at")) return !belongs;
    return true;
  }
  if (place.country === HOME || (place.also === "person" && says === "for")) return false;
  if (place.also !== undefined && !isCapital(tokens, place)) return false;
  // Azerbaijani may say so at the beginning: "Almaniya üçün mis stəkan".
  const isFirst = from === 0 && /^(?:ucun)$|d[ae]$/.test(tokens[from + count - 1]?.plain ?? "");
  const isLast = tokens[from + count - 1]?.endsPart === true || next === "" || GOES_ON.test(next);
  return (isFirst || isLast) && !(says === "in" && belongs);
}

/** "Çinə" is a direction, "cine" may be anything. */
function isTooShort(tokens: readonly Token[], { from, count }: FoundPlace): boolean {
  const { plain, written } = tokens[from] ?? { plain: "", written: "" };
  return count === 1 && plain.length <= SHORTEST_WITHOUT_ACCENTS && !/[^\u0020-\u007E]/.test(written);
}

/** Written as a name: "to us" is no country, "to US" is one. */
function isCapital(tokens: readonly Token[], { from }: FoundPlace): boolean {
  const { plain, written } = tokens[from] ?? { plain: "", written: "" };
  return plain === "us" ? /U\.?S/.test(written) : /^\P{L}*\p{Lu}/u.test(written);
}

/** Where the words go on behind "and", "or to" and the like. */
function afterLinks(tokens: readonly Token[], at: number): number {
  return LINK.test(tokens[at]?.plain ?? "") ? afterLinks(tokens, at + 1) : at;
}

/** With the country beside its city, or with another city of it: "Hamburg, Germany", "Berlin or Hamburg". */
function withNeighbours(tokens: readonly Token[], place: FoundPlace, names: PlaceNames): FoundPlace {
  const at = afterLinks(tokens, place.from + place.count);
  const next = placeAt(tokens, at, names);
  if (next?.country !== place.country) return place;
  return withNeighbours(tokens, { ...place, count: at + next.count - place.from }, names);
}

function isOneOfSeveral(
  tokens: readonly Token[],
  { value, from, count }: FoundDestination,
  names: PlaceNames,
): boolean {
  const next = placeAt(tokens, afterLinks(tokens, from + count), names);
  return next !== undefined && next.country !== value && next.country !== HOME;
}

/** A place that is a part of the text by itself: "copper cups, Hamburg, with handles". */
export function findPartPlace(tokens: readonly Token[], names: PlaceNames): FoundDestination | undefined {
  return barePlace(tokens, names, ({ from, count }) => {
    const isBegun = from > 0 && tokens[from - 1]?.endsPart === true;
    return isBegun && (from + count === tokens.length || tokens[from + count - 1]?.endsPart === true);
  });
}

/** A place before a number that would else begin the text: "Germany: 40 cups". */
export function findOpeningPlace(tokens: readonly Token[], names: PlaceNames): FoundDestination | undefined {
  return barePlace(tokens, names, ({ from, count }) => {
    return from === 0 && tokens[count - 1]?.endsPart === true && /^\d+$/.test(tokens[count]?.plain ?? "");
  });
}

/** The same in a text that tells another part of a need: there a place may also begin or end it. */
export function findBarePlace(tokens: readonly Token[], names: PlaceNames): FoundDestination | undefined {
  return barePlace(tokens, names, ({ from, count }) => {
    const isEnded = tokens[from + count - 1]?.endsPart === true;
    if (from + count === tokens.length) return from > 0 && !LINKS_TO_NAME.test(tokens[from - 1]?.plain ?? "");
    return isEnded && (tokens[from - 1]?.endsPart ?? true);
  });
}

function barePlace(
  tokens: readonly Token[],
  names: PlaceNames,
  mayStand: (place: FoundPlace) => boolean,
): FoundDestination | undefined {
  if (tokens.some(({ plain }) => BELONGS.test(plain))) return undefined;
  for (const [at] of tokens.entries()) {
    const first = placeAt(tokens, at, names);
    const isName = first?.forms.has("name") && (first.also === undefined || isCapital(tokens, first));
    if (!first || !isName || first.country === HOME) continue;
    const place = withNeighbours(tokens, first, names);
    const found = { value: first.country, from: place.from, count: place.count };
    if (mayStand(place)) return isOneOfSeveral(tokens, found, names) ? undefined : found;
  }
  return undefined;
}

/** Words that make a name part of what is looked for: windows of Paris. */
const LINKS_TO_NAME = new RegExp(
  `^${oneOfWords("of from about by with and or the in for like de из о об про с и или от для по под как və haqqında kimi")}$`,
  "u",
);
