import { plural } from '../../../../../campaigns/words/plural.ts';
import { inEachLanguage } from '../../../../i18n/own-language.ts';

export const receiptWordsIn = inEachLanguage({
  title: ['गेटवे की रिपोर्ट से पावतियाँ', 'Receipts from the gateway’s report'],
  text: [
    'यह गेटवे पावतियाँ अपने आप नहीं भेजता। उसके पोर्टल से निकाली या ई-मेल से आई डिलीवरी रिपोर्ट यहाँ दें: पहले दिखेगा कि क्या बदलेगा, लागू आपके कहने पर होगा।',
    'This gateway sends no receipts by itself. Give its delivery report here, from its portal or from an e-mail: first you see what it would change, and it is applied when you say so.',
  ],
  file: ['डिलीवरी रिपोर्ट', 'Delivery report'],
  fileHint: [
    'CSV (gzip भी) या XLSX। पंक्ति 1 में स्तंभों के नाम: मोबाइल या संदेश आईडी, स्थिति, समय। पढ़ने के बाद फ़ाइल सर्वर पर नहीं रहती।',
    'CSV (also gzip) or XLSX. Row 1 names the columns: mobile or message id, status, time. The file does not stay on the server once it is read.',
  ],
  read: ['रिपोर्ट पढ़ें', 'Read the report'],
  seen: (name: string) => [
    `${name} पढ़ी गई; अभी कुछ बदला नहीं है`,
    `${name} was read; nothing has changed yet`,
  ],
  half: (name: string) => [
    `${name} का लागू होना बीच में रुका; शेष लागू करें`,
    `Applying ${name} broke off; apply the rest`,
  ],
  rows: ['पंक्तियाँ', 'Rows'],
  recipients: ['इस प्रसारण के नंबर', 'Numbers of this blast'],
  changes: ['जिनकी स्थिति बदलेगी', 'Whose status changes'],
  notOurs: ['इस प्रसारण की नहीं', 'Not of this blast'],
  faulty: ['त्रुटि वाली पंक्तियाँ', 'Faulty rows'],
  outcomes: ['लागू करने पर', 'When applied'],
  status: ['स्थिति', 'Status'],
  reason: ['कारण', 'Reason'],
  count: ['नंबर', 'Numbers'],
  nothing: [
    'इस फ़ाइल से कुछ नहीं बदलेगा: जो इसमें है वह पहले से दर्ज है, या वह इस प्रसारण की नहीं है।',
    'This file changes nothing: what it holds is on record already, or it is not of this blast.',
  ],
  faults: ['जो पंक्तियाँ नहीं ली जा सकीं', 'Rows that could not be taken'],
  fault: (row: string, field: string) => [`पंक्ति ${row}, ${field}.`, `Row ${row}, ${field}.`],
  found: ['मिला:', 'Found:'],
  empty: ['कुछ नहीं', 'nothing'],
  expected: ['चाहिए:', 'expected:'],
  more: (count: string) => [
    `और ${count} ${plural.hi(count, 'पंक्ति', 'पंक्तियाँ')}, CSV में`,
    `${count} more ${plural.en(count, 'row', 'rows')}, in the CSV`,
  ],
  save: ['नहीं ली गई पंक्तियाँ (CSV)', 'Rows that were not taken (CSV)'],
  apply: (count: string) => [
    `${count} ${plural.hi(count, 'नंबर', 'नंबरों')} पर लागू करें`,
    `Apply to ${count} ${plural.en(count, 'number', 'numbers')}`,
  ],
  going: (changed: string, all: string) => [
    `लागू हो रहा है: ${all} में से ${changed}`,
    `Being applied: ${changed} of ${all}`,
  ],
  discard: ['छोड़ दें', 'Put it away'],
  close: ['ठीक है', 'OK'],
  history: ['पहले लागू की गई रिपोर्टें', 'Reports that were applied'],
  applied: (changed: string) => [`${changed} नंबरों की स्थिति बदली`, `${changed} numbers changed`],
  by: (name: string, moment: string) => [`${name}, ${moment}`, `${name}, ${moment}`],
});
