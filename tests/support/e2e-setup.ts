import { startDemoSite } from "./demo-site";

/** Starts the production build with embedded parts and seeded data, unless `E2E_BASE_URL` names a running site. */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.E2E_BASE_URL) return undefined;
  const site = await startDemoSite();
  process.env.E2E_BASE_URL = site.url;
  return site.end;
}
