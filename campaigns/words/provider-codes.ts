import type { Bilingual } from '../bilingual.ts';
import { whatsappCodes } from './whatsapp-codes.ts';

/**
 * Answers of gateways and operators in words; numbers are Twilio's, capital words Exotel's, the meanings are in our
 * words.
 */
const codes: Readonly<Record<string, Bilingual>> = {
  '20003': { hi: 'गेटवे का खाता या पासवर्ड अमान्य', en: 'the gateway’s account or password is wrong' },
  '20004': { hi: 'गेटवे के खाते को इसका अधिकार नहीं', en: 'the gateway’s account has no right to this' },
  '20005': { hi: 'गेटवे का खाता बंद है', en: 'the gateway’s account is not active' },
  '20006': { hi: 'गेटवे के खाते को इसकी पहुँच नहीं', en: 'the gateway’s account has no access to this' },
  '20008': {
    hi: 'गेटवे पर परीक्षण की साख से यह संभव नहीं',
    en: 'not possible with the gateway’s test credentials',
  },
  '20403': { hi: 'गेटवे के खाते को इसका अधिकार नहीं', en: 'the gateway’s account has no right to this' },
  '20404': {
    hi: 'गेटवे पर यह खाता या सेवा नहीं मिली',
    en: 'no such account or service at the gateway',
  },
  '20429': { hi: 'गेटवे पर अनुरोध अधिक हैं', en: 'too many requests at the gateway' },
  '20500': { hi: 'गेटवे की आंतरिक त्रुटि', en: 'internal fault of the gateway' },
  '20503': { hi: 'गेटवे अभी उपलब्ध नहीं', en: 'the gateway is not available' },
  '21205': { hi: 'कॉल का पता (URL) अमान्य है', en: 'the call’s URL is not valid' },
  '21210': { hi: 'कॉल करने वाला नंबर सत्यापित नहीं', en: 'the number that calls is not verified' },
  '21211': { hi: 'नंबर अमान्य है', en: 'the number is not valid' },
  '21212': { hi: 'भेजने वाला नंबर अमान्य है', en: 'the sender’s number is not valid' },
  '21213': { hi: 'कॉल करने वाला नंबर तय नहीं', en: 'no number to call from is set up' },
  '21214': { hi: 'इस नंबर पर कॉल नहीं जाती', en: 'the number cannot be called' },
  '21215': { hi: 'इस देश में कॉल की अनुमति नहीं', en: 'calls to this country are not allowed' },
  '21217': { hi: 'नंबर का रूप सही नहीं', en: 'the number is not well formed' },
  '21219': {
    hi: 'परीक्षण खाते से अपुष्ट नंबर पर कॉल नहीं जाती',
    en: 'a trial account calls no unverified number',
  },
  '21265': {
    hi: 'नंबर शॉर्ट कोड है, उस पर नहीं जाता',
    en: 'the number is a short code, which takes no messages',
  },
  '21266': { hi: 'पाने वाला और भेजने वाला नंबर एक ही है', en: 'the recipient is the sender' },
  '21267': {
    hi: 'परीक्षण खाते से इस नंबर पर नहीं जाता',
    en: 'a trial account does not send to this number',
  },
  '21268': {
    hi: 'प्रीमियम सेवा का नंबर, उस पर नहीं जाता',
    en: 'a premium number, which takes no messages',
  },
  '21401': { hi: 'नंबर का रूप सही नहीं', en: 'the number is not well formed' },
  '21408': { hi: 'इस देश में भेजने की अनुमति नहीं', en: 'sending to this country is not allowed' },
  '21421': { hi: 'नंबर अमान्य है', en: 'the number is not valid' },
  '21601': { hi: 'भेजने वाले नंबर से SMS नहीं जाता', en: 'the sender’s number sends no SMS' },
  '21602': { hi: 'संदेश का पाठ खाली है', en: 'the text is empty' },
  '21603': { hi: 'भेजने वाला नंबर तय नहीं', en: 'no sender is set up' },
  '21605': { hi: 'संदेश का पाठ बहुत लंबा है', en: 'the text is too long' },
  '21606': { hi: 'भेजने वाला हेडर मान्य नहीं', en: 'the sender is not valid' },
  '21607': { hi: 'भेजने वाला नंबर हमारा नहीं', en: 'the sender’s number is not ours' },
  '21608': {
    hi: 'गेटवे का खाता परीक्षण वाला है, केवल सत्यापित नंबरों पर भेजता है',
    en: 'the gateway’s account is a trial one and reaches verified numbers only',
  },
  '21609': {
    hi: 'रसीद का पता (StatusCallback) अमान्य है',
    en: 'the address for receipts is not valid',
  },
  '21610': { hi: 'प्राप्तकर्ता संदेश रोकने को कह चुका है', en: 'the recipient said stop' },
  '21611': { hi: 'गेटवे की कतार भरी है', en: 'the gateway’s queue is full' },
  '21614': { hi: 'यह मोबाइल नंबर नहीं है', en: 'it is no mobile number' },
  '21617': { hi: 'संदेश बहुत लंबा है', en: 'the message is too long' },
  '21635': { hi: 'लैंडलाइन नंबर है', en: 'the number is a landline' },
  '21659': { hi: 'भेजने वाला नंबर गेटवे का नहीं है', en: 'the sender’s number is not the gateway’s' },
  '21660': {
    hi: 'भेजने वाला नंबर इस खाते का नहीं है',
    en: 'the sender’s number is not of this account',
  },
  '21661': { hi: 'भेजने वाले नंबर से SMS नहीं जाता', en: 'the sender’s number sends no SMS' },
  '21701': { hi: 'गेटवे की संदेश-सेवा नहीं मिली', en: 'the gateway has no such messaging service' },
  '21702': { hi: 'गेटवे की संदेश-सेवा अमान्य है', en: 'the gateway’s messaging service is not valid' },
  '21703': { hi: 'गेटवे पर भेजने वाला नंबर तय नहीं', en: 'the gateway has no sender set up' },
  '21704': { hi: 'गेटवे की संदेश-सेवा अधूरी है', en: 'the gateway’s messaging service is incomplete' },
  '21705': { hi: 'गेटवे की संदेश-सेवा अमान्य है', en: 'the gateway’s messaging service is not valid' },
  '30001': { hi: 'गेटवे की कतार भर गई', en: 'the gateway’s queue ran over' },
  '30002': { hi: 'गेटवे का खाता निलंबित है', en: 'the gateway’s account is suspended' },
  '30003': { hi: 'फ़ोन बंद या नेटवर्क से बाहर', en: 'the phone is off or out of reach' },
  '30004': { hi: 'प्राप्तकर्ता या ऑपरेटर ने रोका', en: 'blocked by the recipient or the operator' },
  '30005': { hi: 'नंबर प्रयोग में नहीं है', en: 'the number is not in use' },
  '30006': {
    hi: 'लैंडलाइन, या ऑपरेटर तक पहुँच नहीं',
    en: 'a landline, or the operator cannot be reached',
  },
  '30007': { hi: 'ऑपरेटर ने संदेश छाना (स्पैम)', en: 'filtered by the operator as spam' },
  '30008': { hi: 'ऑपरेटर ने कारण नहीं बताया', en: 'the operator gave no reason' },
  '30017': { hi: 'ऑपरेटर का नेटवर्क व्यस्त', en: 'the operator’s network is congested' },
  '30018': { hi: 'ऑपरेटर के यहाँ पंजीकरण नहीं', en: 'not registered with the operator' },
  '30024': { hi: 'भेजने वाला हेडर ऑपरेटर को मान्य नहीं', en: 'the operator does not accept the sender' },
  '30032': { hi: 'भेजने वाला नंबर सत्यापित नहीं', en: 'the sender’s number is not verified' },
  '30033': {
    hi: 'भेजने का अभियान ऑपरेटर ने निलंबित किया',
    en: 'the operator has suspended the sender’s campaign',
  },
  '30034': { hi: 'ऑपरेटर के यहाँ पंजीकरण नहीं', en: 'not registered with the operator' },
  '30035': { hi: 'भेजने वाले नंबर का पंजीकरण अधूरा', en: 'the sender’s registration is not complete' },
  '30036': { hi: 'भेजने की अवधि बीत गई', en: 'its time ran out before it was sent' },
  '30037': { hi: 'गेटवे पर भेजना बंद किया गया है', en: 'sending is switched off at the gateway' },
  '30038': {
    hi: 'पाठ को ओटीपी मानकर रोका गया',
    en: 'the text was taken for a one-time password',
  },
  '21910': {
    hi: 'भेजने वाले और पाने वाले का माध्यम अलग है',
    en: 'sender and recipient are of different channels',
  },
  '63017': { hi: 'भेजने की गति सीमा से अधिक', en: 'above the allowed rate' },
  '63018': { hi: 'भेजने की गति सीमा से अधिक', en: 'above the allowed rate' },
  '63038': { hi: 'गेटवे की दैनिक सीमा पूरी', en: 'the gateway’s daily limit is reached' },
  FAILED_DND: { hi: 'नंबर डीएनडी सूची में है', en: 'the number is on the do-not-disturb register' },
  FAILED_INVALID_NUMBER: { hi: 'नंबर अमान्य है', en: 'the number is not valid' },
  FAILED_BLACKLISTED: { hi: 'नंबर गेटवे पर रोका हुआ है', en: 'the number is blocked at the gateway' },
  FAILED_UNREACHABLE: { hi: 'फ़ोन बंद या नेटवर्क से बाहर', en: 'the phone is off or out of reach' },
  FAILED_INVALID_SENDER: { hi: 'भेजने वाला हेडर मान्य नहीं', en: 'the sender is not valid' },
  FAILED_DLT_TEMPLATE: {
    hi: 'पाठ डीएलटी टेंपलेट से मेल नहीं खाता',
    en: 'the text does not match its DLT template',
  },
  FAILED_DLT_ENTITY: { hi: 'डीएलटी संस्था-आईडी मान्य नहीं', en: 'the DLT entity id is not valid' },
  FAILED_DLT_SCRUBBING: { hi: 'डीएलटी जाँच में रुका', en: 'stopped by DLT scrubbing' },
  FAILED_DLT_CONSENT: {
    hi: 'प्राप्तकर्ता की सहमति दर्ज नहीं',
    en: 'the recipient’s consent is not on record',
  },
  FAILED_SPAM_DETECTED: { hi: 'ऑपरेटर ने संदेश छाना (स्पैम)', en: 'filtered by the operator as spam' },
  FAILED_INSUFFICIENT_BALANCE: {
    hi: 'गेटवे के खाते में शेष नहीं',
    en: 'the gateway’s account has no balance',
  },
  FAILED_ACCOUNT_SUSPENDED: {
    hi: 'गेटवे का खाता निलंबित है',
    en: 'the gateway’s account is suspended',
  },
  EXPIRED: { hi: 'समय रहते नहीं पहुँचा', en: 'not delivered in time' },
  FAILED_DLT_SCRUBBING_ERROR: { hi: 'डीएलटी जाँच में रुका', en: 'stopped by DLT scrubbing' },
  SENDER_BLOCKED_BY_DLT: { hi: 'हेडर डीएलटी पर रोका हुआ है', en: 'the header is blocked on DLT' },
  ENTITY_BLOCKED_BY_DLT: { hi: 'संस्था डीएलटी पर रोकी हुई है', en: 'the entity is blocked on DLT' },
  TEMPLATE_BLOCKED_BY_DLT: {
    hi: 'टेंपलेट डीएलटी पर रोका हुआ है',
    en: 'the template is blocked on DLT',
  },
  DLT_ENTITY_NOT_FOUND: { hi: 'संस्था डीएलटी पर नहीं मिली', en: 'the entity is not on DLT' },
  DLT_TEMPLATE_ID_INVALID: {
    hi: 'डीएलटी टेंपलेट-आईडी मान्य नहीं',
    en: 'the DLT template id is not valid',
  },
  DLT_TEMPLATE_NOT_FOUND: { hi: 'टेंपलेट डीएलटी पर नहीं मिला', en: 'the template is not on DLT' },
  DLT_TEMPLATE_ID_INACTIVE: { hi: 'डीएलटी टेंपलेट निष्क्रिय है', en: 'the DLT template is not active' },
  DLT_TEMPLATE_ID_BLACKLISTED: {
    hi: 'डीएलटी टेंपलेट काली सूची में है',
    en: 'the DLT template is blacklisted',
  },
  DLT_TEMPLATE_DOES_NOT_MATCH: {
    hi: 'पाठ डीएलटी टेंपलेट से मेल नहीं खाता',
    en: 'the text does not match its DLT template',
  },
  FAILED_SPAM: { hi: 'ऑपरेटर ने संदेश छाना (स्पैम)', en: 'filtered by the operator as spam' },
  FAILED_SUBSCRIBER_UNAVAILABLE: {
    hi: 'फ़ोन बंद या नेटवर्क से बाहर',
    en: 'the phone is off or out of reach',
  },
  FAILED_NETWORK_ERROR: { hi: 'ऑपरेटर के नेटवर्क में बाधा', en: 'a fault in the operator’s network' },
  FAILED_UNAVAILABLE_ROUTE: { hi: 'ऑपरेटर तक मार्ग उपलब्ध नहीं', en: 'no route to the operator' },
  FAILED_SYSTEM_ERROR: { hi: 'गेटवे की आंतरिक त्रुटि', en: 'internal fault of the gateway' },
  FAILED_RATE_LIMITED: { hi: 'भेजने की गति सीमा से अधिक', en: 'above the allowed rate' },
  EXPIRED_HANDSET_OFF: {
    hi: 'फ़ोन बंद रहा, समय निकल गया',
    en: 'the phone was off until its time was over',
  },
  'no-opt-in': { hi: 'WhatsApp के लिए सहमति नहीं दी', en: 'has not agreed to WhatsApp' },
  'do-not-disturb': { hi: 'डीएनडी सूची में, प्रचार नहीं चाहते', en: 'on the do-not-disturb list' },
  'excluded-list': { hi: 'छोड़े जाने वाले नंबरों की सूची में', en: 'on a list of numbers to leave out' },
  'already-received': { hi: 'पहले का प्रसारण मिल चुका', en: 'already got an earlier blast' },
  'frequency-cap': {
    hi: 'इस अवधि में संदेशों की सीमा पूरी',
    en: 'has had as many messages as the period allows',
  },
  'opted-out': { hi: 'संदेश रोकने को कह चुके', en: 'said stop' },
  deleted: { hi: 'नंबर मिटाया जा चुका है', en: 'the number was deleted' },
  busy: { hi: 'फ़ोन व्यस्त था', en: 'the phone was busy' },
  'no-answer': { hi: 'उत्तर नहीं मिला', en: 'no answer' },
  'part-missing': { hi: 'संदेश का एक भाग नहीं मिला', en: 'a part of the message is missing' },
  disk: { hi: 'सर्वर की डिस्क में जगह नहीं', en: 'the server’s disk has no room' },
  failed: { hi: 'कॉल नहीं लगी', en: 'the call did not go through' },
  canceled: { hi: 'गेटवे ने रद्द किया', en: 'cancelled by the gateway' },
  timeout: { hi: 'गेटवे ने समय पर उत्तर नहीं दिया', en: 'the gateway did not answer in time' },
  ECONNREFUSED: { hi: 'गेटवे से संपर्क नहीं हुआ', en: 'the gateway could not be reached' },
  ECONNRESET: { hi: 'गेटवे से संपर्क टूटा', en: 'the connection to the gateway broke off' },
  'smpp-08': { hi: 'गेटवे की आंतरिक त्रुटि', en: 'internal fault of the gateway' },
  'smpp-0a': { hi: 'भेजने वाला हेडर मान्य नहीं', en: 'the sender is not valid' },
  'smpp-0b': { hi: 'नंबर अमान्य है', en: 'the number is not valid' },
  'smpp-0d': { hi: 'गेटवे ने लॉगिन नहीं माना', en: 'the gateway refused the login' },
  'smpp-0e': { hi: 'गेटवे का पासवर्ड अमान्य', en: 'the gateway’s password is wrong' },
  'smpp-0f': { hi: 'गेटवे का खाता अमान्य', en: 'the gateway’s account is wrong' },
  'smpp-14': { hi: 'गेटवे की कतार भरी है', en: 'the gateway’s queue is full' },
  'smpp-45': { hi: 'गेटवे ने संदेश नहीं लिया', en: 'the gateway did not take the message' },
  'smpp-58': { hi: 'भेजने की गति सीमा से अधिक', en: 'above the allowed rate' },
  'link-lost': { hi: 'गेटवे से संपर्क टूटा', en: 'the connection to the gateway broke off' },
  'no-room': { hi: 'गेटवे के संपर्क व्यस्त', en: 'the links to the gateway are busy' },
  'bind-timeout': {
    hi: 'गेटवे ने लॉगिन का उत्तर नहीं दिया',
    en: 'the gateway did not answer the login',
  },
  expired: { hi: 'समय सीमा में नहीं पहुँचा', en: 'did not arrive in its time' },
  undeliv: { hi: 'ऑपरेटर पहुँचा नहीं सका', en: 'the operator could not deliver it' },
  rejectd: { hi: 'ऑपरेटर ने अस्वीकार किया', en: 'refused by the operator' },
  'memory-full': { hi: 'फ़ोन का इनबॉक्स भरा था', en: 'the phone’s inbox was full' },
  'no-voice': { hi: 'यह गेटवे कॉल नहीं करता', en: 'this gateway makes no calls' },
  listed: {
    hi: 'गेटवे की सूची में इस नंबर का एक संदेश है, जो यही हो सकता है',
    en: 'the gateway lists a message to this number that may be this one',
  },
  'no-proof': {
    hi: 'गेटवे की सूची से तय नहीं हो सका',
    en: 'the gateway’s listing does not settle it',
  },
  officer: { hi: 'अधिकारी के निर्णय से', en: 'by an officer’s decision' },
  ...whatsappCodes,
};

/** Codes of the DLT platforms, which mean the same at all operators, by their first two digits. */
const dltGroups: Readonly<Record<string, Bilingual>> = {
  '60': {
    hi: 'DLT पर प्रमुख इकाई मान्य नहीं',
    en: 'the principal entity is not valid on the DLT platform',
  },
  '61': {
    hi: 'DLT पर टेलीमार्केटर या उसकी कड़ी मान्य नहीं',
    en: 'the telemarketer or its chain is not valid on the DLT platform',
  },
  '62': { hi: 'DLT पर हेडर मान्य नहीं', en: 'the header is not valid on the DLT platform' },
  '63': {
    hi: 'DLT पर टेंपलेट मान्य नहीं, या पाठ उससे नहीं मिलता',
    en: 'the template is not valid on the DLT platform, or the text does not match it',
  },
};
const dltCodes: Readonly<Record<string, Bilingual>> = {
  '650': { hi: 'प्राप्तकर्ता की डीएनडी पसंद के विरुद्ध', en: 'against the recipient’s DND choice' },
  '651': {
    hi: 'प्रचार के संदेश का समय नहीं था',
    en: 'outside the hours for promotional messages',
  },
  '660': { hi: 'प्राप्तकर्ता की सहमति दर्ज नहीं', en: 'no consent of the recipient on record' },
  '670': { hi: 'DLT की जाँच विफल', en: 'the check on the DLT platform failed' },
};

function findDltCode(code: string): Bilingual | undefined {
  return dltCodes[code] ?? (/^6[0-3]\d$/.test(code) ? dltGroups[code.slice(0, 2)] : undefined);
}

/** Meaning of a code; null for one that is not listed, which is shown as it is. */
export function providerCode(code: string, language: 'hi' | 'en'): string | null {
  return (codes[code] ?? findDltCode(code))?.[language] ?? null;
}
