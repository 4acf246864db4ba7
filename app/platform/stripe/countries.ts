/**
 * Countries in which Stripe opens accounts, ISO 3166-1 alpha-2. Source: stripe.com/global, as of 2026-11. Azerbaijan is not
 * among them: the merchant of record is an entity of the Federation in one of these. India takes new accounts by invitation.
 */
export const STRIPE_COUNTRIES: readonly string[] = [
  "AE AT AU BE BG BR CA CH CY CZ DE DK EE ES FI FR GB GI GR HK HR HU IE IN IT JP LI LT LU LV MT MX MY NL NO NZ PL PT RO",
  "SE SG SI SK TH US",
].flatMap((line) => line.split(" "));
