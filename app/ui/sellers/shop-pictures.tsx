import type { ReactNode } from "react";
import { Picture } from "~/ui/primitives/picture";

type StoredPicture = { sha256: string; placeholder: string };

/** A wide band above a shop's page; decorative, for its name and story say what is on it. */
export function ShopCover({ cover }: { cover: StoredPicture | undefined }) {
  return cover ? (
    <Picture
      picture={{ ...cover, alt: "" }}
      shape="band"
      sizes="(min-width: 80rem) 76rem, 100vw"
      isFirst
      className="mb-8 rounded"
    />
  ) : null;
}

type HeadingProps = { name: string; logo: StoredPicture | undefined; children: ReactNode };

/** The shop's name, with its logo beside it when it has one, and its place below. */
export function ShopHeading({ name, logo, children }: HeadingProps) {
  return (
    <div className="flex items-center gap-5">
      {logo ? (
        <Picture picture={{ ...logo, alt: "" }} shape="square" sizes="6rem" className="w-20 shrink-0 rounded sm:w-24" />
      ) : null}
      <div className="min-w-0">
        <h1 className="text-3xl">{name}</h1>
        <p className="mt-2 text-muted">{children}</p>
      </div>
    </div>
  );
}
