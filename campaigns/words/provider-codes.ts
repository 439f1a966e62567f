import type { Bilingual } from '../campaign.ts';

/** What gateways and operators answer, in words; the numbers are Twilio's, the words ours. */
const codes: Readonly<Record<string, Bilingual>> = {
  '20003': { hi: 'गेटवे का खाता या पासवर्ड अमान्य', en: 'the gateway’s account or password is wrong' },
  '20429': { hi: 'गेटवे पर अनुरोध अधिक हैं', en: 'too many requests at the gateway' },
  '20500': { hi: 'गेटवे की आन्तरिक त्रुटि', en: 'internal fault of the gateway' },
  '20503': { hi: 'गेटवे अभी उपलब्ध नहीं', en: 'the gateway is not available' },
  '21211': { hi: 'नम्बर अमान्य है', en: 'the number is not valid' },
  '21214': { hi: 'इस नम्बर पर कॉल नहीं जाती', en: 'the number cannot be called' },
  '21217': { hi: 'नम्बर का रूप सही नहीं', en: 'the number is not well formed' },
  '21401': { hi: 'नम्बर का रूप सही नहीं', en: 'the number is not well formed' },
  '21408': { hi: 'इस देश में भेजने की अनुमति नहीं', en: 'sending to this country is not allowed' },
  '21421': { hi: 'नम्बर अमान्य है', en: 'the number is not valid' },
  '21606': { hi: 'भेजने वाला हेडर मान्य नहीं', en: 'the sender is not valid' },
  '21610': { hi: 'प्राप्तकर्ता संदेश रोकने को कह चुका है', en: 'the recipient said stop' },
  '21611': { hi: 'गेटवे की कतार भरी है', en: 'the gateway’s queue is full' },
  '21614': { hi: 'यह मोबाइल नम्बर नहीं है', en: 'it is no mobile number' },
  '21617': { hi: 'संदेश बहुत लम्बा है', en: 'the message is too long' },
  '21703': { hi: 'गेटवे पर भेजने वाला नम्बर तय नहीं', en: 'the gateway has no sender set up' },
  '21704': { hi: 'गेटवे की संदेश-सेवा अधूरी है', en: 'the gateway’s messaging service is incomplete' },
  '21705': { hi: 'गेटवे की संदेश-सेवा अमान्य है', en: 'the gateway’s messaging service is not valid' },
  '30001': { hi: 'गेटवे की कतार भर गई', en: 'the gateway’s queue ran over' },
  '30002': { hi: 'गेटवे का खाता निलम्बित है', en: 'the gateway’s account is suspended' },
  '30003': { hi: 'फोन बन्द या नेटवर्क से बाहर', en: 'the phone is off or out of reach' },
  '30004': { hi: 'प्राप्तकर्ता या ऑपरेटर ने रोका', en: 'blocked by the recipient or the operator' },
  '30005': { hi: 'नम्बर प्रयोग में नहीं है', en: 'the number is not in use' },
  '30006': {
    hi: 'लैंडलाइन, या ऑपरेटर तक पहुँच नहीं',
    en: 'a landline, or the operator cannot be reached',
  },
  '30007': { hi: 'ऑपरेटर ने संदेश छाना (स्पैम)', en: 'filtered by the operator as spam' },
  '30008': { hi: 'ऑपरेटर ने कारण नहीं बताया', en: 'the operator gave no reason' },
  '30017': { hi: 'ऑपरेटर का नेटवर्क व्यस्त', en: 'the operator’s network is congested' },
  '30018': { hi: 'ऑपरेटर के यहाँ पंजीकरण नहीं', en: 'not registered with the operator' },
  '30024': { hi: 'भेजने वाला हेडर ऑपरेटर को मान्य नहीं', en: 'the operator does not accept the sender' },
  '63017': { hi: 'भेजने की गति सीमा से अधिक', en: 'above the allowed rate' },
  '63018': { hi: 'भेजने की गति सीमा से अधिक', en: 'above the allowed rate' },
  '63038': { hi: 'गेटवे की दैनिक सीमा पूरी', en: 'the gateway’s daily limit is reached' },
  'opted-out': { hi: 'संदेश रोकने को कह चुके', en: 'said stop' },
  deleted: { hi: 'नम्बर मिटाया जा चुका है', en: 'the number was deleted' },
  busy: { hi: 'फोन व्यस्त था', en: 'the phone was busy' },
  'no-answer': { hi: 'उत्तर नहीं मिला', en: 'no answer' },
  failed: { hi: 'कॉल नहीं लगी', en: 'the call did not go through' },
  canceled: { hi: 'गेटवे ने रद्द किया', en: 'cancelled by the gateway' },
  timeout: { hi: 'गेटवे ने समय पर उत्तर नहीं दिया', en: 'the gateway did not answer in time' },
  ECONNREFUSED: { hi: 'गेटवे से सम्पर्क नहीं हुआ', en: 'the gateway could not be reached' },
  ECONNRESET: { hi: 'गेटवे से सम्पर्क टूटा', en: 'the connection to the gateway broke off' },
  'no-voice': { hi: 'यह गेटवे कॉल नहीं करता', en: 'this gateway makes no calls' },
  listed: {
    hi: 'गेटवे की सूची में इस नम्बर का एक संदेश है, जो यही हो सकता है',
    en: 'the gateway lists a message to this number that may be this one',
  },
  'no-proof': {
    hi: 'गेटवे की सूची से तय नहीं हो सका',
    en: 'the gateway’s listing does not settle it',
  },
  officer: { hi: 'अधिकारी के निर्णय से', en: 'by an officer’s decision' },
};

/** What a code means; null for one that is not listed, which is shown as it is. */
export function providerCode(code: string, language: 'hi' | 'en'): string | null {
  return codes[code]?.[language] ?? null;
}
