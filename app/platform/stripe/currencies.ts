/**
 * Currencies in which Stripe takes payments. Source: docs.stripe.com/currencies#presentment-currencies, as of
 * 2026, not yet compared with that page line by line. An account's country and the buyer's method may narrow it; Stripe says so when the session is made.
 */
export const STRIPE_CURRENCIES: readonly string[] = [
  "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BWP BYN BZD CAD CDF CHF CLP CNY COP",
  "CRC CVE CZK DJF DKK DOP DZD EGP ETB EUR FJD FKP GBP GEL GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR ISK JMD JOD",
  "JPY KES KGS KHR KMF KRW KWD KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MUR MVR MWK MXN MYR MZN NAD NGN",
  "NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SEK SGD SHP SLE SOS SRD STD SZL THB",
  "TJS TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW",
].flatMap((line) => line.split(" "));

/** Amounts are whole units. Source: docs.stripe.com/currencies#zero-decimal. */
export const ZERO_DECIMAL: readonly string[] = "BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF".split(" ");

/** Amounts are thousandths whose last digit is 0. Source: docs.stripe.com/currencies#three-decimal. */
export const THREE_DECIMAL: readonly string[] = "BHD JOD KWD OMR TND".split(" ");

/** Whole units, sent as if they had hundredths. Source: docs.stripe.com/currencies#special-cases. */
export const WHOLE_AS_HUNDREDTHS: readonly string[] = ["ISK", "UGX"];

/**
 * Smallest charges in Stripe's own amounts. Source: docs.stripe.com/currencies#minimum-and-maximum-charge-amounts. For
 * currencies that are not named, Stripe wants the worth of the smallest charge in the account's currency.
 */
export const SMALLEST_CHARGE: Readonly<Record<string, number>> = {
  AED: 200,
  AUD: 50,
  BRL: 50,
  CAD: 50,
  CHF: 50,
  CZK: 1500,
  DKK: 250,
  EUR: 50,
  GBP: 30,
  HKD: 400,
  HUF: 17_500,
  INR: 50,
  JPY: 50,
  MXN: 1000,
  MYR: 200,
  NOK: 300,
  NZD: 50,
  PLN: 200,
  RON: 200,
  SEK: 300,
  SGD: 50,
  THB: 1000,
  USD: 50,
};

/** Eight digits. Stripe allows more in a few currencies; this is what it takes in each. Source: as above. */
export const LARGEST_CHARGE = 99_999_999;
