/** Formats that every picture is kept in, the smallest first. */
export const PICTURE_FORMATS = ["avif", "webp", "jpeg"] as const;
export type PictureFormat = (typeof PICTURE_FORMATS)[number];

/** Widths that every picture is kept in, in pixels. A smaller original is not enlarged, but answers at each width. */
export const PICTURE_WIDTHS = [320, 640, 960, 1280] as const;
export type PictureWidth = (typeof PICTURE_WIDTHS)[number];

export type RenditionSpec = { format: PictureFormat; width: PictureWidth };

export const ALL_RENDITIONS: readonly RenditionSpec[] = PICTURE_WIDTHS.flatMap((width) =>
  PICTURE_FORMATS.map((format) => ({ format, width })),
);

/** What is made before a page may show a picture: small and quick. */
export const FIRST_RENDITIONS: readonly RenditionSpec[] = [
  { format: "webp", width: 320 },
  { format: "webp", width: 640 },
];

/** @param sha256 of the original: the key is made from content, so a file never changes under it */
export function renditionKey(sha256: string, { width, format }: RenditionSpec): string {
  return `media/${sha256.slice(0, 2)}/${sha256}/${width}.${format}`;
}

export function originalKey(sha256: string, extension: string): string {
  return `originals/${sha256.slice(0, 2)}/${sha256}.${extension}`;
}

/** Every browser reads JPEG, nearly every one WebP; only who asks for AVIF is known to read it. */
const READABLE: Readonly<Record<PictureFormat, readonly PictureFormat[]>> = {
  avif: ["avif", "webp", "jpeg"],
  webp: ["webp", "jpeg"],
  jpeg: ["jpeg", "webp"],
};

/**
 * The rendition to show in place of one that is not made yet: nearest in width, the wider of two, in the format nearest
 * to what was asked for.
 */
export function nearestRendition<Rendition extends { width: number; format: string }>(
  wanted: { format: PictureFormat; width: number },
  existing: readonly Rendition[],
): Rendition | undefined {
  const formats = READABLE[wanted.format];
  const rank = ({ format }: Rendition) => formats.findIndex((one) => one === format);
  const distance = ({ width }: Rendition) => Math.abs(width - wanted.width);
  return existing
    .filter((one) => rank(one) !== -1)
    .toSorted((a, b) => distance(a) - distance(b) || b.width - a.width || rank(a) - rank(b))[0];
}
