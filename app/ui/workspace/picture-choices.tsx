import { Form, useSubmit } from "@remix-run/react";
import { PICTURE_ROLES, type PictureRole } from "~/modules/catalog";
import { m } from "~/paraglide/messages.js";
import { buttonStyle, fieldStyle } from "~/ui/primitives/button";

/** A picture as its seller arranges it. */
export type ArrangedPicture = {
  imageId: string;
  sha256: string;
  placeholder: string;
  alt: string;
  view: PictureRole;
  variantId?: string | undefined;
};

const VIEW_NAMES: Readonly<Record<PictureRole, () => string>> = {
  front: m["catalog.pictures.view.front"],
  detail: m["catalog.pictures.view.detail"],
  setting: m["catalog.pictures.view.setting"],
  scale: m["catalog.pictures.view.scale"],
  other: m["catalog.pictures.view.other"],
};

type Props = {
  action: string;
  formKey: string;
  picture: ArrangedPicture;
  variants: readonly { value: string; label: string }[];
};

/** What a picture shows, kept as soon as it is chosen; without scripts by a button. */
export function PictureChoices({ action, formKey, picture, variants }: Props) {
  const submit = useSubmit();
  const { imageId, view, variantId = "" } = picture;
  return (
    <Form
      method="post"
      action={action}
      replace
      preventScrollReset
      onChange={(event) => submit(event.currentTarget, { replace: true, preventScrollReset: true })}
      className="flex flex-col gap-2"
    >
      <input type="hidden" name="formKey" value={formKey} />
      <label className="text-sm">
        <span className="text-muted">{m["catalog.pictures.shows"]()}</span>
        <select key={view} name="view" defaultValue={view} className={fieldStyle}>
          {PICTURE_ROLES.map((role) => (
            <option key={role} value={role}>
              {VIEW_NAMES[role]()}
            </option>
          ))}
        </select>
      </label>
      {variants.length > 0 ? (
        <label className="text-sm" htmlFor={`variant-${imageId}`}>
          <span className="text-muted">{m["catalog.pictures.variant"]()}</span>
          <select
            key={variantId}
            id={`variant-${imageId}`}
            name="variantId"
            defaultValue={variantId}
            className={fieldStyle}
          >
            <option value="">{m["catalog.pictures.allVariants"]()}</option>
            {variants.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <noscript>
        <button type="submit" className={buttonStyle.quiet}>
          {m["catalog.pictures.keep"]()}
        </button>
      </noscript>
    </Form>
  );
}
