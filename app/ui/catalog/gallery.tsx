import { useRef, useState } from "react";
import type { PictureOfListing } from "~/modules/catalog";
import { mediaPath } from "~/platform/http/public-paths";
import { m } from "~/paraglide/messages.js";
import { Icon } from "~/ui/primitives/icon";
import { Picture, Thumbnail } from "~/ui/primitives/picture";

export const GALLERY_SIZES = "(min-width: 64rem) 38rem, 100vw";

/**
 * A strip that scrolls sideways with the finger or the keyboard, thumbnails that lead to each picture, and a zoom.
 * Without JavaScript the thumbnails are plain links to the pictures' anchors and the zoom opens the file.
 */
export function Gallery({ pictures }: { pictures: readonly PictureOfListing[] }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [zoomed, setZoomed] = useState<PictureOfListing>();
  if (pictures.length === 0) return <div className="aspect-4/5 rounded bg-sunken" />;

  return (
    <section aria-label={m["catalog.gallery.label"]()}>
      <ul
        tabIndex={0}
        className="flex snap-x snap-mandatory gap-2 overflow-x-auto rounded scroll-smooth [scrollbar-width:thin]"
      >
        {pictures.map((picture, index) => (
          <li key={picture.sha256} id={`picture-${index + 1}`} className="w-full shrink-0 snap-start">
            <a
              href={mediaPath(picture.sha256, 1280, "jpeg")}
              className="relative block"
              aria-label={m["catalog.gallery.zoom"]({ alt: picture.alt })}
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey) return;
                event.preventDefault();
                setZoomed(picture);
                dialog.current?.showModal();
              }}
            >
              <Picture picture={picture} sizes={GALLERY_SIZES} isFirst={index === 0} className="rounded" />
            </a>
          </li>
        ))}
      </ul>
      {pictures.length > 1 ? (
        <ol className="mt-3 grid grid-cols-4 gap-2 sm:grid-cols-6">
          {pictures.map((picture, index) => (
            <li key={picture.sha256}>
              <a
                href={`#picture-${index + 1}`}
                className="block overflow-hidden rounded border border-line hover:border-ink"
                onClick={(event) => {
                  event.preventDefault();
                  const target = document.getElementById(`picture-${index + 1}`);
                  target?.parentElement?.scrollTo({ left: target.offsetLeft - target.parentElement.offsetLeft });
                }}
              >
                <Thumbnail sha256={picture.sha256} alt={picture.alt} />
              </a>
            </li>
          ))}
        </ol>
      ) : null}
      <dialog
        ref={dialog}
        aria-label={zoomed?.alt}
        className="m-auto max-h-dvh max-w-none bg-transparent p-0 backdrop:bg-ink/90"
      >
        <button
          type="button"
          className="fixed inset-0 cursor-zoom-out -outline-offset-4"
          aria-label={m["catalog.gallery.close"]()}
          onClick={() => dialog.current?.close()}
        >
          <span className="fixed right-4 top-4 z-10 flex size-11 items-center justify-center rounded-full bg-surface text-ink">
            <Icon name="close" />
          </span>
        </button>
        {zoomed ? (
          <img
            src={mediaPath(zoomed.sha256, 1280, "webp")}
            alt={zoomed.alt}
            width={1280}
            height={1600}
            className="pointer-events-none relative h-dvh w-auto object-contain"
          />
        ) : null}
      </dialog>
    </section>
  );
}
