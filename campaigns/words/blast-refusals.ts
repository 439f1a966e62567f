import type { CommandRefusal } from '../../messaging/blasts/state.ts';

/** What a request for promotion by phone can be refused for. */
type PhoneRefusal =
  | CommandRefusal
  | 'no-such-blast'
  | 'no-such-list'
  | 'no-such-gateway'
  | 'wrong-value'
  | 'sample-list'
  | 'sent-here'
  | 'no-voice'
  | 'other-channel'
  | 'not-ended'
  | 'problems'
  | 'not-sent'
  | 'no-mobile-number'
  | 'wrong-report'
  | 'unreadable-list'
  | 'retention';

/** Refusals in words, each with its HTTP status. */
export const phoneRefusals: Record<PhoneRefusal, { status: number; hi: string; en: string }> = {
  'wrong-status': {
    status: 409,
    hi: 'इस स्थिति में यह कार्य सम्भव नहीं है',
    en: 'This cannot be done in the present status',
  },
  'wrong-role': {
    status: 409,
    hi: 'आपको इसका अधिकार नहीं है',
    en: 'Your role may not do this',
  },
  'own-draft': {
    status: 409,
    hi: 'अपना ही प्रारूप स्वयं अनुमोदित नहीं किया जा सकता',
    en: 'Nobody approves an own draft',
  },
  'not-drafter': {
    status: 409,
    hi: 'केवल प्रारूप बनाने वाला ही यह कर सकता है',
    en: 'Only the drafter may do this',
  },
  'edited-since': {
    status: 409,
    hi: 'आपके देखने के बाद प्रारूप बदला गया है; कृपया फिर से देखें',
    en: 'The draft was edited after you saw it; please look again',
  },
  'no-remark': { status: 409, hi: 'लौटाने का कारण लिखें', en: 'Write why it is sent back' },
  'no-such-blast': { status: 404, hi: 'यह प्रसारण नहीं मिला', en: 'There is no such blast' },
  'no-such-list': { status: 404, hi: 'यह सूची नहीं मिली', en: 'There is no such list' },
  'no-such-gateway': {
    status: 409,
    hi: 'यह गेटवे इस सेवा में स्थापित नहीं है',
    en: 'This gateway is not set up here',
  },
  'sample-list': {
    status: 409,
    hi: 'नमूना सूची केवल प्रशिक्षण एमुलेटर से भेजी जा सकती है',
    en: 'A sample list goes to the training emulator only',
  },
  'sent-here': {
    status: 409,
    hi: 'यह प्रसारण इसी सेवा से भेजा जा रहा है या भेजा जा चुका है; सर्विस प्रोवाइडर को देने पर वही संदेश दो बार जायेगा',
    en: 'This blast is being sent or was sent from here; given to a service provider it would go out twice',
  },
  'no-voice': {
    status: 409,
    hi: 'इस गेटवे से कॉल नहीं की जा सकती',
    en: 'This gateway places no calls',
  },
  'wrong-value': {
    status: 400,
    hi: 'पाठ में भरा गया कोई मान सही नहीं है',
    en: 'A value filled into the text is not right',
  },
  'other-channel': {
    status: 409,
    hi: 'प्रारूप का माध्यम नहीं बदला जा सकता; कृपया नया प्रारूप बनाएँ',
    en: 'A draft’s channel cannot be changed; please make a new draft',
  },
  'not-ended': {
    status: 409,
    hi: 'विफल नम्बरों पर फिर से तभी भेजा जा सकता है, जब प्रसारण समाप्त हो चुका हो',
    en: 'The failed ones can be tried again only after the blast has ended',
  },
  problems: {
    status: 409,
    hi: 'प्रारूप में कुछ कमियाँ हैं; पहले उन्हें दूर करें',
    en: 'Something in the draft has to be put right first',
  },
  'not-sent': {
    status: 502,
    hi: 'गेटवे ने संदेश नहीं लिया',
    en: 'The gateway did not take the message',
  },
  'no-mobile-number': {
    status: 400,
    hi: 'भारतीय मोबाइल नम्बर (10 अंक) लिखें',
    en: 'Write an Indian mobile number (10 digits)',
  },
  'wrong-report': {
    status: 400,
    hi: 'रिपोर्ट में त्रुटियाँ हैं; कुछ भी दर्ज नहीं किया गया',
    en: 'The report has faults; nothing of it was taken',
  },
  'unreadable-list': {
    status: 400,
    hi: 'फाइल पढ़ी नहीं जा सकी; कुछ भी दर्ज नहीं किया गया',
    en: 'The file could not be read; nothing of it was taken',
  },
  retention: {
    status: 400,
    hi: 'सूची रखने की अन्तिम तिथि आज से एक वर्ष के भीतर की हो',
    en: 'The day until which the list is kept must lie within a year from today',
  },
};
