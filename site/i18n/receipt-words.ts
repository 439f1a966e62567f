import { makePlural } from '../../campaigns/words/plural.ts';
import { inEachLanguage } from './own-language.ts';
import type { Wide } from './words.ts';

const plurals = { hi: makePlural('hi'), en: makePlural('en') };

const hi = {
  title: 'गेटवे की रिपोर्ट से पावतियाँ',
  text: 'यह गेटवे पावतियाँ अपने आप नहीं भेजता। उसके पोर्टल से निकाली या ई-मेल से आई डिलीवरी रिपोर्ट यहाँ दें: पहले दिखेगा कि क्या बदलेगा, लागू आपके कहने पर होगा।',
  file: 'डिलीवरी रिपोर्ट',
  fileHint:
    'CSV (gzip भी) या XLSX। पंक्ति 1 में स्तंभों के नाम: मोबाइल या संदेश आईडी, स्थिति, समय। पढ़ने के बाद फ़ाइल सर्वर पर नहीं रहती।',
  read: 'रिपोर्ट पढ़ें',
  seen: (name: string) => `${name} पढ़ी गई; अभी कुछ बदला नहीं है`,
  half: (name: string) => `${name} का लागू होना बीच में रुका; शेष लागू करें`,
  rows: 'पंक्तियाँ',
  recipients: 'इस प्रसारण के नंबर',
  changes: 'जिनकी स्थिति बदलेगी',
  notOurs: 'इस प्रसारण की नहीं',
  faulty: 'त्रुटि वाली पंक्तियाँ',
  outcomes: 'लागू करने पर',
  status: 'स्थिति',
  reason: 'कारण',
  count: 'नंबर',
  nothing: 'इस फ़ाइल से कुछ नहीं बदलेगा: जो इसमें है वह पहले से दर्ज है, या वह इस प्रसारण की नहीं है।',
  faults: 'जो पंक्तियाँ नहीं ली जा सकीं',
  fault: (row: string, field: string) => `पंक्ति ${row}, ${field}.`,
  found: 'मिला:',
  empty: 'कुछ नहीं',
  expected: 'चाहिए:',
  more: (count: string) => `और ${count} ${plurals.hi(count, 'पंक्ति', 'पंक्तियाँ')}, CSV में`,
  save: 'नहीं ली गई पंक्तियाँ (CSV)',
  apply: (count: string) => `${count} ${plurals.hi(count, 'नंबर', 'नंबरों')} पर लागू करें`,
  going: (changed: string, all: string) => `लागू हो रहा है: ${all} में से ${changed}`,
  discard: 'छोड़ दें',
  close: 'ठीक है',
  history: 'पहले लागू की गई रिपोर्टें',
  applied: (changed: string) => `${changed} नंबरों की स्थिति बदली`,
  by: (name: string, moment: string) => `${name}, ${moment}`,
};

const en: Wide<typeof hi> = {
  title: 'Receipts from the gateway’s report',
  text: 'This gateway sends no receipts by itself. Give its delivery report here, from its portal or from an e-mail: first you see what it would change, and it is applied when you say so.',
  file: 'Delivery report',
  fileHint:
    'CSV (also gzip) or XLSX. Row 1 names the columns: mobile or message id, status, time. The file does not stay on the server once it is read.',
  read: 'Read the report',
  seen: (name: string) => `${name} was read; nothing has changed yet`,
  half: (name: string) => `Applying ${name} broke off; apply the rest`,
  rows: 'Rows',
  recipients: 'Numbers of this blast',
  changes: 'Whose status changes',
  notOurs: 'Not of this blast',
  faulty: 'Faulty rows',
  outcomes: 'When applied',
  status: 'Status',
  reason: 'Reason',
  count: 'Numbers',
  nothing:
    'This file changes nothing: what it holds is on record already, or it is not of this blast.',
  faults: 'Rows that could not be taken',
  fault: (row: string, field: string) => `Row ${row}, ${field}.`,
  found: 'Found:',
  empty: 'nothing',
  expected: 'expected:',
  more: (count: string) => `${count} more ${plurals.en(count, 'row', 'rows')}, in the CSV`,
  save: 'Rows that were not taken (CSV)',
  apply: (count: string) => `Apply to ${count} ${plurals.en(count, 'number', 'numbers')}`,
  going: (changed: string, all: string) => `Being applied: ${changed} of ${all}`,
  discard: 'Put it away',
  close: 'OK',
  history: 'Reports that were applied',
  applied: (changed: string) => `${changed} numbers changed`,
  by: (name: string, moment: string) => `${name}, ${moment}`,
};

export const receiptWordsIn = inEachLanguage<Wide<typeof hi>>({ hi, en });
