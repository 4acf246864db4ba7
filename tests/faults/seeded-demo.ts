import { afterAll, afterEach, beforeAll } from "vitest";
import { startGuard, type Guard } from "~/platform/processes/guard.server";
import {
  FEW_PICTURES,
  FIRST_START_MS,
  launchDemo,
  seededDemoFolder,
  untilReady,
  type DemoSite,
  type DemoSiteOptions,
} from "~tests/support/demo-site";

export const NEXT_START_MS = 120_000;

/** A demo for the tests of one file, in a folder that has been filled; what a test has started is stopped after it. */
export function seededDemo(name: string) {
  const demo = {
    folder: "",
    launch: async (options: DemoSiteOptions = {}) =>
      (site = await launchDemo({ folder: demo.folder, guard, args: FEW_PICTURES, ...options })),
    start: async () => untilReady(await demo.launch(), NEXT_START_MS),
    /** One more beside it, which the test sees to itself. */
    launchSecond: () => launchDemo({ folder: demo.folder, guard }),
  };
  let guard: Guard;
  let site: DemoSite | undefined;

  beforeAll(async () => {
    guard = startGuard();
    demo.folder = await seededDemoFolder(name, guard);
  }, FIRST_START_MS);

  afterEach(async () => {
    await site?.child.stop();
    site = undefined;
  });

  afterAll(() => guard.release());

  return demo;
}
