import { expect, test } from 'vitest';
import type { Answers } from '../line.ts';
import { openFormService } from '../service.ts';
import { openView } from '../view.ts';

const { district, hq } = await openFormService({
  district: 'district',
  hq: 'hq',
});

const sha256 = 'a'.repeat(64);
const file = {
  path: 'agra/tajganj/agra-tajganj-board.pdf',
  station: 'tajganj',
  nameHi: 'ताजगंज',
  nameEn: 'Tajganj',
  kind: 'local',
  artwork: 'board',
  bytes: 1000,
  sha256,
  areaCentiSqFt: 4000,
  preview: '/files/agra/tajganj/agra-tajganj-board.webp',
  approvedBy: 'नमूना अधिकारी',
  approvedAt: '2019-04-12T05:00:00.000Z',
  earlierApproval: false,
};
const view = {
  required: true,
  hold: null as { host: string } | null,
  usual: { boards: 1, pamphlets: null },
  files: [file],
};
const order = {
  ...{ id: 7, district: 'agra', reference: '1/2019', vendor: 'ताज प्रिंटर्स', vendorAddress: '' },
  ...{ vendorGstin: '', orderedOn: '2019-04-12', orderedBy: 'नमूना अधिकारी', dueOn: null },
  ...{ gstPercent: null, lifted: null, held: null, cancelled: null, net: 1000, gst: null },
  ...{ total: 1000, parcels: { waiting: 1, dispatched: 0, received: 0 } },
};

/** Printing as an officer of Agra, or of headquarters, finds it. */
const open = (
  found: { view?: Partial<typeof view>; orders?: object[]; kit?: object },
  officer = district,
) => {
  const answer = (json: unknown) => () => ({ status: 200, json });
  const answers: Answers = {
    'GET /api/print-approvals': answer({ ...view, ...found.view }),
    'GET /api/purchase-orders': answer(found.orders ?? []),
    'GET /api/vendor-links': answer([]),
    'GET /api/print-kit': answer({ state: 'none', made: 0, total: 0, bytes: {}, ...found.kit }),
  };
  return openView(officer, '/console/orders/?district=agra', { answers });
};
const link = '30 दिन का लिंक बनाएँ';

test('files that are being made are counted where printing stops at them', async () => {
  const page = await open({ view: { files: [] }, kit: { state: 'making', made: 12, total: 54 } });
  await expect.poll(() => page.text()).toContain('छपाई फ़ाइलें बन रही हैं: 54 में से 12।');
  expect(page.texts('.print-path [aria-current]').join()).toContain('नाम और फ़ाइलें');
});

test('a hold is named before any form is filled in, with the way out that the office has', async () => {
  const hold = { host: 'UPPOLICE.GOV.IN' };
  const own = await open({ view: { hold } });
  expect(own.texts('.print-path [role=status]').join()).toContain('uppolice.gov.in अभी पुष्ट नहीं');
  const ask = own.getByRole('link', { name: 'कार्यादेश भरें और रोक हटाने का अनुरोध भेजें' });
  expect(ask.getAttribute('href')).toBe('#new-order');
  await own.press('कार्यादेश भरें और रोक हटाने का अनुरोध भेजें');
  expect(own.getByLabelText('वेंडर का नाम').closest('details')).toHaveProperty('open', true);
  const theirs = await open({ view: { hold } }, hq);
  const confirm = theirs.getByRole('link', { name: 'स्टूडियो में पता पुष्ट करें' });
  expect(confirm.getAttribute('href')).toBe('/console/studio/');
});

test('a link is made once there is something to take', async () => {
  const before = await open({});
  expect(before.queryByRole('button', { name: link })).toBeNull();
  const after = await open({ orders: [order] });
  after.getByRole('button', { name: link });
  expect(after.texts('.print-path [aria-current]').join()).toContain('वेंडर लिंक');
  const cancelled = { by: 'नमूना अधिकारी', reason: 'भूल' };
  const ended = await open({ orders: [{ ...order, cancelled }] });
  expect(ended.queryByRole('button', { name: link })).toBeNull();
});
