import { officeSide, type Spoken } from '../language.ts';
import { pairs } from './pairs.ts';

const words = pairs({
  title: ['कार्यादेश', 'Purchase order'],
  cancelled: ['यह कार्यादेश निरस्त है।', 'This order is cancelled.'],
  held: (reason: string) => [`मुख्यालय ने रोका है: ${reason}`, `Held by headquarters: ${reason}`],
  unconfirmed: (host: string) => [
    `अभी न छापें: लिंक का पता ${host} अभी पुष्ट नहीं हुआ है।`,
    `Not for print yet: the link host ${host} is not confirmed.`,
  ],
  lifted: (by: string, reason: string) => [
    `मुख्यालय ने इस कार्यादेश के लिए छपाई की रोक हटाई (${by}): ${reason}`,
    `HQ lifted its hold on printing for this order (${by}): ${reason}`,
  ],
  number: ['कार्यादेश संख्या', 'Order number'],
  date: ['दिनांक', 'Date'],
  vendor: ['वेंडर', 'Vendor'],
  address: ['वेंडर का पता', 'Address of the vendor'],
  gstin: ['वेंडर का जीएसटीआईएन', 'GSTIN of the vendor'],
  subject: ['विषय', 'Subject'],
  subjectOf: (campaign: string) => [
    `${campaign}: प्रचार सामग्री की छपाई`,
    `${campaign}: printing of publicity material`,
  ],
  due: ['आपूर्ति की तिथि', 'Delivery by'],
  head: [
    ['क्र०', 'No.'],
    ['थाना', 'Station'],
    ['सामग्री और स्थान', 'Item and place'],
    ['संख्या', 'Quantity'],
    ['दर (₹)', 'Rate (₹)'],
    ['राशि (₹)', 'Amount (₹)'],
  ],
  reprint: ['(पुनः छपाई)', '(reprint)'],
  perUnit: {
    'sq-ft': ['वर्ग फ़ुट', 'sq ft'],
    piece: ['नग', 'piece'],
  },
  net: ['योग', 'Sum'],
  gst: (percent: string) => [`जीएसटी ${percent}%`, `GST ${percent}%`],
  total: ['कुल राशि', 'Total'],
  /** Material and frame are working values of the campaign: what the office writes goes before them. */
  boards: (material: string) => [
    `बोर्ड, यदि कार्यालय ने लिखकर अन्य न बताया हो: ${material}।`,
    `Boards, unless the office has written otherwise: ${material}.`,
  ],
  paper: (paper: string) => [
    `काग़ज़ की सामग्री, यदि कार्यालय ने लिखकर अन्य न बताया हो: ${paper}।`,
    `Paper, unless the office has written otherwise: ${paper}.`,
  ],
  terms: ['शर्तें', 'Terms'],
  ownTerms: [
    [
      'फ़ाइलें वेंडर लिंक से लें; वास्तविक आकार (100 %) में छापें और कुछ न बदलें। हर थाने का क्यूआर कोड अलग है।',
      'Take the files from the vendor’s link; print them in their real size (100 %) and change nothing. Each station has a QR code of its own.',
    ],
    [
      'छापने से पहले वेंडर लिंक पर देखें: फ़ाइल का नया संस्करण तो नहीं आया?।',
      'Before printing, look at the vendor’s link whether there is a newer version of a file.',
    ],
    [
      'हर पार्सल पर उसका लेबल लगाएँ; भेजते समय लेबल का क्यूआर कोड स्कैन करके "भेज दिया" चिह्नित करें।',
      'Put its label on each parcel; when it goes out, scan the label’s QR code and mark it as sent.',
    ],
  ],
  accepted: ['वेंडर की स्वीकृति: हस्ताक्षर, मुहर, दिनांक', 'Accepted by the vendor: signature, seal, date'],
  items: ['सामग्री', 'Items'],
  sheetHead: [
    ['क्र०', 'No.'],
    ['थाना', 'Station (own language)'],
    ['Station', 'Station'],
    ['सामग्री', 'Item'],
    ['स्थान', 'Place'],
    ['पार्सल कोड', 'Parcel code'],
    ['इकाई', 'Unit'],
    ['वर्ग फ़ुट/नग', 'Sq ft/piece'],
    ['दर (₹)', 'Rate (₹)'],
    ['संख्या', 'Quantity'],
    ['राशि (₹)', 'Amount (₹)'],
  ],
  packing: ['पैकिंग सूची', 'Packing list'],
  parcels: ['पार्सल', 'Parcels'],
  parcelHead: [
    ['क्र०', 'No.'],
    ['थाना', 'Station'],
    ['सामग्री', 'Items'],
    ['पार्सल कोड', 'Parcel code'],
    ['पैक', 'Packed'],
  ],
  allItems: ['कुल सामग्री', 'All items'],
  allHead: [
    ['सामग्री', 'Item'],
    ['संख्या', 'Quantity'],
  ],
  challan: ['चालान', 'Challan'],
  challanTitle: ['चालान (प्राप्ति रसीद)', 'Challan (delivery receipt)'],
  orderOf: (reference: string, day: string) => [
    `${reference}, दिनांक ${day}`,
    `${reference}, dated ${day}`,
  ],
  challanHead: [
    ['क्र०', 'No.'],
    ['सामग्री', 'Item'],
    ['लगाने का स्थान', 'Where it is put up'],
    ['संख्या', 'Quantity'],
  ],
  signed: [
    ['भेजा: हस्ताक्षर, दिनांक', 'Sent: signature, date'],
    ['प्राप्त: नाम, पद, हस्ताक्षर, दिनांक', 'Received: name, rank, signature, date'],
  ],
  labels: ['लेबल', 'Labels'],
  rest: ['शेष चालान में देखें', 'The rest is in the challan'],
});

/** Words of an order's papers: in Hindi for a campaign in Hindi, else in English. */
export function orderWords(campaign: Spoken) {
  const language = officeSide('hi', campaign);
  return { language, words: words[language] };
}
