import type { Effect, Finding } from '../../../campaigns/held-acts/effect.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import type { DoneBy, DoOrHold } from '../../kit/held-acts.ts';
import type { House } from '../../kit/house.ts';
import type { WordChange } from '../../kit/public-words.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { findRequest } from './order-requests-sql.ts';
import type { OrderContent } from './purchase-orders-schemas.ts';

/** The second officer, where there was one, is named by the audit log. */
export type CheckedCaller = Caller & { checker?: Actor | null };

/** An order that goes out to a vendor, at once or after a district asked for it. */
export interface WantedOrder {
  content: OrderContent;
  /** Id of the request by which it was asked for. */
  request: number | null;
}
/** Words of headquarters on an order, which its vendor reads. */
export interface Said {
  district: string;
  about: { order: number } | { request: number };
  reason: string;
}
/** Doors of what a vendor reads, on a page and papers that leave the house. */
export interface OrderDoors {
  place: DoOrHold<WantedOrder, number>;
  say: DoOrHold<Said, void>;
  /** Findings in the words of an order, which its writer sees where it does not wait. */
  note(tx: Queryable, order: WordsOfOrder): Promise<Finding[]>;
}
/** Typed words that the vendor of an order reads. */
type WordsOfOrder = Pick<OrderContent, 'district' | 'vendor' | 'vendorAddress'> & {
  lines: readonly { place: string }[];
};

/** @param acts do what was judged, in its transaction */
export function openOrderDoors(
  { heldActs, publicWords }: Pick<House, 'heldActs' | 'publicWords'>,
  acts: {
    place(tx: Queryable, order: WantedOrder, by: DoneBy): Promise<number>;
    say(tx: Queryable, said: Said, by: DoneBy): Promise<void>;
  },
): OrderDoors {
  const judge = async (...words: Parameters<typeof publicWords.findForVendor>): Promise<Effect> => {
    const { isHeld, ...effect } = await publicWords.findForVendor(...words);
    return isHeld ? effect : { changes: [], findings: [] };
  };
  return {
    place: heldActs.open<WantedOrder, number>({
      kind: 'purchase-order.place',
      title: ['वेंडर को कार्यादेश', 'Order to a vendor'],
      may: 'public-words.clear',
      async judge(tx, { content, request }) {
        const asked = request === null ? undefined : await findRequest(tx, request);
        // Headquarters read these words before it lifted its hold for them.
        if (asked?.answer?.lifted === true) return { changes: [], findings: [] };
        return judge(tx, listWords(content), content.district);
      },
      apply: acts.place,
    }),
    say: heldActs.open<Said, void>({
      kind: 'purchase-order.say',
      title: ['कार्यादेश पर मुख्यालय के शब्द', 'Words of headquarters on an order'],
      may: 'order.hold',
      judge: (tx, { district, reason }) =>
        judge(tx, [toChange(['कारण', 'Reason'], reason)], district),
      apply: acts.say,
    }),
    note: async (tx, order) =>
      (await publicWords.findForVendor(tx, listWords(order), order.district)).findings,
  };
}

const toChange = (what: WordChange['what'], after: string): WordChange => {
  return { what, before: null, after };
};

function listWords({ vendor, vendorAddress, lines }: WordsOfOrder): WordChange[] {
  const places = [...new Set(lines.map(({ place }) => place))].filter(Boolean);
  return [
    { ...toChange(['वेंडर', 'Vendor'], vendor), isName: true },
    { ...toChange(['वेंडर का पता', 'Address of the vendor'], vendorAddress), isName: true },
    toChange(['लगाने के स्थान', 'Places to hang it'], places.join('\n')),
  ];
}

/** The officer who made it, with the second one. */
export function toCaller({ maker, checker, requestId = '' }: DoneBy): CheckedCaller {
  return { actor: maker as Actor, checker, requestId };
}
