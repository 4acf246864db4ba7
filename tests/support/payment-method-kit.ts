import { expect, it } from "vitest";
import { DELIVERIES, type Delivery } from "~/modules/orders";
import type { PaymentMethodRules, ToPay } from "~/modules/payments/methods/methods";
import { money } from "~/platform/money";

/** What a way to pay says of itself beside its rules, so that one kit asks each of them the right questions. */
export type MethodTraits = {
  /** What has to be set on the site for it; undefined where nothing has. */
  needs: "hasStripe" | "hasAccount" | undefined;
  /** The largest amount of EUR that it takes, in cents; undefined where there is none. */
  largestMinor: bigint | undefined;
  /** It is paid where the goods are handed over. */
  isAtDoor: boolean;
};

/** An order of 69.00 EUR that each way to pay takes, where the site has all that any of them needs. */
export function somethingToPay({ isAtDoor }: MethodTraits, changes: Partial<ToPay> = {}): ToPay {
  return {
    total: money(6_900n, "EUR"),
    destination: isAtDoor ? "AZ" : "DE",
    deliveries: [isAtDoor ? "pick_up" : "post"],
    hasStripe: true,
    hasAccount: true,
    ...changes,
  };
}

const SETTINGS = ["hasStripe", "hasAccount"] as const;

/** What every way to pay keeps to, a new one too: run it inside a `describe` of that way. */
export function keepsTheRulesOfMethods(rules: PaymentMethodRules, traits: MethodTraits): void {
  const whyNot = (changes: Partial<ToPay> = {}) => rules.whyNot(somethingToPay(traits, changes));

  it("is offered for what it is made for", () => {
    expect(whyNot()).toBeUndefined();
  });

  it.each([0n, -1n, -6_900n])("is not offered for %s minor units", (amountMinor) => {
    expect(whyNot({ total: money(amountMinor, "EUR") })).toBe("amount-not-taken");
  });

  it("takes amounts up to its largest and none above", () => {
    const { largestMinor } = traits;
    expect(whyNot({ total: money(largestMinor ?? 10n ** 15n, "EUR") })).toBeUndefined();
    if (largestMinor === undefined) return;
    expect(whyNot({ total: money(largestMinor + 1n, "EUR") })).toBe("amount-not-taken");
  });

  it.each(SETTINGS)("minds the setting %s only where it needs it", (setting) => {
    expect(whyNot({ [setting]: false })).toBe(traits.needs === setting ? "not-configured" : undefined);
  });

  it.each(DELIVERIES.map((delivery) => ({ delivery })))("is offered for $delivery where it may be", ({ delivery }) => {
    const isOffered = !traits.isAtDoor || delivery === "pick_up";
    expect(whyNot({ deliveries: [delivery] }) === undefined).toBe(isOffered);
  });

  it("is offered at the door only when all is picked up, and at home", () => {
    const others: Partial<ToPay>[] = [{ deliveries: ["pick_up", "post"] }, { deliveries: [] }, { destination: "DE" }];
    for (const other of others) expect(whyNot(other)).toBe(traits.isAtDoor ? "not-picked-up" : undefined);
  });

  it("answers the same when it is asked again, and changes nothing of what it is asked about", () => {
    for (const delivery of DELIVERIES) {
      for (const amountMinor of [-1n, 0n, 1n, 6_900n, 10n ** 12n]) {
        const asked = somethingToPay(traits, { deliveries: [delivery], total: money(amountMinor, "EUR") });
        const before = { ...asked, deliveries: [...asked.deliveries] satisfies Delivery[] };
        expect(rules.whyNot(asked)).toBe(rules.whyNot(asked));
        expect(asked).toEqual(before);
      }
    }
  });
}
