import { describe, expect, it } from "vitest";
import { deskKeys, itemKeys } from "~/ui/staff/keyboard";

const namesOf = (keys: readonly { key: string }[]) => keys.map(({ key }) => key).join(" ");

describe("the list of keys offers only what works on its page:", () => {
  it.each([
    [{ hasRows: true, canChoose: true }, "j / k Enter c x a n ?"],
    [{ hasRows: true, canChoose: false }, "j / k Enter c n ?"],
    [{ hasRows: false, canChoose: false }, "n ?"],
  ])("a queue %j", (queue, keys) => {
    expect(namesOf(deskKeys(queue))).toBe(keys);
  });

  it.each([
    [{ isMine: true, mayClaim: false }, "a r n ?"],
    [{ isMine: true, mayClaim: false, isReport: true }, "r n ?"],
    [{ isMine: false, mayClaim: true }, "c n ?"],
    [{ isMine: false, mayClaim: false }, "n ?"],
  ])("an item %j", (item, keys) => {
    expect(namesOf(itemKeys(item))).toBe(keys);
  });
});
