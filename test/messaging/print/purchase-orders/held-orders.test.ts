import { expect, test } from 'vitest';
import { loadCampaign } from '../../../../campaigns/campaign-fs.ts';
import type { HeldActs, HeldKind } from '../../../../messaging/kit/held-acts.ts';
import { createPublicWords } from '../../../../messaging/people/public-words/public-words.ts';
import type { Queryable } from '../../../../messaging/platform/database/transaction.ts';
import {
  openOrderDoors,
  type WantedOrder,
} from '../../../../messaging/print/purchase-orders/held-orders.ts';

const publicWords = createPublicWords({
  config: { campaign: 'up-cop' },
  campaign: loadCampaign('up-cop'),
});
const kinds = new Map<string, HeldKind<never, unknown>>();
const heldActs = {
  open(kind: HeldKind<never, unknown>) {
    kinds.set(kind.kind, kind);
  },
} as unknown as HeldActs;
openOrderDoors({ heldActs, publicWords }, { place: async () => 1, say: async () => {} });
const noRows = { query: async () => ({ rows: [] }) } as unknown as Queryable;

const order = (more: object): WantedOrder => ({
  request: null,
  content: {
    ...{ district: 'agra', vendor: 'श्री बालाजी फ़्लेक्स', vendorAddress: '12, सुभाष मार्ग, आगरा' },
    ...{ vendorGstin: '', dueOn: null, gstPercent: null, lines: [] },
    ...more,
  },
});
const at = (place: string) => {
  const line = { path: 'a', sha256: 'b', quantity: 1, unit: 'piece', ratePaise: 1, place } as const;
  return order({ lines: [line, line] });
};

test.each<[string, WantedOrder, string[]]>([
  ['the vendor’s own name and address', order({}), []],
  ['a usual place', at('मुख्य द्वार के दाईं ओर, सड़क की तरफ'), []],
  ['a place of a school', at('प्राथमिक विद्यालय के सामने'), []],
  ['a name in a place', at('पीड़िता आरती के मकान पर'), ['पीड़िता आरती']],
  ['an age in a place', at('14 वर्षीय बालिका के घर के सामने'), ['14 वर्षीय']],
  ['a victim in the place of the vendor', order({ vendor: 'दुष्कर्म पीड़िता' }), ['दुष्कर्म']],
])('%s', async (_, wanted, found) => {
  const { findings } = await (
    kinds.get('purchase-order.place') as HeldKind<WantedOrder, number>
  ).judge(noRows, wanted);
  expect(findings.every(({ noReason }) => noReason)).toBe(true);
  if (found.length === 0) expect(findings).toEqual([]);
  else expect(findings.map((each) => each.found)).toEqual(expect.arrayContaining(found));
});
