export type WeighedParcel = {
  /** As it was written when the parcel left; null where nobody weighed it. */
  weightGrams: number | null;
  /** What is in it, without packing; 0 where nobody told. */
  netGrams: number;
};

/**
 * Gross weights of an order's parcels, in grams. What a form says is of the whole order, as on the invoice: where there is one
 * parcel it is that one's, whatever was written as it left. Of several, those that nobody weighed share what is left by what is
 * in them, so that the parcels come to the whole and none weighs less than its contents while the whole does not.
 *
 * @param wholeGrams of all parcels together; undefined where the form says nothing
 * @returns parcel by parcel; undefined where nothing tells it
 */
export function grossWeights(
  parcels: readonly WeighedParcel[],
  wholeGrams: number | undefined,
): (number | undefined)[] {
  const [first] = parcels;
  if (parcels.length <= 1) return [wholeGrams ?? first?.weightGrams ?? undefined];
  const unweighed = parcels.filter(({ weightGrams }) => weightGrams === null);
  const rest = (wholeGrams ?? 0) - parcels.reduce((sum, { weightGrams }) => sum + (weightGrams ?? 0), 0);
  const isTold = unweighed.every(({ netGrams }) => netGrams > 0);
  const weightOf = ({ netGrams }: WeighedParcel) => (isTold ? netGrams : 1);
  const together = unweighed.reduce((sum, parcel) => sum + weightOf(parcel), 0);
  let before = 0;
  return parcels.map((parcel) => {
    if (parcel.weightGrams !== null) return parcel.weightGrams;
    if (rest <= 0) return undefined;
    // Each begins where the one before ended, so that rounding loses no gram.
    const begun = Math.floor((rest * before) / together);
    before += weightOf(parcel);
    return Math.floor((rest * before) / together) - begun;
  });
}
