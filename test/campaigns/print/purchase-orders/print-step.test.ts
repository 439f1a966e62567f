import { expect, test } from 'vitest';
import { findPrintStep } from '../../../../campaigns/print/purchase-orders/print-step.ts';

const begun = {
  required: true,
  isHeld: true,
  files: { all: 54, approved: 0 },
  orders: 0,
  links: 0,
  parcels: { all: 0, received: 0 },
};
const approved = { ...begun, files: { all: 54, approved: 3 } };
const ordered = { ...approved, orders: 1, parcels: { all: 22, received: 0 } };

test.each([
  ['no file is made', { ...begun, files: { all: 0, approved: 0 } }, 'files'],
  ['nothing is approved and has to be', begun, 'approvals'],
  ['nothing is approved and need not be', { ...begun, required: false }, 'hold'],
  ['some are approved while headquarters holds printing', approved, 'hold'],
  ['nothing holds it', { ...approved, isHeld: false }, 'order'],
  ['headquarters lifted its hold for the order alone', ordered, 'link'],
  ['a printer has a link', { ...ordered, links: 1 }, 'parcels'],
  ['half of it came', { ...ordered, links: 1, parcels: { all: 22, received: 11 } }, 'parcels'],
  ['all came, and the link has ended', { ...ordered, parcels: { all: 22, received: 22 } }, null],
])('printing stops where %s', (_what, facts, step) => {
  expect(findPrintStep(facts)).toBe(step);
});
