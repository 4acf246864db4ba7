import { route } from "@remix-run/route-config";

/** The versions of the criteria of readiness, for administrators. */
export const criteriaRoutes = [
  route("staff/readiness/criteria", "routes/staff/criteria.tsx"),
  route("staff/readiness/criteria/draft", "routes/staff/criteria-draft.tsx"),
  route("staff/readiness/criteria/draft/:criterion", "routes/staff/draft-criterion.tsx"),
  route("staff/readiness/criteria/preview", "routes/staff/criteria-preview.tsx"),
  route("staff/readiness/criteria/preview.csv", "routes/staff/criteria-preview-file.ts"),
  route("staff/readiness/criteria/publish", "routes/staff/publish-criteria.tsx"),
  route("staff/readiness/criteria/discard", "routes/staff/discard-criteria.tsx"),
];
