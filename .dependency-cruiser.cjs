/**
 * Imports point one way: routes → modules → platform, and a module only reaches modules listed before it.
 * The order below is the order of the business; a module's place in it is its place in the architecture.
 */
const MODULES = [
  "accounts",
  "reviews",
  "sellers",
  "catalog",
  "documents",
  "export-readiness",
  "curation",
  "programmes",
  "search",
  "publications",
  "inquiries",
  "orders",
  "payments",
  "reporting",
];
const FRONT_DOOR = "index(\\.server)?\\.ts$";

const laterThan = (name) => MODULES.slice(MODULES.indexOf(name) + 1).join("|");

const moduleOrder = MODULES.slice(0, -1).map((name) => ({
  name: `${name}-only-reaches-modules-before-it`,
  severity: "error",
  from: { path: `^app/modules/${name}/` },
  to: { path: `^app/modules/(${laterThan(name)})/` },
}));

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    ...moduleOrder,
    {
      name: "every-module-has-a-place-in-the-order",
      severity: "error",
      from: {},
      to: { path: "^app/modules/", pathNot: `^app/modules/(${MODULES.join("|")})/` },
    },
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "modules-are-entered-by-their-front-doors",
      severity: "error",
      from: { path: "^app/modules/([^/]+)/" },
      to: { path: "^app/modules/", pathNot: [`^app/modules/$1/`, `^app/modules/[^/]+/${FRONT_DOOR}`] },
    },
    {
      name: "others-enter-modules-by-their-front-doors",
      severity: "error",
      from: { path: "^(app|scripts)/", pathNot: "^app/modules/" },
      to: { path: "^app/modules/", pathNot: `^app/modules/[^/]+/${FRONT_DOOR}` },
    },
    {
      name: "platform-knows-no-domain",
      severity: "error",
      from: { path: "^app/platform/" },
      to: { path: "^app/(modules|routes|ui)/" },
    },
    {
      name: "modules-know-no-pages",
      severity: "error",
      from: { path: "^app/modules/" },
      to: { path: "^app/(routes|ui)/" },
    },
    {
      name: "routes-do-not-import-routes",
      severity: "error",
      from: { path: "^app/routes/" },
      to: { path: "^app/routes/" },
    },
    {
      name: "public-pages-load-public-addresses",
      comment: "the addresses of the workspaces are a tenth of what a public page is made of",
      severity: "error",
      from: { path: "^app/ui/(catalog|layouts|primitives|search|sellers)/", pathNot: "^app/ui/layouts/all-paths" },
      to: { path: "^app/(ui/layouts/all-paths|platform/http/(paths|workspace-paths|buying-paths))\\.ts$" },
    },
    {
      name: "ui-stays-in-the-browser",
      severity: "error",
      from: { path: "^app/ui/" },
      to: { path: ["^app/(modules|platform)/.*\\.server\\.ts$", "^app/routes/", "^db/"] },
    },
    {
      name: "kysely-stays-below-routes",
      severity: "error",
      from: { path: "^app/(routes|ui)/" },
      to: { path: "^node_modules/kysely/" },
    },
    {
      name: "drivers-stay-in-platform",
      severity: "error",
      from: { path: "^(app|db|scripts)/", pathNot: "^app/platform/" },
      to: { path: "^node_modules/(pg|stripe|meilisearch)/" },
    },
    {
      name: "seed-is-for-demo-and-tests",
      severity: "error",
      // The worker and the web process load the demo's parts by dynamic import, only under the demo runner.
      from: { path: "^app/" },
      to: { path: "^db/(seed|factories)/", dynamic: false },
    },
    { name: "no-missing-imports", severity: "error", from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^app/paraglide/" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
