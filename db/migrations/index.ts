import type { Migration } from "kysely";
import * as identity from "./0001_identity";
import * as platform from "./0002_platform";
import * as reference from "./0003_reference";
import * as sellers from "./0004_sellers";
import * as catalog from "./0005_catalog";
import * as curation from "./0006_curation";
import * as search from "./0007_search";
import * as publicationFronts from "./0008_publication_fronts";
import * as accounts from "./0009_accounts";
import * as savedListings from "./0010_saved_listings";
import * as reviews from "./0011_reviews";
import * as privateFiles from "./0012_private_files";
import * as shops from "./0013_shops";
import * as listingWork from "./0014_listing_work";
import * as uploads from "./0015_uploads";
import * as shopPapers from "./0016_shop_papers";
import * as shopTeam from "./0017_shop_team";
import * as desk from "./0018_desk";
import * as curationDesk from "./0019_curation_desk";
import * as listingViews from "./0020_listing_views";
import * as foldedTitles from "./0021_folded_titles";
import * as inquiries from "./0022_inquiries";
import * as readiness from "./0023_readiness";
import * as publications from "./0024_publications";
import * as documents from "./0025_documents";
import * as passports from "./0026_passports";
import * as criteriaVersions from "./0027_criteria_versions";
import * as restrictedGoods from "./0028_restricted_goods";
import * as orders from "./0029_orders";
import * as payments from "./0030_payments";
import * as ledger from "./0031_ledger";
import * as fulfilment from "./0032_fulfilment";
import * as transfers from "./0033_transfers";
import * as givingBack from "./0034_giving_back";
import * as keptBack from "./0035_kept_back";
import * as placedTogether from "./0036_placed_together";
import * as publicationCards from "./0039_publication_cards";
import * as routesStamp from "./0040_routes_stamp";
import * as priceCurrencies from "./0041_price_currencies";
import * as publicationsOfSeller from "./0042_publications_of_seller";

/** Every migration, in order. One that has been merged is never edited. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  "0001_identity": identity,
  "0002_platform": platform,
  "0003_reference": reference,
  "0004_sellers": sellers,
  "0005_catalog": catalog,
  "0006_curation": curation,
  "0007_search": search,
  "0008_publication_fronts": publicationFronts,
  "0009_accounts": accounts,
  "0010_saved_listings": savedListings,
  "0011_reviews": reviews,
  "0012_private_files": privateFiles,
  "0013_shops": shops,
  "0014_listing_work": listingWork,
  "0015_uploads": uploads,
  "0016_shop_papers": shopPapers,
  "0017_shop_team": shopTeam,
  "0018_desk": desk,
  "0019_curation_desk": curationDesk,
  "0020_listing_views": listingViews,
  "0021_folded_titles": foldedTitles,
  "0022_inquiries": inquiries,
  "0023_readiness": readiness,
  "0024_publications": publications,
  "0025_documents": documents,
  "0026_passports": passports,
  "0027_criteria_versions": criteriaVersions,
  "0028_restricted_goods": restrictedGoods,
  "0029_orders": orders,
  "0030_payments": payments,
  "0031_ledger": ledger,
  "0032_fulfilment": fulfilment,
  "0033_transfers": transfers,
  "0034_giving_back": givingBack,
  "0035_kept_back": keptBack,
  "0036_placed_together": placedTogether,
  "0039_publication_cards": publicationCards,
  "0040_routes_stamp": routesStamp,
  "0041_price_currencies": priceCurrencies,
  "0042_publications_of_seller": publicationsOfSeller,
};
