import type { Locale } from "~/platform/i18n/locales";

/** An invented buyer. Numbers and streets are invented, too. */
export type DemoBuyer = {
  key: string;
  email: string;
  name: string;
  what: string;
  locale: Locale;
  currency: string;
  destination: string;
  company?: { name: string; taxId: string; country: string };
  addresses: readonly { line1: string; city: string; postalCode: string; country: string }[];
};

export const demoBuyers: readonly DemoBuyer[] = [
  {
    key: "buyer-hamburg",
    email: "jonas@elbkontor.example",
    name: "Jonas Petersen",
    what: "buyer, Hamburg, for a café supplier",
    locale: "en",
    currency: "EUR",
    destination: "DE",
    company: { name: "Elbkontor Gastrobedarf GmbH", taxId: "DE000000000", country: "DE" },
    addresses: [
      { line1: "Musterkai 12", city: "Hamburg", postalCode: "20457", country: "DE" },
      { line1: "Beispielweg 3", city: "Norderstedt", postalCode: "22844", country: "DE" },
    ],
  },
  {
    key: "buyer-lyon",
    email: "claire@maison-buta.example",
    name: "Claire Fontaine",
    what: "buyer, Lyon, for a concept shop",
    locale: "en",
    currency: "EUR",
    destination: "FR",
    company: { name: "Maison Buta SARL", taxId: "FR00000000000", country: "FR" },
    addresses: [{ line1: "8 rue de l’Exemple", city: "Lyon", postalCode: "69001", country: "FR" }],
  },
  {
    key: "buyer-almaty",
    email: "aigerim@tumar.example",
    name: "Айгерим Сейткали",
    what: "buyer, Almaty, private",
    locale: "ru",
    currency: "KZT",
    destination: "KZ",
    addresses: [{ line1: "ул. Примерная, 21, кв. 5", city: "Алматы", postalCode: "050000", country: "KZ" }],
  },
  {
    key: "buyer-baku",
    email: "rauf@abseron.example",
    name: "Rauf Əlizadə",
    what: "buyer, Baku, private",
    locale: "az",
    currency: "AZN",
    destination: "AZ",
    addresses: [{ line1: "Nümunə küçəsi 7, mənzil 14", city: "Bakı", postalCode: "AZ1000", country: "AZ" }],
  },
];
