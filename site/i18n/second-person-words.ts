import { inEachLanguage } from './own-language.ts';
import type { Wide } from './words.ts';

const hi = {
  openedBy: (names: string) => `दोनों खाते खोलने वाले: ${names}`,
  oneDevice: (name: string, moment: string) =>
    `आपका और ${name} का खाता एक ही उपकरण पर खुला, अंतिम बार ${moment}। निर्णय से पहले पुष्टि करें कि ये दो व्यक्ति हैं।`,
  officers: 'पृष्ठ “अधिकारी” खोलें',
  invitedBy: (names: string) => `खाता खोला: ${names}`,
  confirm: 'मैं इन्हें जानता हूँ',
  confirmSure: (name: string) =>
    `पुष्टि तभी करें, जब आप ${name} को स्वयं जानते हों और उनसे पूछ लिया हो: यह खाता उन्हीं के पास है। आपकी पुष्टि परिवर्तन-अभिलेख में दर्ज होगी।`,
  confirmed: (name: string, moment: string) => `${name} इन्हें जानते हैं, पुष्टि ${moment}`,
  takeBack: 'पुष्टि वापस लें',
  unconfirmed: 'तीसरे अधिकारी की पुष्टि शेष',
  needsThird:
    'एक ही अधिकारी के खोले दो खाते एक-दूसरे के कार्य पर निर्णय नहीं लेते। पहले कोई तीसरे अधिकारी उनमें से एक की पुष्टि करें। आप इनमें से किसी की पुष्टि नहीं कर सकते: ये खाते आपने, या आपका खाता खोलने वाले ने खोले हैं। दूसरा प्रशासक सर्वर पर बनता है: npm run invite -- --role admin --email NAME@DOMAIN',
};

const en: Wide<typeof hi> = {
  openedBy: (names) => `Who opened both: ${names}`,
  oneDevice: (name, moment) =>
    `Your account and that of ${name} were opened on one device, last on ${moment}. Before you decide, make sure that they are two people.`,
  officers: 'Open “Officers”',
  invitedBy: (names) => `Opened by ${names}`,
  confirm: 'I know this officer',
  confirmSure: (name) =>
    `Confirm only if you know ${name} yourself and have asked whether this account is in their hands. Your confirmation stands in the audit log.`,
  confirmed: (name, moment) => `${name} knows this officer, confirmed ${moment}`,
  takeBack: 'Take the confirmation back',
  unconfirmed: 'Not confirmed by a third officer',
  needsThird:
    'Two accounts that one officer opened decide nothing of each other’s until a third officer confirms one of them. You cannot confirm any of these: you opened them, or whoever opened yours did. A second administrator is made on the server: npm run invite -- --role admin --email NAME@DOMAIN',
};

export const secondPersonWordsIn = inEachLanguage<Wide<typeof hi>>({ hi, en });
