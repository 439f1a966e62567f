import type { Bilingual } from '../bilingual.ts';

const notOnWhatsapp = {
  hi: 'इस नंबर पर WhatsApp नहीं है या पुराना है',
  en: 'no WhatsApp at this number, or an old one',
};
const blocked = {
  hi: 'प्राप्तकर्ता ने हमें WhatsApp पर ब्लॉक किया',
  en: 'its owner has blocked us on WhatsApp',
};
const oneTooMany = {
  hi: 'WhatsApp ने अभी नहीं दिया: इस व्यक्ति को प्रचार के संदेश बहुत हुए',
  en: 'WhatsApp held it back: too many marketing messages for this person',
};
const experiment = {
  hi: 'WhatsApp के प्रयोग के कारण अभी नहीं दिया',
  en: 'held back by an experiment of WhatsApp',
};
const freeText = {
  hi: '24 घंटे के बाद केवल टेंपलेट जाता है',
  en: 'after 24 hours a template alone may go',
};
const ours = {
  hi: 'WhatsApp खाते, अधिकार या टोकन में कमी',
  en: 'the WhatsApp account, its rights or its token are at fault',
};
const request = {
  hi: 'WhatsApp ने अनुरोध का रूप नहीं माना',
  en: 'WhatsApp refused the form of the request',
};
const sender = { hi: 'WhatsApp का भेजने वाला नंबर मान्य नहीं', en: 'the WhatsApp sender is not valid' };
const payment = {
  hi: 'WhatsApp खाते का भुगतान रुका है',
  en: 'payment of the WhatsApp account is held up',
};
const picture = { hi: 'संदेश का चित्र नहीं मिला', en: 'the message’s picture could not be had' };
const rate = { hi: 'WhatsApp पर अनुरोध अधिक हैं', en: 'too many requests at WhatsApp' };
const busy = { hi: 'WhatsApp अभी उपलब्ध नहीं', en: 'WhatsApp is not available now' };
const policy = { hi: 'WhatsApp की नीति के विरुद्ध', en: 'against WhatsApp’s policy' };
const template = {
  missing: { hi: 'WhatsApp पर यह टेंपलेट नहीं', en: 'WhatsApp has no such template' },
  values: { hi: 'टेंपलेट के मान मेल नहीं खाते', en: 'the template has other variables' },
  rejected: { hi: 'WhatsApp ने टेंपलेट अस्वीकार किया', en: 'WhatsApp has rejected the template' },
  paused: { hi: 'WhatsApp ने टेंपलेट रोका है', en: 'WhatsApp has paused the template' },
  disabled: { hi: 'WhatsApp ने टेंपलेट बंद किया', en: 'WhatsApp has disabled the template' },
};

/** Meanings of codes of WhatsApp: Twilio's have five digits, the others are Meta's. */
export const whatsappCodes: Readonly<Record<string, Bilingual>> = {
  '63001': ours,
  '63003': notOnWhatsapp,
  '63005': request,
  '63007': sender,
  '63012': busy,
  '63013': policy,
  '63014': blocked,
  '63015': sender,
  '63016': freeText,
  '63017': rate,
  '63018': rate,
  '63019': picture,
  '63020': ours,
  '63021': request,
  '63022': sender,
  '63024': notOnWhatsapp,
  '63027': template.missing,
  '63028': template.values,
  '63029': busy,
  '63030': request,
  '63031': sender,
  '63032': experiment,
  '63033': blocked,
  '63040': template.rejected,
  '63041': template.paused,
  '63042': template.disabled,
  '63049': oneTooMany,
  '0': ours,
  '1': busy,
  '2': busy,
  '3': ours,
  '4': rate,
  '10': ours,
  '33': sender,
  '100': request,
  '190': ours,
  '200': ours,
  '368': policy,
  '80007': rate,
  '130429': rate,
  '130472': experiment,
  '130497': policy,
  '131000': busy,
  '131005': ours,
  '131008': request,
  '131009': request,
  '131016': busy,
  '131021': sender,
  '131026': notOnWhatsapp,
  '131031': ours,
  '131037': sender,
  '131042': payment,
  '131045': sender,
  '131047': freeText,
  '131048': {
    hi: 'हमारे बहुत संदेश ब्लॉक या स्पैम बताए गए',
    en: 'too many of our messages were blocked or reported',
  },
  '131049': oneTooMany,
  '131050': {
    hi: 'प्राप्तकर्ता ने WhatsApp पर प्रचार बंद किया',
    en: 'its owner has ended marketing messages on WhatsApp',
  },
  '131051': request,
  '131053': picture,
  '131056': rate,
  '131057': busy,
  '132000': template.values,
  '132001': template.missing,
  '132005': template.values,
  '132007': policy,
  '132012': template.values,
  '132015': template.paused,
  '132016': template.disabled,
  '133010': sender,
  'no-template': template.missing,
  'no-sms': { hi: 'यह गेटवे SMS नहीं भेजता', en: 'this gateway sends no SMS' },
  'no-whatsapp': { hi: 'यह गेटवे WhatsApp नहीं भेजता', en: 'this gateway sends no WhatsApp' },
  'quality-red': {
    hi: 'WhatsApp ने हमारे नंबर की गुणवत्ता लाल बताई',
    en: 'WhatsApp rates the quality of our number red',
  },
  'daily-limit': {
    hi: '24 घंटे में WhatsApp की सीमा जितने लोगों को जा चुका',
    en: 'as many people as WhatsApp allows in 24 hours have been written to',
  },
  'template-not-approved': {
    hi: 'टेंपलेट अब WhatsApp से स्वीकृत नहीं',
    en: 'the template is no longer approved by WhatsApp',
  },
  'template-category-differs': {
    hi: 'WhatsApp ने टेंपलेट की श्रेणी बदल दी है; दर और समय बदलते हैं',
    en: 'WhatsApp has put the template into another category; price and hours change with it',
  },
  'template-body-differs': {
    hi: 'WhatsApp पर टेंपलेट का पाठ स्वीकृत पाठ से भिन्न है',
    en: 'WhatsApp has another text of the template than was approved',
  },
  read: { hi: 'पढ़ा गया', en: 'read' },
};

/**
 * Why Meta did not take or approve a new template, by its subcode or its reason (Cloud API, error codes and
 * `rejected_reason` of message templates, read 02.12.2026).
 */
export const templateReasons: Readonly<Record<string, Bilingual>> = {
  '2388019': {
    hi: 'खाते में टेंपलेट की अधिकतम संख्या हो चुकी है',
    en: 'the account has as many templates as it may have',
  },
  '2388023': {
    hi: 'इस नाम का टेंपलेट मेटा पर हटाया जा रहा है; दूसरा नाम चुनें',
    en: 'a template of this name is being deleted at Meta; choose another name',
  },
  '2388024': {
    hi: 'इस नाम और भाषा का टेंपलेट मेटा पर पहले से है; दूसरा नाम चुनें',
    en: 'Meta has a template of this name and language already; choose another name',
  },
  '2388040': { hi: 'कोई भाग बहुत लंबा है', en: 'a part is too long' },
  '2388047': { hi: 'शीर्षक का रूप ठीक नहीं', en: 'the form of the header is wrong' },
  '2388072': { hi: 'पाठ का रूप ठीक नहीं', en: 'the form of the text is wrong' },
  '2388073': { hi: 'नीचे की पंक्ति का रूप ठीक नहीं', en: 'the form of the line below is wrong' },
  '2388293': {
    hi: 'इतने चरों के लिए पाठ छोटा है',
    en: 'the text is too short for so many variables',
  },
  '2388299': {
    hi: 'पाठ के आरंभ या अंत में चर है',
    en: 'the text begins or ends with a variable',
  },
  ABUSIVE_CONTENT: {
    hi: 'मेटा को पाठ अपमानजनक या धमकी भरा लगा',
    en: 'Meta takes the text for abusive or threatening',
  },
  INVALID_FORMAT: {
    hi: 'चर या बटन का रूप ठीक नहीं',
    en: 'the form of a variable or button is wrong',
  },
  INCORRECT_CATEGORY: {
    hi: 'श्रेणी पाठ से मेल नहीं खाती',
    en: 'the category does not fit the text',
  },
  PROMOTIONAL: { hi: 'सूचना के पाठ में प्रचार है', en: 'a utility text has promotion in it' },
  TAG_CONTENT_MISMATCH: {
    hi: 'भाषा या श्रेणी पाठ से मेल नहीं खाती',
    en: 'language or category do not fit the text',
  },
  SCAM: { hi: 'मेटा को पाठ ठगी जैसा लगा', en: 'Meta takes the text for a scam' },
};

/** Codes by which a phone’s owner has blocked us, or ended our marketing messages: never an opt-out, but counted. */
export const blockedCodes: readonly string[] = ['63014', '63033', '131050'];
