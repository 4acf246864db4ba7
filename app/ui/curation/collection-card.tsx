import { Link } from "@remix-run/react";
import type { CollectionCardView } from "~/modules/curation";
import { m } from "~/paraglide/messages.js";
import { usePaths } from "~/ui/layouts/site";
import { Picture } from "~/ui/primitives/picture";

type Props = { collection: CollectionCardView; heading?: "h2" | "h3" };

/** A collection with its first four pictures as one band. */
export function CollectionCard({ collection, heading: Heading = "h3" }: Props) {
  const paths = usePaths();
  return (
    <article className="group relative flex h-full flex-col overflow-hidden rounded border border-line bg-surface">
      <div className="grid grid-cols-4">
        {collection.pictures.map((picture) => (
          <Picture key={picture.sha256} picture={{ ...picture, alt: "" }} sizes="(min-width: 48rem) 10rem, 25vw" />
        ))}
      </div>
      <div className="flex flex-1 flex-col gap-1 p-5">
        <Heading className="text-xl" lang={collection.textLang}>
          <Link
            to={paths.collection(collection.slug)}
            prefetch="intent"
            className="underline-offset-4 after:absolute after:inset-0 group-hover:underline"
          >
            {collection.title}
          </Link>
        </Heading>
        <p className="line-clamp-3 text-muted" lang={collection.textLang}>
          {collection.introduction}
        </p>
        <p className="mt-auto pt-2 text-sm text-muted">{m["curation.entries"]({ count: collection.entryCount })}</p>
      </div>
    </article>
  );
}
