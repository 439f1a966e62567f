/** From names on the files to boards that came, in the order in which a district goes. */
export const printSteps = ['files', 'approvals', 'hold', 'order', 'link', 'parcels'] as const;
export type PrintStep = (typeof printSteps)[number];

interface PrintFacts {
  /** Headquarters' rule: nothing is ordered that nobody approved. */
  required: boolean;
  /** Headquarters holds printing. */
  isHeld: boolean;
  /** Of press files. */
  files: { all: number; approved: number };
  /** Orders that go on: neither cancelled nor held. */
  orders: number;
  /** Links to them by which a printer takes files today. */
  links: number;
  parcels: { all: number; received: number };
}

/** The one step at which a district's printing stops; null when all that was ordered came. */
export function findPrintStep(facts: PrintFacts): PrintStep | null {
  const { required, isHeld, files, orders, links, parcels } = facts;
  if (files.all === 0) return 'files';
  if (orders === 0) {
    if (required && files.approved === 0) return 'approvals';
    return isHeld ? 'hold' : 'order';
  }
  if (parcels.received === parcels.all) return null;
  return links === 0 ? 'link' : 'parcels';
}
