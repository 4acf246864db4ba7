import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { m } from "~/paraglide/messages.js";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { Icon, type IconName } from "~/ui/primitives/icon";
import { Picture } from "~/ui/primitives/picture";
import { PictureChoices, type ArrangedPicture } from "./picture-choices";
import type { Order } from "./use-order";

type Props = {
  listingId: string;
  formKey: string;
  isEditable: boolean;
  picture: ArrangedPicture;
  variants: readonly { value: string; label: string }[];
  /** From 1 on. */
  position: number;
  count: number;
  order: Order;
};

const TOOL = "inline-flex size-11 items-center justify-center rounded hover:bg-sunken disabled:opacity-30";
const STEPS: Readonly<Record<string, -1 | 1>> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };

/** One picture as buyers see it cut, with everything that can be done to it. */
export function PictureCard({ listingId, formKey, isEditable, picture, variants, position, count, order }: Props) {
  const paths = useAllPaths();
  const { imageId } = picture;
  const name = m["catalog.pictures.nth"]({ position });
  const move = paths.moveListingPicture(listingId);
  return (
    <li
      data-ordered={imageId}
      data-dragged={order.dragged === imageId}
      className="flex flex-col gap-2 data-[dragged=true]:opacity-60"
    >
      <div className="relative">
        <Picture picture={picture} sizes="(min-width: 48rem) 15rem, 50vw" className="rounded" />
        <span className="absolute left-2 top-2 rounded bg-surface px-2 py-0.5 text-sm font-semibold">
          {position === 1 ? m["catalog.pictures.first"]() : position}
        </span>
        {isEditable && count > 1 ? (
          <button
            type="button"
            data-handle={imageId}
            aria-label={`${name}: ${m["catalog.pictures.drag"]()}`}
            className="absolute right-2 top-2 inline-flex size-11 cursor-grab touch-none items-center justify-center rounded bg-surface noscript:hidden"
            onKeyDown={(event) => {
              const by = STEPS[event.key];
              if (by === undefined) return;
              event.preventDefault();
              order.step(imageId, by);
            }}
            {...order.drag(imageId)}
          >
            <Icon name="move" />
          </button>
        ) : null}
      </div>
      {isEditable ? (
        <>
          <div className="flex justify-between">
            <Deed action={move} formKey={formKey} fields={{ imageId, direction: "earlier" }}>
              <Tool icon="arrowLeft" label={`${name}: ${m["catalog.pictures.earlier"]()}`} isOff={position === 1} />
            </Deed>
            <Deed action={move} formKey={formKey} fields={{ imageId, direction: "later" }}>
              <Tool icon="arrowRight" label={`${name}: ${m["catalog.pictures.later"]()}`} isOff={position === count} />
            </Deed>
            <Deed action={paths.removeListingPicture(listingId, imageId)} formKey={formKey}>
              <Tool icon="trash" label={`${name}: ${m["catalog.pictures.remove"]()}`} />
            </Deed>
          </div>
          <PictureChoices
            action={paths.describeListingPicture(listingId, imageId)}
            formKey={formKey}
            picture={picture}
            variants={variants}
          />
        </>
      ) : null}
    </li>
  );
}

type DeedProps = {
  action: string;
  formKey: string;
  fields?: Readonly<Record<string, string>>;
  children: ReactNode;
};

const NO_FIELDS: Readonly<Record<string, string>> = {};

/** A form that is one button. The page stays where it is. */
function Deed({ action, formKey, fields = NO_FIELDS, children }: DeedProps) {
  return (
    <Form method="post" action={action} replace preventScrollReset>
      <input type="hidden" name="formKey" value={formKey} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </Form>
  );
}

function Tool({ icon, label, isOff = false }: { icon: IconName; label: string; isOff?: boolean }) {
  return (
    <button type="submit" aria-label={label} title={label} disabled={isOff} className={TOOL}>
      <Icon name={icon} />
    </button>
  );
}
