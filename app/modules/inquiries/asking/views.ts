/** A line of the form with the offer for it, in the reader's words. */
export type AskedLineView = {
  listingId: string;
  variantId: string | undefined;
  quantity: number;
  slug: string;
  title: string;
  titleLang: string | undefined;
  picture: { sha256: string; placeholder: string } | undefined;
  variants: { variantId: string; name: string }[];
  unit: string;
  price: string | undefined;
  total: string | undefined;
  minimumOrder: string | undefined;
  ready: string | undefined;
  shipping: string | undefined;
  refusal: string | undefined;
};

export type AskPage = {
  seller: { sellerId: string; slug: string; name: string; place: string; replyTime: string | undefined };
  lines: AskedLineView[];
  /** Other listings of the seller, to be added. */
  more: { listingId: string; title: string; price: string | undefined; picture: { sha256: string } | undefined }[];
};

/** A file that waits with the form. */
export type AttachedView = { paperId: string; name: string; byteCount: number };
