import type { ComparedFact, Fact } from "~/modules/catalog";
import { m } from "~/paraglide/messages.js";
import { mediaPath } from "~/platform/http/public-paths";
import { Badge } from "~/ui/primitives/badge";
import { Picture, type PictureView } from "~/ui/primitives/picture";
import { DiffWords } from "./diff-words";

type Props = {
  comparedWith: "published" | "approved" | undefined;
  pictures: readonly (PictureView & { isNew: boolean })[];
  gonePictures: readonly PictureView[];
  changed: readonly ComparedFact[];
  same: readonly Fact[];
};

const SIZES = "(min-width: 64rem) 20rem, (min-width: 40rem) 45vw, 100vw";

/** A listing as a reviewer judges it: its pictures, what differs from what the public sees, and everything else. */
export function ListingSheet({ comparedWith, pictures, gonePictures, changed, same }: Props) {
  return (
    <div className="flex flex-col gap-8">
      <PictureGrid pictures={pictures} />
      {gonePictures.length > 0 ? (
        <section>
          <h2 className="text-lg">{m["reviews.listing.gonePictures"]()}</h2>
          <ul className="mt-3 grid grid-cols-3 gap-3 sm:grid-cols-6">
            {gonePictures.map((picture) => (
              <li key={picture.sha256}>
                <Picture picture={picture} sizes="10rem" className="rounded opacity-70" />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {comparedWith ? (
        <section>
          <h2 className="text-lg">
            {comparedWith === "approved" ? m["reviews.listing.changedSince"]() : m["reviews.listing.changed"]()}
          </h2>
          {changed.length === 0 ? (
            <p className="mt-1 text-muted">
              {comparedWith === "approved"
                ? m["reviews.listing.nothingSince"]()
                : m["reviews.listing.nothingChanged"]()}
            </p>
          ) : null}
          <dl className="mt-3 flex flex-col gap-3">
            {changed.map(({ label, lang, before, after }) => (
              <div key={label} className="rounded border border-line bg-surface px-5 py-3">
                <dt className="text-sm text-muted">{label}</dt>
                <dd className="mt-1">
                  <DiffWords before={before} after={after} lang={lang} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ) : null}
      {same.length > 0 ? (
        <section>
          <h2 className="text-lg">{comparedWith ? m["reviews.listing.same"]() : m["reviews.listing.facts"]()}</h2>
          <FactList facts={same} />
        </section>
      ) : null}
    </div>
  );
}

/** Pictures that open in full when they are pressed. */
export function PictureGrid({ pictures }: { pictures: readonly (PictureView & { isNew?: boolean })[] }) {
  return (
    <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
      {pictures.map((picture, index) => (
        <li key={picture.sha256} className="relative">
          <a href={mediaPath(picture.sha256, 1280, "jpeg")} target="_blank" rel="noreferrer" className="block">
            <Picture picture={picture} sizes={SIZES} isFirst={index === 0} className="rounded" />
          </a>
          {picture.isNew ? (
            <span className="absolute left-2 top-2">
              <Badge tone="verified">{m["reviews.listing.newPicture"]()}</Badge>
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="mt-3 divide-y divide-line rounded border border-line bg-surface">
      {facts.map(({ label, value, lang }) => (
        <div key={label} className="grid gap-x-6 gap-y-1 px-5 py-3 sm:grid-cols-[12rem_1fr]">
          <dt className="text-sm text-muted">{label}</dt>
          <dd lang={lang} className="whitespace-pre-line break-words">
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
