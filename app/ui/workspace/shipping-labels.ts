import type { RouteService } from "~/modules/sellers";
import { m } from "~/paraglide/messages.js";

export const SERVICE_NAMES: Readonly<Record<RouteService, () => string>> = {
  post: m["catalog.route.post"],
  courier: m["catalog.route.courier"],
  freight: m["catalog.route.freight"],
  pick_up: m["catalog.route.pickUp"],
  digital: m["catalog.route.digital"],
};

export const SERVICE_TEXTS: Readonly<Record<RouteService, () => string>> = {
  post: m["sellers.routes.about.post"],
  courier: m["sellers.routes.about.courier"],
  freight: m["sellers.routes.about.freight"],
  pick_up: m["sellers.routes.about.pickUp"],
  digital: m["sellers.routes.about.digital"],
};
