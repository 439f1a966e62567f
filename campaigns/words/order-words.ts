import type { Campaign } from '../campaign.ts';
import { officeSide } from '../language.ts';

const hi = {
  title: 'कार्यादेश',
  cancelled: 'यह कार्यादेश निरस्त है।',
  held: (reason: string) => `मुख्यालय ने रोका है: ${reason}`,
  unconfirmed: (host: string) => `अभी न छापें: लिंक का पता ${host} अभी पुष्ट नहीं हुआ है।`,
  lifted: (by: string, reason: string) =>
    `मुख्यालय ने इस कार्यादेश के लिए छपाई की रोक हटाई (${by}): ${reason}`,
  number: 'कार्यादेश संख्या',
  date: 'दिनांक',
  vendor: 'वेंडर',
  subject: 'विषय',
  subjectOf: (campaign: string) => `${campaign}: प्रचार सामग्री की छपाई`,
  due: 'आपूर्ति की तिथि',
  head: ['क्र०', 'थाना', 'सामग्री और स्थान', 'संख्या', 'दर (₹)', 'राशि (₹)'],
  reprint: '(पुनः छपाई)',
  perUnit: { 'sq-ft': 'वर्ग फ़ुट', piece: 'नग' },
  net: 'योग',
  gst: (percent: string) => `जीएसटी ${percent}%`,
  total: 'कुल राशि',
  /** Material and frame are working values of the campaign: what the office writes goes before them. */
  boards: (material: string) => `बोर्ड, यदि कार्यालय ने लिखकर अन्य न बताया हो: ${material}।`,
  paper: (paper: string) => `काग़ज़ की सामग्री, यदि कार्यालय ने लिखकर अन्य न बताया हो: ${paper}।`,
  terms: 'शर्तें',
  ownTerms: [
    'फ़ाइलें वेंडर लिंक से लें; वास्तविक आकार (100 %) में छापें और कुछ न बदलें। हर थाने का क्यूआर कोड अलग है।',
    'छापने से पहले वेंडर लिंक पर देखें: फ़ाइल का नया संस्करण तो नहीं आया?।',
    'हर पार्सल पर उसका लेबल लगाएँ; भेजते समय लेबल का क्यूआर कोड स्कैन करके "भेज दिया" चिह्नित करें।',
  ],
  accepted: 'वेंडर की स्वीकृति: हस्ताक्षर, मुहर, दिनांक',
  items: 'सामग्री',
  page: (page: number, total: number) => `पृष्ठ ${page} / ${total}`,
  sheetHead: [
    ...['क्र०', 'थाना', 'Station', 'सामग्री', 'स्थान', 'पार्सल कोड', 'इकाई'],
    ...['वर्ग फ़ुट/नग', 'दर (₹)', 'संख्या', 'राशि (₹)'],
  ],
  packing: 'पैकिंग सूची',
  parcels: 'पार्सल',
  parcelHead: ['क्र०', 'थाना', 'सामग्री', 'पार्सल कोड', 'पैक'],
  allItems: 'कुल सामग्री',
  allHead: ['सामग्री', 'संख्या'],
  challan: 'चालान',
  challanTitle: 'चालान (प्राप्ति रसीद)',
  orderOf: (reference: string, day: string) => `${reference}, दिनांक ${day}`,
  challanHead: ['क्र०', 'सामग्री', 'लगाने का स्थान', 'संख्या'],
  signed: ['भेजा: हस्ताक्षर, दिनांक', 'प्राप्त: नाम, पद, हस्ताक्षर, दिनांक'],
  labels: 'लेबल',
  rest: 'शेष चालान में देखें',
};

const en: typeof hi = {
  title: 'Purchase order',
  cancelled: 'This order is cancelled.',
  held: (reason) => `Held by headquarters: ${reason}`,
  unconfirmed: (host) => `Not for print yet: the link host ${host} is not confirmed.`,
  lifted: (by, reason) => `HQ lifted its hold on printing for this order (${by}): ${reason}`,
  number: 'Order number',
  date: 'Date',
  vendor: 'Vendor',
  subject: 'Subject',
  subjectOf: (campaign) => `${campaign}: printing of publicity material`,
  due: 'Delivery by',
  head: ['No.', 'Station', 'Item and place', 'Quantity', 'Rate (₹)', 'Amount (₹)'],
  reprint: '(reprint)',
  perUnit: { 'sq-ft': 'sq ft', piece: 'piece' },
  net: 'Sum',
  gst: (percent) => `GST ${percent}%`,
  total: 'Total',
  boards: (material) => `Boards, unless the office has written otherwise: ${material}.`,
  paper: (paper) => `Paper, unless the office has written otherwise: ${paper}.`,
  terms: 'Terms',
  ownTerms: [
    'Take the files from the vendor’s link; print them in their real size (100 %) and change nothing. Each station has a QR code of its own.',
    'Before printing, look at the vendor’s link whether there is a newer version of a file.',
    'Put its label on each parcel; when it goes out, scan the label’s QR code and mark it as sent.',
  ],
  accepted: 'Accepted by the vendor: signature, seal, date',
  items: 'Items',
  page: (page, total) => `Page ${page} / ${total}`,
  sheetHead: [
    ...['No.', 'Station (own language)', 'Station', 'Item', 'Place', 'Parcel code', 'Unit'],
    ...['Sq ft/piece', 'Rate (₹)', 'Quantity', 'Amount (₹)'],
  ],
  packing: 'Packing list',
  parcels: 'Parcels',
  parcelHead: ['No.', 'Station', 'Items', 'Parcel code', 'Packed'],
  allItems: 'All items',
  allHead: ['Item', 'Quantity'],
  challan: 'Challan',
  challanTitle: 'Challan (delivery receipt)',
  orderOf: (reference, day) => `${reference}, dated ${day}`,
  challanHead: ['No.', 'Item', 'Where it is put up', 'Quantity'],
  signed: ['Sent: signature, date', 'Received: name, rank, signature, date'],
  labels: 'Labels',
  rest: 'The rest is in the challan',
};

/** Words of an order's papers: in Hindi for a campaign in Hindi, else in English. */
export function orderWords({ languages }: Pick<Campaign, 'languages'>) {
  const language = officeSide('hi', languages[0]);
  return { language, words: { hi, en }[language] };
}
