import { pairs } from '../pairs.ts';

/** The sealed letter with which an officer is invited on paper. */
export const sealedLetterWords = pairs({
  steps: [
    [
      '1. फ़ोन के कैमरे से कोड स्कैन करें, या लिंक ब्राउज़र में लिखें।',
      '1. Scan the code with the phone’s camera, or type the link into a browser.',
    ],
    [
      '2. अपना नाम, पदनाम और कम से कम 12 वर्णों का पासवर्ड लिखें।',
      '2. Enter your name, your designation and a password of at least 12 characters.',
    ],
    [
      '3. विभागीय पोर्टल में साइन इन करें और दो-चरणीय सत्यापन चालू करें।',
      '3. Sign in to the console and set up the second factor.',
    ],
    [
      '4. लिंक एक ही बार खुलता है। वह पहले से प्रयोग हुआ दिखे, तो मुख्यालय को तुरंत फ़ोन पर बताएँ।',
      '4. The link opens once. If it is said to have been used, tell headquarters by phone at once.',
    ],
    ['5. खाता बनते ही यह पत्र नष्ट कर दें।', '5. Destroy this letter as soon as the account is there.'],
  ],
  foldBack: ['यहाँ से पीछे की ओर मोड़ें', 'Fold back here'],
  foldIn: ['यहाँ से भीतर की ओर मोड़ें, फिर खुले किनारे चिपकाएँ', 'Fold in here, then glue the open edges'],
  title: ['विभागीय पोर्टल के आमंत्रण', 'Invitations to the console'],
  secret: ['गोपनीय', 'Confidential'],
  to: ['सेवा में,', 'To'],
  only: ['केवल ऊपर लिखे अधिकारी ही खोलें।', 'To be opened by the officer named above only.'],
  account: (app: string) => [
    `${app}: विभागीय पोर्टल पर आपका खाता`,
    `${app}: your account in the console`,
  ],
  link: ['एक बार खुलने वाला लिंक:', 'Link that opens once:'],
  email: ['ई-मेल, जिससे साइन इन होगा:', 'E-mail to sign in with:'],
  valid: (moment: string) => [`वैधता: ${moment} बजे तक`, `Valid until ${moment}`],
});
