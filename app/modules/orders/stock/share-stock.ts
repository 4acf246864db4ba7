/** Pieces of a variant that a line cannot do without, and those that it takes when they are there. */
export type Wanted = { variantId: string; least: number; most: number };

/** Two orders of one checkout may want the same variant. */
export function togetherByVariant(wanted: readonly Wanted[]): Wanted[] {
  const together = new Map<string, Wanted>();
  for (const { variantId, least, most } of wanted) {
    const before = together.get(variantId) ?? { variantId, least: 0, most: 0 };
    together.set(variantId, { variantId, least: before.least + least, most: before.most + most });
  }
  return [...together.values()];
}

/**
 * How many pieces each line gets of those that were taken: first what it cannot do without, then, in the order given, what
 * else it takes. Lines that get none are left out.
 *
 * @param taken pieces by variant
 */
export function shareTaken<Line extends Wanted>(
  wanted: readonly Line[],
  taken: ReadonlyMap<string, number>,
): (Line & { quantity: number })[] {
  const left = new Map(taken);
  const take = (variantId: string, most: number) => {
    const quantity = Math.min(most, left.get(variantId) ?? 0);
    left.set(variantId, (left.get(variantId) ?? 0) - quantity);
    return quantity;
  };
  const needed = wanted.map((line) => ({ line, quantity: take(line.variantId, line.least) }));
  return needed.flatMap(({ line, quantity: sure }) => {
    const quantity = sure + take(line.variantId, line.most - sure);
    return quantity === 0 ? [] : [{ ...line, quantity }];
  });
}
