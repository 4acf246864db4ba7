import { mediaPath } from "~/platform/http/public-paths";

/** Widths that every picture is kept in, in pixels. */
const WIDTHS = [320, 640, 960, 1280] as const;

export type PictureView = { sha256: string; placeholder: string; alt: string };

const SHAPES = { card: "aspect-4/5", band: "aspect-3/1", square: "aspect-square" } as const;

type Props = {
  picture: PictureView;
  /** How it is cut; listings are 4:5 everywhere. */
  shape?: keyof typeof SHAPES;
  /** How wide it is shown, as in the `sizes` attribute. */
  sizes: string;
  /** The first picture of a page is fetched at once and before others. */
  isFirst?: boolean;
  className?: string;
};

function srcSet(sha256: string, format: "avif" | "webp"): string {
  return WIDTHS.map((width) => `${mediaPath(sha256, width, format)} ${width}w`).join(", ");
}

/** A picture that keeps its place while it loads: a blurred miniature lies beneath it. */
export function Picture({ picture, shape = "card", sizes, isFirst = false, className = "" }: Props) {
  return (
    <span className={`relative block ${SHAPES[shape]} overflow-hidden bg-sunken ${className}`}>
      <img
        src={picture.placeholder}
        alt=""
        aria-hidden="true"
        className="absolute inset-0 size-full scale-110 object-cover blur-lg"
      />
      <picture>
        <source type="image/avif" srcSet={srcSet(picture.sha256, "avif")} sizes={sizes} />
        <source type="image/webp" srcSet={srcSet(picture.sha256, "webp")} sizes={sizes} />
        <img
          // For the few browsers that read neither: one width of theirs keeps pages of many pictures short.
          src={mediaPath(picture.sha256, 640, "jpeg")}
          alt={picture.alt}
          width={640}
          height={800}
          loading={isFirst ? "eager" : "lazy"}
          decoding="async"
          {...(isFirst ? { fetchpriority: "high" } : {})}
          className="absolute inset-0 size-full object-cover"
        />
      </picture>
    </span>
  );
}

type ThumbnailProps = { sha256: string; alt?: string; className?: string };

/** A picture no wider than a finger: one width of it is sharp on every screen, and a list of many stays short. */
export function Thumbnail({ sha256, alt = "", className = "" }: ThumbnailProps) {
  return (
    <picture className={`block aspect-4/5 overflow-hidden bg-sunken ${className}`}>
      <source type="image/avif" srcSet={mediaPath(sha256, WIDTHS[0], "avif")} />
      <img
        src={mediaPath(sha256, WIDTHS[0], "jpeg")}
        alt={alt}
        width={320}
        height={400}
        loading="lazy"
        decoding="async"
        className="size-full object-cover"
      />
    </picture>
  );
}

/** The `<link rel="preload">` of a page's first picture, in the format that most browsers choose. */
export function preloadPicture(sha256: string, sizes: string) {
  return {
    tagName: "link",
    rel: "preload",
    as: "image",
    type: "image/avif",
    imageSrcSet: srcSet(sha256, "avif"),
    imageSizes: sizes,
    fetchpriority: "high",
  } as const;
}
