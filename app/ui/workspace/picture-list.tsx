import { useSubmit } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { m } from "~/paraglide/messages.js";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { PictureCard } from "./picture-card";
import type { ArrangedPicture } from "./picture-choices";
import { useOrder } from "./use-order";

type Props = {
  listingId: string;
  formKey: string;
  isEditable: boolean;
  pictures: readonly ArrangedPicture[];
  variants: readonly { value: string; label: string }[];
};

/** The pictures of a listing in their order, to be dragged, stepped by the keyboard, or moved by plain forms. */
export function PictureList({ listingId, formKey, isEditable, pictures, variants }: Props) {
  const paths = useAllPaths();
  const submit = useSubmit();
  const stored = pictures.map(({ imageId }) => imageId);
  const order = useOrder(stored, (ids) => {
    const form = new FormData();
    for (const id of ids) form.append("imageIds", id);
    submit(form, {
      method: "post",
      action: paths.orderListingPictures(listingId),
      replace: true,
      preventScrollReset: true,
    });
  });
  const byId = new Map(pictures.map((picture) => [picture.imageId, picture]));
  const shown = order.ids.flatMap((id) => byId.get(id) ?? []);

  // A thing that is moved in the document loses the focus.
  const { moved } = order;
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (moved) list.current?.querySelector<HTMLElement>(`[data-handle="${moved.id}"]`)?.focus({ preventScroll: true });
  }, [moved]);

  return (
    <>
      <ol ref={list} className="grid grid-cols-2 gap-x-4 gap-y-6 sm:grid-cols-3">
        {shown.map((picture, index) => (
          <PictureCard
            key={picture.imageId}
            listingId={listingId}
            formKey={formKey}
            isEditable={isEditable}
            picture={picture}
            variants={variants}
            position={index + 1}
            count={shown.length}
            order={order}
          />
        ))}
      </ol>
      <p role="status" className="sr-only">
        {moved ? m["catalog.pictures.nowAt"]({ position: moved.position, count: shown.length }) : ""}
      </p>
    </>
  );
}
