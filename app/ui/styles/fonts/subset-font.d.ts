declare module "subset-font" {
  type Options = {
    targetFormat: "woff2" | "sfnt";
    /** A range that stays variable, or the one value that is kept. */
    variationAxes?: Record<string, number | { min: number; max: number; default: number }>;
  };
  export default function subsetFont(font: Buffer, letters: string, options: Options): Promise<Buffer>;
}
