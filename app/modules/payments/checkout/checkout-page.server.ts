import { countryName } from "~/modules/catalog/index.server";
import { chargeCurrency, groupKey, type CartView, type OrderKind, type PaymentMethod } from "~/modules/orders";
import {
  cartView,
  isCarried,
  isInUnion,
  isWithdrawable,
  merchantPlace,
  readCart,
  type CartOwner,
} from "~/modules/orders/index.server";
import { findPerson, findProfile, listAddresses } from "~/modules/accounts/index.server";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import type { Reader } from "~/platform/i18n/reader";
import { formatMoney, money, type Money } from "~/platform/money";
import type { BuyerActor } from "~/platform/session/actors.server";
import { merchant } from "../merchant.server";
import { offeredMethods } from "../methods/methods";
import { transferAccount } from "~/platform/transfer-account.server";

export type CheckoutQuestion = {
  owner: CartOwner;
  reader: Reader;
  /** Chosen in the address; the reader's own when there is none. */
  pay: string | undefined;
  /** Parts of the cart; all that can be ordered when none is named. */
  wanted: readonly string[];
  hasStripe: boolean;
};

/** What is about to be ordered, in figures and in words. */
export type CheckoutPage = {
  currency: string;
  groups: string[];
  total: Money;
  needsAddress: boolean;
  needsAcceptance: boolean;
  methods: PaymentMethod[];
  view: {
    cart: Pick<CartView, "groups" | "rateNote" | "customs" | "tax">;
    total: string;
    totalMinor: string;
    country: string;
    /** Undefined where the site sells nothing. */
    merchant: { name: string; place: string; statement: string } | undefined;
    /** From which of it somebody who buys as a consumer may withdraw afterwards. */
    withdrawals: OrderKind[];
  };
};

/** @returns undefined when nothing of what is asked for can be ordered */
export async function openCheckout(
  db: Db,
  { owner, reader, pay, wanted, hasStripe }: CheckoutQuestion,
  now = clock(),
): Promise<CheckoutPage | undefined> {
  const currency = chargeCurrency(reader, pay);
  const cart = await readCart(db, { owner, reader, currency }, now);
  const groups = cart.groups.filter(
    (group) => group.total !== undefined && (wanted.length === 0 || wanted.includes(groupKey(group))),
  );
  if (groups.length === 0) return undefined;
  const total = money(
    groups.reduce((sum, group) => sum + (group.total?.amountMinor ?? 0n), 0n),
    currency,
  );
  const whole = await cartView(db, { ...cart, groups }, reader, now);
  const deliveries = groups.flatMap(({ chosen }) => chosen?.service ?? []);
  const withdrawable = groups.filter(isWithdrawable).map(({ kind }) => kind);
  const taker = merchant();
  const hasAccount = transferAccount() !== undefined;
  return {
    currency,
    groups: groups.map(groupKey),
    total,
    needsAddress: groups.some(isCarried),
    needsAcceptance: groups.some(({ needsAcceptance }) => needsAcceptance),
    methods: taker ? offeredMethods({ total, destination: reader.destination, deliveries, hasStripe, hasAccount }) : [],
    view: {
      cart: { groups: whole.groups, rateNote: whole.rateNote, customs: whole.customs, tax: whole.tax },
      total: formatMoney(total, reader.lang),
      totalMinor: total.amountMinor.toString(),
      country: countryName(reader.destination, reader.lang),
      merchant: taker && {
        name: taker.name,
        place: merchantPlace(taker, reader.lang),
        statement: taker.statement,
      },
      withdrawals: (await isInUnion(db, reader.destination)) ? [...new Set(withdrawable)] : [],
    },
  };
}

/** What the form is filled with for somebody who is signed in: her name, and her address in this country. */
export async function filledIn(
  db: Db,
  buyer: BuyerActor,
  destination: string,
): Promise<Record<string, string | undefined>> {
  const [person, profile, addresses] = await Promise.all([
    findPerson(db, buyer.userId),
    findProfile(db, buyer.userId),
    listAddresses(db, buyer.userId),
  ]);
  const address = addresses.find(({ country }) => country === destination);
  return {
    name: person?.name,
    company: profile?.companyName,
    email: person?.email,
    recipient: address?.recipient ?? person?.name,
    line1: address?.line1,
    line2: address?.line2,
    city: address?.city,
    region: address?.region,
    postalCode: address?.postalCode,
    phone: address?.phone ?? person?.phone,
  };
}
