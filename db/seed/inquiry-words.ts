import type { Locale } from "~/platform/i18n/locales";

type Words = Readonly<Record<Locale, readonly string[]>>;

/** Invented people who ask without an account. */
export const GUESTS: readonly { name: string; email: string; locale: Locale; country: string; company?: string }[] = [
  {
    name: "Мария Иванова",
    email: "maria@lavka-remesel.example",
    locale: "ru",
    country: "RU",
    company: "Лавка ремёсел",
  },
  { name: "Emily Carter", email: "emily@hearthandloom.example", locale: "en", country: "GB", company: "Hearth & Loom" },
  { name: "Lukas Brandt", email: "lukas@kontor-sued.example", locale: "en", country: "DE", company: "Kontor Süd" },
  { name: "Selin Aksoy", email: "selin@nakis.example", locale: "en", country: "TR", company: "Nakış Ev" },
  { name: "Tünzalə Həsənova", email: "tunzale@ornek.example", locale: "az", country: "AZ" },
  { name: "Giorgi Beridze", email: "giorgi@abanotubani.example", locale: "ru", country: "GE" },
  {
    name: "Hannah Weiss",
    email: "hannah@weiss-interior.example",
    locale: "en",
    country: "AT",
    company: "Weiss Interior",
  },
  { name: "Данияр Омаров", email: "daniyar@steppe-home.example", locale: "ru", country: "KZ", company: "Steppe Home" },
  {
    name: "Noor Al Suwaidi",
    email: "noor@majlis-living.example",
    locale: "en",
    country: "AE",
    company: "Majlis Living",
  },
  { name: "Orxan Məmmədli", email: "orxan@toyxana.example", locale: "az", country: "AZ" },
];

export const QUESTIONS: Words = {
  az: [
    "Salam! Bundan {count} ədəd lazımdır. Qiyməti necə olar və nə vaxta hazır edərsiniz?",
    "Salam, hədiyyə üçün axtarırıq, {count} ədəd. Qutuya yığıb göndərmək mümkündürmü?",
    "Xeyirli günlər! Şəkildəki ilə eyni naxışda {count} ədəd düzəldə bilərsiniz?",
  ],
  en: [
    "Hello, we are looking for {count} of these for our shop. What would they cost delivered, and when could they be ready?",
    "Hi! Could you make {count} pieces in the same pattern as in the picture? We would need a gift box for each.",
    "Good morning. We saw your work at a fair. For {count} pieces: which delivery do you recommend, and is each of them signed?",
  ],
  ru: [
    "Здравствуйте! Нужно {count} шт. для магазина. Какая будет цена с доставкой и к какому сроку успеете?",
    "Добрый день! Можно ли сделать {count} шт. с таким же узором, как на фото? Упаковка нужна подарочная.",
    "Здравствуйте, ищем подарки партнёрам, {count} шт. Подскажите, пожалуйста, вес одной штуки и сроки.",
  ],
};

/** Of a service nobody asks for pieces. */
export const SERVICE_QUESTIONS: Words = {
  az: [
    "Salam! Yaxın həftələrdə hansı günlər boşdur və qiymətə nələr daxildir?",
    "Salam, dörd nəfərik. Özümüzlə nə gətirməliyik və hansı dildə aparırsınız?",
  ],
  en: [
    "Hello! Which days are free in the coming weeks, and what is included in the price?",
    "Hi, there would be four of us. In which languages do you work, and what should we bring?",
  ],
  ru: [
    "Здравствуйте! Какие дни свободны в ближайшие недели и что входит в цену?",
    "Добрый день, нас четверо. На каком языке вы работаете и что взять с собой?",
  ],
};

export const SAMPLES: Readonly<Record<Locale, string>> = {
  az: "Salam! Bir ədəd nümunə sifariş etmək istəyirəm. Qiyməti və çatdırılması necə olar?",
  en: "Hello! I would like to order one piece as a sample. What would it cost, delivery included?",
  ru: "Здравствуйте! Хочу заказать один образец. Сколько он будет стоить с доставкой?",
};

export const ANSWERS: readonly string[] = [
  "Salam, maraqlandığınız üçün sağ olun! Edərik. Qiymət və müddət aşağıdadır, qutusu qiymətə daxildir.",
  "Salam! Bəli, eyni naxışda edirik. Hər birini əllə işləyirik, ona görə bir az fərqlənə bilər. Faktları aşağıda göndərirəm.",
  "Xoş gördük! Hazırda bir hissəsi var, qalanını sizin üçün düzəldərik. Şərtlər aşağıda; sualınız olsa, yazın.",
];

export const SERVICE_ANSWERS: readonly string[] = [
  "Salam! Günü sizinlə razılaşdırarıq, lazım olan hər şey bizdə var. Qiymət və tarix aşağıdadır.",
  "Xoş gördük! Azərbaycanca, rusca və bir az ingiliscə danışırıq. Şərtlər aşağıda; sualınız olsa, yazın.",
];

export const THANKS: Words = {
  az: ["Çox sağ olun, evdəkilərlə danışıb yazaram."],
  en: ["Thank you, that helps. I will talk to my colleagues and come back to you."],
  ru: ["Спасибо, всё понятно. Обсудим и вернёмся к вам."],
};

export const CLOSINGS: readonly string[] = ["Gözləyirik. Nə vaxt istəsəniz, yazın.", "Buyurun, hazırıq!"];

export const DECLINE = "Bu il üçün sifariş götürmürük, yazda yenidən yazın.";

/** What a workshop answers often. */
export const SAVED_ANSWERS: readonly { key: string; title: string; texts: Readonly<Record<Locale, string>> }[] = [
  {
    key: "care",
    title: "Qulluq",
    texts: {
      az: "Yumşaq parça və ilıq su ilə təmizləyin; qabyuyan maşına qoymayın. Rəngi tündləşsə, limon və duz kömək edir.",
      en: "Clean it with a soft cloth and lukewarm water; do not put it into a dishwasher. If it darkens, lemon and salt help.",
      ru: "Протирайте мягкой тканью и тёплой водой; в посудомоечную машину не ставьте. Если потемнеет, помогут лимон и соль.",
    },
  },
  {
    key: "packing",
    title: "Qablaşdırma",
    texts: {
      az: "Hər məhsulu ayrıca qutuda, saman və kağızla göndəririk. Yolda zədələnsə, şəklini yazın: yenisini edirik.",
      en: "Each piece goes in a box of its own, in straw and paper. If it is damaged on the way, send a picture: we make a new one.",
      ru: "Каждое изделие упаковываем отдельно, в солому и бумагу. Если повредится в пути, пришлите фото: сделаем новое.",
    },
  },
];
