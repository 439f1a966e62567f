import type { Bilingual } from '../../../campaigns/bilingual.ts';
import { faultAt } from '../../../campaigns/tables/table-error.ts';
import { columnWords } from '../../../campaigns/words/list-words.ts';
import { toTitles } from '../../platform/lists/columns.ts';

/** Where a delivery report has what is read of it; -1 for a column that it does not have. */
export interface ReportColumns {
  id: number;
  number: number;
  status: number;
  /** The first that holds something counts: a report leaves the time of delivery empty where none came. */
  times: number[];
}

/** Titles in the order in which they are taken where a report has several of them. */
const titles = {
  id: splitTitles(
    'message id, messageid, msg id, msgid, sms id, smsid, request id, requestid, ' +
      'transaction id, transactionid, txn id, ack id, acknowledgement id, reference id, ' +
      'reference no, message reference, job id, id, संदेश आईडी, संदेश आई डी, संदेश आई०डी०, ' +
      'सन्देश आईडी, मैसेज आईडी, आईडी, आई०डी०',
  ),
  number: splitTitles(
    'mobile, mobile number, mobile no, mobileno, mobile num, phone, phone number, phone no, ' +
      'number, msisdn, recipient, recipient number, receiver, destination, destination number, ' +
      'to, mnumber, contact, contact number, मोबाइल, मोबाइल नम्बर, मोबाइल नंबर, नम्बर, नंबर, ' +
      'फोन नम्बर, फोन नंबर, प्राप्तकर्ता',
  ),
  status: splitTitles(
    'delivery status, dlr status, message status, sms status, final status, status, ' +
      'status description, state, delivery report, dlr, result, वितरण स्थिति, संदेश की स्थिति, ' +
      'स्थिति, दशा, परिणाम',
  ),
  time: splitTitles(
    'delivery time, delivered time, delivered at, delivered on, delivery date, ' +
      'delivery date time, delivery datetime, delivery timestamp, done time, done date, dlr time, ' +
      'dlr date, status time, status date, updated at, update time, वितरण समय, वितरण का समय, ' +
      'वितरण दिनांक, स्थिति का समय, time, timestamp, date time, datetime, date, date & time, ' +
      'date and time, समय, दिनांक, दिनांक एवं समय, दिनांक व समय, तिथि, sent time, sent date, ' +
      'sent at, sent on, submit time, submit date, submitted time, submitted at, submitted on, ' +
      'submission time, भेजने का समय, प्रेषण समय',
  ),
};

function splitTitles(text: string): string[] {
  return text.split(', ');
}

/** @throws TableError when a column is missing */
export function findReportColumns(first: readonly string[]): ReportColumns {
  const present = toTitles(first).map((title) => title.replace(/[\s-]+/g, ' '));
  const find = (names: readonly string[]) =>
    names.map((title) => present.indexOf(title)).filter((at) => at >= 0);
  const [id = -1] = find(titles.id);
  const [number = -1] = find(titles.number);
  const [status = -1] = find(titles.status);
  const times = find(titles.time);
  const missing = (expected: Bilingual) => {
    const shown = first.slice(0, 8).join('", "').slice(0, 120);
    const found = first.length === 0 ? 'an empty row' : `"${shown}"`;
    return faultAt({ row: 1, column: 1, expected, found });
  };
  if (id < 0 && number < 0) throw missing(columnWords.recipient);
  if (status < 0) throw missing(columnWords.status);
  if (times.length === 0) throw missing(columnWords.times);
  return { id, number, status, times };
}
