import type { ReceiptFile } from '../../../messaging/phone/receipt-files/routes.ts';

/** A gateway's report that was read, and of which nothing is applied. */
export const readReport: ReceiptFile = {
  id: 1,
  fileName: 'c-dac.csv',
  uploadedBy: 'नमूना अधिकारी',
  uploadedAt: '2019-04-12T06:00:00Z',
  state: 'read',
  rowsRead: 12_005,
  faulty: 1,
  notOurs: 4,
  recipients: 12_000,
  changes: 9000,
  changed: 0,
  appliedBy: null,
  acceptedBy: null,
  appliedAt: null,
  outcomes: [{ status: 'undelivered', code: 'FAILED_DND', recipients: 9000 }],
  faults: [{ row: 7, fault: 'number', found: '•••45' }],
};
