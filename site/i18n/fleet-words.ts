import type { FleetField } from '../../campaigns/vehicles/fleet.ts';
import { pluralOf } from '../../campaigns/words/plural.ts';
import type { FleetState } from '../../messaging/contract/values.ts';
import type { Language } from './language.ts';

const plurals = { hi: pluralOf('hi'), en: pluralOf('en') };

type FleetWords = {
  lead: string;
  page: string;
  form: string;
  models: (names: string) => string;
  file: string;
  fileHint: string;
  check: string;
  good: (count: string) => string;
  bad: (count: string) => string;
  nothingGood: string;
  fields: Record<FleetField, string>;
  row: (row: string, field: string) => string;
  fault: (expected: string, found: string) => string;
  more: (count: string) => string;
  saveFaults: string;
  faultsName: string;
  faultColumns: readonly [string, string, string, string];
  goodRows: string;
  make: (count: string) => string;
  ordered: (count: string) => string;
  newCodes: (count: string) => string;
  listTitle: string;
  progress: (made: string, total: string) => string;
  waiting: (count: string) => string;
  failed: (count: string) => string;
  done: string;
  lost: string;
  none: string;
  states: Record<FleetState, string>;
  failedText: string;
  filter: string;
  vehicle: string;
  model: string;
  panels: string;
  press: (panel: string, vehicle: string) => string;
  picture: (panel: string, vehicle: string) => string;
  ticket: string;
  ticketOf: (vehicle: string) => string;
  showing: (shown: string, total: string) => string;
  showMore: string;
  listed: (name: string, moment: string) => string;
};

const hi: FleetWords = {
  lead: 'हर वाहन के पैनल पर उसका अपना कोड छपता है; स्कैन उसी कोड पर गिने जाते हैं। सूची भरकर यहाँ दें: पहले जाँच होती है, फिर आपके कहने पर पैनल बनते हैं। पंजीयन संख्या केवल अधिकारियों को दिखती है।',
  page: 'वाहनों का पन्ना: नाप, सामग्री और नियम',
  form: 'खाली सूची डाउनलोड करें (CSV)',
  models: (names) => `मॉडल इनमें से एक लिखें: ${names}`,
  file: 'भरी हुई सूची',
  fileHint: 'CSV या XLSX; स्तम्भ जनपद, वाहन, मॉडल; 2,000 पंक्तियों और 5 MB तक',
  check: 'सूची जाँचें',
  good: (count) => `सही वाहन: ${count}`,
  bad: (count) => `त्रुटियाँ: ${count}। ये पंक्तियाँ नहीं ली जायेंगी; सूची सुधारकर फिर जाँचें।`,
  nothingGood: 'सूची में कोई सही पंक्ति नहीं है।',
  fields: { file: 'फ़ाइल', district: 'जनपद', vehicle: 'वाहन', model: 'मॉडल' },
  row: (row, field) => `पंक्ति ${row}, ${field}`,
  fault: (expected, found) => `${expected} चाहिए, ${found === '""' ? 'खाली' : found} मिला`,
  more: (count) => `${count} ${plurals.hi(count, 'त्रुटि और है', 'त्रुटियाँ और हैं')}; पूरी सूची सहेजें।`,
  saveFaults: 'त्रुटियाँ सहेजें (CSV)',
  faultsName: 'trutiyan',
  faultColumns: ['पंक्ति', 'स्तम्भ', 'क्या चाहिए', 'क्या मिला'],
  goodRows: 'सही पंक्तियाँ देखें',
  make: (count) => `पैनल बनायें (वाहन: ${count})`,
  ordered: (count) =>
    `${count} ${plurals.hi(count, 'वाहन', 'वाहनों')} के पैनल बनने लगे हैं। यह पन्ना बन्द करने पर भी काम चलता रहेगा।`,
  newCodes: (count) => (count === '0' ? 'सभी के कोड पहले से थे; वही रहेंगे।' : `नये कोड: ${count}`),
  listTitle: 'सूची में दिये गये वाहन',
  progress: (made, total) => `${total} में से ${made} वाहनों के पैनल तैयार`,
  waiting: (count) => `शेष: ${count}`,
  failed: (count) => `नहीं बने: ${count}`,
  done: 'सभी तैयार हैं।',
  lost: 'सर्वर से अभी सम्पर्क नहीं है; आँकड़े पुराने हो सकते हैं।',
  none: 'अभी किसी वाहन की सूची नहीं दी गई है। खाली सूची डाउनलोड करें, हर वाहन की एक पंक्ति भरें और ऊपर दें।',
  states: { waiting: 'प्रतीक्षा में', making: 'बन रहे हैं', made: 'तैयार', failed: 'नहीं बने' },
  failedText: 'सूची फिर दें; तब भी न बनें तो टूलकिट चलाने वाले को बतायें।',
  filter: 'जनपद',
  vehicle: 'वाहन',
  model: 'मॉडल',
  panels: 'पैनल',
  press: (panel, vehicle) => `छपाई की फ़ाइल (PDF): ${panel}, ${vehicle}`,
  picture: (panel, vehicle) => `चित्र: ${panel}, ${vehicle}`,
  ticket: 'कार्यादेश (PDF)',
  ticketOf: (vehicle) => `कार्यादेश (PDF): ${vehicle}`,
  showing: (shown, total) => `${total} में से नवीनतम ${shown} वाहन`,
  showMore: '500 तक दिखायें',
  listed: (name, moment) => `सूची: ${name}, ${moment}`,
};

const en: FleetWords = {
  lead: 'The panels of each vehicle carry a code of its own, and scans are counted by that code. Hand in the filled list here: it is checked first, and the panels are made when you say so. Only officers see the registration.',
  page: 'The page on vehicles: sizes, material and rules',
  form: 'Download an empty list (CSV)',
  models: (names) => `Models to write: ${names}`,
  file: 'Filled list',
  fileHint: 'CSV or XLSX; columns district, vehicle, model; up to 2,000 rows and 5 MB',
  check: 'Check the list',
  good: (count) => `Good vehicles: ${count}`,
  bad: (count) => `Faults: ${count}. These rows are left out; put them right and check again.`,
  nothingGood: 'No row of the list is good.',
  fields: { file: 'File', district: 'District', vehicle: 'Vehicle', model: 'Model' },
  row: (row, field) => `Row ${row}, ${field}`,
  fault: (expected, found) => `expected ${expected}, found ${found === '""' ? 'nothing' : found}`,
  more: (count) => `${count} more ${plurals.en(count, 'fault', 'faults')}; save the whole list.`,
  saveFaults: 'Save the faults (CSV)',
  faultsName: 'faults',
  faultColumns: ['row', 'column', 'expected', 'found'],
  goodRows: 'See the good rows',
  make: (count) => `Make panels (vehicles: ${count})`,
  ordered: (count) =>
    `Panels of ${count} vehicles are on their way, also when you close this page.`,
  newCodes: (count) =>
    count === '0' ? 'All had their codes already and keep them.' : `New codes: ${count}`,
  listTitle: 'Vehicles that were listed',
  progress: (made, total) => `Panels of ${made} of ${total} vehicles ready`,
  waiting: (count) => `Left: ${count}`,
  failed: (count) => `Not made: ${count}`,
  done: 'All are ready.',
  lost: 'The server cannot be reached; the figures may be old.',
  none: 'No vehicle was listed yet. Download the empty list, fill in one row for each vehicle and hand it in above.',
  states: { waiting: 'waiting', making: 'being made', made: 'ready', failed: 'not made' },
  failedText: 'Hand the list in again; if that fails too, tell whoever runs the toolkit.',
  filter: 'District',
  vehicle: 'Vehicle',
  model: 'Model',
  panels: 'Panels',
  press: (panel, vehicle) => `Print file (PDF): ${panel}, ${vehicle}`,
  picture: (panel, vehicle) => `Picture: ${panel}, ${vehicle}`,
  ticket: 'Job ticket (PDF)',
  ticketOf: (vehicle) => `Job ticket (PDF): ${vehicle}`,
  showing: (shown, total) => `The latest ${shown} of ${total} vehicles`,
  showMore: 'Show up to 500',
  listed: (name, moment) => `Listed: ${name}, ${moment}`,
};

/** Words of the console's view of fleets. */
export function fleetWordsIn(language: Language): FleetWords {
  return { hi, en }[language];
}
