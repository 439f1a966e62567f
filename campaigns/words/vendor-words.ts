import type { ParcelState } from '../print/purchase-orders/parcel.ts';
import type { OrderPaper } from '../print/purchase-orders/purchase-order.ts';
import { type Pair, pairs } from './pairs.ts';

export type PageLanguage = 'hi' | 'en';

export const vendorWords = pairs({
  title: (district: string) => [`छपाई: जनपद ${district}`, `Prints: ${district} district`],
  other: ['English', 'हिंदी'],
  until: (day: string) => [
    `यह लिंक ${day} तक, जितनी बार चाहें, खुलेगा। इसे किसी और को न दें।`,
    `This link opens until ${day}, as often as you like. Give it to nobody else.`,
  ],
  hostOpen: (host: string) => [
    `अभी न छापें: लिंक का पता ${host} अभी पुष्ट नहीं हुआ है।`,
    `Do not print yet: the address ${host} of the links is not confirmed.`,
  ],
  lifted: (by: string, reason: string) => [
    `छाप सकते हैं। मुख्यालय ने इस कार्यादेश के लिए रोक हटाई (${by}): ${reason}। फ़ाइलों के किनारे पर “NOT FOR PRINT” फिर भी लिखा रहेगा।`,
    `You may print. HQ lifted its hold for this order (${by}): ${reason}. The edge of the files says “NOT FOR PRINT” all the same.`,
  ],
  order: (reference: string) => [`कार्यादेश ${reference}`, `Order ${reference}`],
  facts: (day: string, due: string | null) => [
    due === null ? `दिनांक ${day}` : `दिनांक ${day}, आपूर्ति ${due} तक`,
    due === null ? `Dated ${day}` : `Dated ${day}, to be delivered by ${due}`,
  ],
  held: (reason: string) => [
    `मुख्यालय ने यह कार्यादेश रोका है: ${reason}। अभी न छापें, न भेजें।`,
    `HQ holds this order: ${reason}. Print and send nothing now.`,
  ],
  cancelled: ['यह कार्यादेश निरस्त है।', 'This order is cancelled.'],
  none: ['अभी कोई कार्यादेश नहीं है।', 'There is no order yet.'],
  counts: (waiting: string, dispatched: string, received: string) => [
    `भेजना बाकी ${waiting} · भेजे गए ${dispatched} · प्राप्त ${received}`,
    `To be sent ${waiting} · sent ${dispatched} · received ${received}`,
  ],
  parcelsOf: ['पार्सल', 'Parcels'],
  find: ['थाना या पार्सल कोड खोजें', 'Find a station or parcel code'],
  search: ['खोजें', 'Find'],
  shown: (count: string, all: string) => [
    `${all} में से ${count} पार्सल।`,
    `${count} of ${all} parcels.`,
  ],
  showAll: ['सभी दिखाएँ', 'Show all'],
  allSent: (count: string) => [`सभी ${count} भेज दिए`, `All ${count} are sent`],
  foundSent: (count: string) => [`खोजे हुए ${count} भेज दिए`, `The ${count} found are sent`],
  confirmSent: (count: string) => [`हाँ, ${count} पार्सल भेज दिए`, `Yes, ${count} parcels are sent`],
  sentMany: (count: string) => [
    `${count} पार्सल “भेजा गया” चिह्नित हुए।`,
    `${count} parcels are marked as sent.`,
  ],
  undoMany: ['यह चिह्न वापस लें', 'Take this back'],
  zip: (count: string) => [`सभी फ़ाइलें (ZIP, ${count})`, `All files (ZIP, ${count})`],
  ticket: ['छपाई का विवरण (जॉब टिकट, PDF)', 'Job ticket (PDF)'],
  papers: {
    order: ['कार्यादेश (PDF)', 'Order (PDF)'],
    labels: ['लेबल, A4 पर 24', 'Labels, 24 on A4'],
    packing: ['पैकिंग सूची', 'Packing list'],
    challan: ['चालान', 'Receipts (challan)'],
  } satisfies Record<OrderPaper, Pair>,
  states: {
    waiting: ['भेजना बाकी', 'to be sent'],
    dispatched: ['भेजा गया', 'sent'],
    received: ['प्राप्त हुआ', 'received'],
  } satisfies Record<ParcelState, Pair>,
  parcel: (code: string) => [`पार्सल ${code}`, `Parcel ${code}`],
  size: (width: string, height: string) => [`${width} × ${height} मिमी`, `${width} × ${height} mm`],
  download: ['डाउनलोड (PDF)', 'Download (PDF)'],
  downloadNew: ['नया संस्करण डाउनलोड करें', 'Download the new version'],
  sample: ['केवल नमूना (स्वीकृति बाकी)', 'Sample only (approval is missing)'],
  missing: [
    'फ़ाइल अभी नहीं बनी है; कुछ देर बाद देखें।',
    'The file is not made yet; please look again later.',
  ],
  superseded: ['नया संस्करण', 'New version'],
  supersededText: [
    'कार्यादेश के बाद यह फ़ाइल नई बनी है। पुरानी फ़ाइल न छापें।',
    'The file was replaced after the order. Do not print the old one.',
  ],
  sampleTag: ['केवल नमूना', 'Sample only'],
  faultTag: ['दोष', 'Faults'],
  hash: ['फ़ाइल की पहचान (SHA-256)', 'Hash of the file (SHA-256)'],
  oldHash: ['पुरानी फ़ाइल की पहचान', 'Hash of the old file'],
  passed: ['जाँच: ठीक', 'Preflight: passed'],
  warned: (count: string) => [
    `जाँच: ठीक, ध्यान दें (${count})`,
    `Preflight: passed with notes (${count})`,
  ],
  failed: (count: string) => [`जाँच: दोष (${count})`, `Preflight: faults (${count})`],
  checking: ['जाँच चल रही है', 'Preflight is running'],
  expected: ['चाहिए', 'expected'],
  found: ['मिला', 'found'],
  taken: (count: string) => [`डाउनलोड: ${count}`, `Downloads: ${count}`],
  reprint: ['पुनः छपाई', 'Reprint'],
  dispatch: ['भेज दिया', 'Mark as sent'],
  undo: ['चिह्न हटाएँ', 'Take the mark back'],
  receive: ['प्राप्त हुआ', 'Mark as received'],
  gone: ['यह पेज नहीं मिला', 'There is no such page'],
  goneText: [
    'लिंक गलत है या बंद कर दिया गया है। जनपद के जनसंपर्क अधिकारी से नया लिंक लें।',
    'The link is wrong or was ended. Ask the Public Relations Officer of the district.',
  ],
  expired: ['लिंक का समय पूरा हो गया', 'The link has run out'],
  expiredText: [
    'जनपद के जनसंपर्क अधिकारी से नया लिंक लें।',
    'Ask the Public Relations Officer of the district for a new one.',
  ],
  noParcel: ['यह पार्सल कोड नहीं मिला', 'There is no such parcel code'],
  noParcelText: ['लेबल पर छपा कोड एक बार फिर देखें।', 'Please check the code on the label again.'],
  notHere: ['यह चिह्न आप नहीं लगा सकते', 'You cannot set this mark'],
  notHereText: [
    'भेजने का चिह्न वेंडर अपने लिंक से लगाता है; प्राप्ति का चिह्न इसी जनपद का अधिकारी साइन इन करके।',
    'The vendor marks a parcel as sent by the vendor link, an officer of the district as received after signing in.',
  ],
  refused: ['यह चिह्न अभी नहीं लग सकता', 'This mark is not possible now'],
  refusedText: [
    'पार्सल की स्थिति बदल गई है, या कार्यादेश रुका अथवा निरस्त है।',
    'The parcel’s state has changed, or its order is held or cancelled.',
  ],
  back: ['पार्सल का पेज', 'Page of the parcel'],
  signIn: ['अधिकारी: कंसोल में साइन इन करें', 'Officers: sign in to the console'],
  vendorHint: [
    'वेंडर: इसी फ़ोन पर अपना वेंडर लिंक एक बार खोलें, फिर लेबल स्कैन करें।',
    'Vendors: open your vendor link once on this phone, then scan the label.',
  ],
  hung: ['बोर्ड लगा (फ़ोटो से)', 'Board hung (by its picture)'],
});
export type VendorWords = typeof vendorWords.hi;
