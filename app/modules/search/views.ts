import type { ListingCardView } from "~/modules/catalog";
import type { SellerCardView } from "~/modules/sellers";

/** What a value is not is left out: a page has hundreds of them. `isBelow`: a category within the one above it. */
export type FacetValueView = { value: string; label: string; count: number; isChosen?: true; isBelow?: true };

/** A facet as the panel shows it; `name` is its parameter in the URL. */
export type FacetGroupView = {
  name: string;
  title: string;
  isOpen: boolean;
  values: FacetValueView[];
};

/** What is chosen, and the address of the view without it. */
export type ChipView = { label: string; href: string };

export type SearchPageView = {
  /** Address of the page without its parameters: what the form asks. */
  path: string;
  heading: string;
  text: string;
  total: number;
  totalText: string;
  cards: ListingCardView[];
  page: number;
  pageCount: number;
  /** The current parameters without the page, for links to other pages. */
  query: [string, string][];
  facets: FacetGroupView[];
  chips: ChipView[];
  clearHref: string;
  sort: string;
  sorts: { value: string; label: string }[];
  fields: {
    quantity: string;
    neededBy: string;
    min: string;
    max: string;
    minimumOrder: string;
    leadTime: string;
    onlyShipsHere: boolean;
    madeToOrder: boolean;
  };
  earliestDay: string;
  isSimplified: boolean;
  /** Says how many hits have every word, when others have only some. */
  inPart: string | undefined;
  /** Says which filter was let go, when nothing matched all of them. */
  relaxed: string | undefined;
  sellers: { slug: string; name: string; place: string }[];
};

export type SellerDirectoryView = {
  text: string;
  region: string;
  isReadyOnly: boolean;
  regions: { id: string; label: string }[];
  sellers: SellerCardView[];
  total: number;
  page: number;
  pageCount: number;
  query: Record<string, string | undefined>;
  isSimplified: boolean;
};
