import { Link } from "@remix-run/react";
import { m } from "~/paraglide/messages.js";
import { Picture } from "~/ui/primitives/picture";

type Door = { id: string; label: string; count: number; picture?: { sha256: string; placeholder: string } };

type Props = { doors: readonly Door[]; hrefOf: (id: string) => string; heading?: "h2" | "h3" };

/** Pictures that lead into a part of the catalogue. */
export function DoorGrid({ doors, hrefOf, heading: Heading = "h3" }: Props) {
  return (
    <ul className="grid grid-cols-2 gap-4 sm:grid-cols-3 lg:grid-cols-6">
      {doors.map((door) => (
        <li key={door.id} className="group relative">
          <div className="overflow-hidden rounded bg-sunken">
            {door.picture ? (
              <Picture
                picture={{ ...door.picture, alt: "" }}
                sizes="(min-width: 64rem) 13rem, (min-width: 36rem) 30vw, 46vw"
                className="aspect-square! transition-transform duration-200 group-hover:scale-[1.03]"
              />
            ) : (
              <div className="aspect-square" />
            )}
          </div>
          <Heading className="mt-2 font-sans text-base font-semibold leading-snug tracking-normal">
            <Link
              to={hrefOf(door.id)}
              prefetch="intent"
              className="underline-offset-4 after:absolute after:inset-0 group-hover:underline"
            >
              {door.label}
            </Link>
          </Heading>
          <p className="text-sm text-muted">{m["catalog.listingCount"]({ count: door.count })}</p>
        </li>
      ))}
    </ul>
  );
}
