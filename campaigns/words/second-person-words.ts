import type { Bilingual } from '../bilingual.ts';

/** How to end a doubt about two accounts; shown by the refusal and beside every approval. */
export const thirdPersonHelp: Bilingual = {
  hi: 'कोई तीसरे अधिकारी पृष्ठ “अधिकारी” पर दोनों में से एक खाते की पुष्टि करें। यह दूसरे खाता प्रशासक हों, या मुख्यालय के अधिकारी जिनका खाता किसी और ने खोला हो: “मैं इन्हें जानता हूँ”। ऐसा कोई अधिकारी न हो तो सर्वर पर दूसरा प्रशासक बनाएँ: up-cop-outreach invite --role admin --email NAME@DOMAIN',
  en: 'A third officer (another account administrator, or an officer of headquarters whose account somebody else opened) confirms one of the two accounts at “Officers” in the console: “I know this officer”. Where there is no such officer, a second administrator is made on the server: up-cop-outreach invite --role admin --email NAME@DOMAIN',
};

/** Why an officer is not taken for a second person. */
export const secondPersonBarWords = {
  'own-draft': {
    hi: 'इसे आपने ही बनाया है; निर्णय कोई दूसरे अधिकारी लेंगे।',
    en: 'You made it; another officer decides.',
  },
  deputy: {
    hi: 'आप दोनों में से एक दूसरे की ओर से कार्य करते हैं या पिछले 30 दिनों में करते थे; निर्णय कोई तीसरे अधिकारी लेंगे।',
    en: 'One of you stands in for the other, or did so within the last 30 days; a third officer decides.',
  },
  'own-guest': {
    hi: 'दो में से एक खाते ने दूसरे को खोला है (आमंत्रण, पासवर्ड का लिंक या नया सत्यापन)। दोनों एक ही व्यक्ति के हो सकते हैं।',
    en: 'One of the two accounts opened the other (invitation, password link or new second factor), so both may be one person’s.',
  },
  'shared-inviter': {
    hi: 'दोनों खाते एक ही अधिकारी ने खोले हैं; दोनों एक ही व्यक्ति के हो सकते हैं।',
    en: 'One officer opened both accounts, so both may be one person’s.',
  },
} as const satisfies Record<string, Bilingual>;
