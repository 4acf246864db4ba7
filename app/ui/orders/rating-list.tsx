import type { RatingsView } from "~/modules/orders";
import { m } from "~/paraglide/messages.js";
import { Rating } from "./rating";

/** What buyers say of a listing or a shop; nothing where nobody has said anything. */
export function RatingList({ ratings }: { ratings: RatingsView }) {
  const { count, countText, average } = ratings;
  if (count === 0) return null;
  return (
    <section className="mt-12" aria-labelledby="ratings">
      <h2 id="ratings" className="text-2xl">
        {m["orders.rating.title"]()}
      </h2>
      <p className="mt-1 text-muted">
        {average === undefined
          ? `${countText}. ${m["orders.rating.tooFew"]()}`
          : m["orders.rating.averageOf"]({ average, count: countText })}
      </p>
      <ul className="mt-4 grid gap-x-10 gap-y-6 md:grid-cols-2">
        {ratings.ratings.map((one) => (
          <li key={one.key}>
            <Rating rating={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}
