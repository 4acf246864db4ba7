import { Form } from "@remix-run/react";
import type { ShopPicturePart } from "~/modules/sellers";
import { m } from "~/paraglide/messages.js";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { buttonStyle } from "~/ui/primitives/button";
import { Picture } from "~/ui/primitives/picture";
import { PictureUploader } from "./picture-uploader";

const TEXTS = {
  cover: {
    name: m["sellers.pictures.cover"],
    choose: m["sellers.pictures.chooseCover"],
    hint: m["sellers.pictures.coverHint"],
    remove: m["sellers.pictures.removeCover"],
  },
  logo: {
    name: m["sellers.pictures.logo"],
    choose: m["sellers.pictures.chooseLogo"],
    hint: m["sellers.pictures.logoHint"],
    remove: m["sellers.pictures.removeLogo"],
  },
} as const;

type Props = {
  part: ShopPicturePart;
  picture: { sha256: string; placeholder: string } | undefined;
  canChange: boolean;
  formKey: string;
};

/** The cover or the logo of a shop, as buyers see it cut, and how to change it. */
export function ShopPicture({ part, picture, canChange, formKey }: Props) {
  const paths = useAllPaths();
  const text = TEXTS[part];
  const isCover = part === "cover";
  return (
    <section aria-labelledby={`${part}-heading`} className="flex flex-col gap-4">
      <h2 id={`${part}-heading`} className="text-lg">
        {text.name()}
      </h2>
      {picture ? (
        <Picture
          picture={{ ...picture, alt: text.name() }}
          shape={isCover ? "band" : "square"}
          sizes={isCover ? "(min-width: 48rem) 48rem, 100vw" : "8rem"}
          className={isCover ? "w-full rounded" : "w-32 rounded"}
        />
      ) : null}
      {canChange ? (
        <PictureUploader
          purpose={isCover ? "shop-cover" : "shop-logo"}
          formKey={formKey}
          action={paths.shopPictures()}
          most={1}
          label={text.choose()}
          hint={text.hint()}
        />
      ) : null}
      {picture && canChange ? (
        <Form method="post" action={paths.removeShopPicture()} replace preventScrollReset>
          <input type="hidden" name="formKey" value={formKey} />
          <input type="hidden" name="part" value={part} />
          <button type="submit" className={buttonStyle.quiet}>
            {text.remove()}
          </button>
        </Form>
      ) : null}
    </section>
  );
}
