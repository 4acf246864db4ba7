import { expect, it } from "vitest";
import { findBuyersOrder, listSellersOrders } from "~/modules/orders/index.server";
import { countStatements } from "~/platform/db/statement-count.server";
import { makeOrder, type MadeOrder } from "~db/factories";
import { testDb } from "~tests/support/database";
import { inDays } from "~tests/support/order";

const open = ({ inquirer, orderId }: MadeOrder) =>
  countStatements(() => findBuyersOrder(testDb, inquirer, { orderId, lang: "en" }, inDays(1)));

it("opens an order of twenty lines by as many statements as one of a single line", async () => {
  const [small, large] = [
    await makeOrder(testDb),
    await makeOrder(testDb, { lines: Array.from({ length: 20 }, () => ({})) }),
  ];
  await open(small);
  const [one, twenty] = [await open(small), await open(large)];
  expect(twenty.value?.lines).toHaveLength(20);
  expect(twenty.statements).toHaveLength(one.statements.length);
  expect(one.statements.length).toBeLessThanOrEqual(12);
});

it("lists a page of orders by two statements", async () => {
  const { seller } = await makeOrder(testDb);
  for (let more = 0; more < 3; more += 1) await makeOrder(testDb, { seller });
  const question = { status: undefined, hasProblem: false, words: "", page: 1, lang: "en" } as const;
  const { value, statements } = await countStatements(() => listSellersOrders(testDb, seller.sellerId, question));
  expect(value.rows).toHaveLength(4);
  expect(statements).toHaveLength(2);
});
