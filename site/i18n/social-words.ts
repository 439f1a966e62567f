import { headquarters } from './campaign-names.ts';
import type { Language } from './language.ts';
import { inEachLanguage } from './own-language.ts';

interface SocialWords {
  title: string;
  description: (app: string) => string;
  lead: string;
  hold: string;
  holdText: (host: string) => string;
  noCards: string;
  noCardsHow: string;
  packTitle: string;
  packText: string;
  packSteps: readonly string[];
  cards: string;
  cardsText: string;
  alt: string;
  altCount: (count: number, limit: number) => string;
  caption: (platform: string) => string;
  count: (count: string, limit: string) => string;
  countUnit: Record<'weighted' | 'characters', string>;
  tags: (count: number, limit: number) => string;
  videoTitle: string;
  copy: string;
  copied: string;
  notCopied: string;
  picture: string;
  calendar: string;
  calendarText: string;
  proposal: string;
  plan: string;
  calendarFiles: Record<'ics' | 'csv' | 'pdf', string>;
  date: string;
  slot: string;
  post: string;
  platforms: string;
  languages: Record<Language, string>;
  afterTitle: string;
  afterText: string;
  pack: {
    title: string;
    text: string;
    take: string;
    making: string;
    failed: string;
    later: string;
    share: string;
    shareNote: string;
    copyText: string;
    zip: string;
    film: string;
    noFilm: string;
    cardAlt: (app: string, station: string) => string;
    textLabel: string;
  };
}

const hi: SocialWords = {
  title: 'सोशल मीडिया',
  description: (app) => `${app} के सोशल मीडिया कार्ड, कैप्शन, पोस्ट कैलेंडर और थानों के व्हाट्सऐप पैक।`,
  lead: 'जनपदों के सोशल मीडिया सेल और थानों के व्हाट्सऐप एडमिन के लिए: चित्र लें, कैप्शन कॉपी करें, डालें। हर माध्यम का अपना पता है, इसलिए एक माध्यम का चित्र दूसरे पर न डालें।',
  hold: 'अभी न डालें',
  holdText: (host) =>
    `चित्रों और संदेशों का पता ${host} उसके स्वामी से अभी पुष्ट नहीं हुआ है। देख लें; पोस्ट पुष्टि के बाद ही करें।`,
  noCards: 'कार्ड अभी नहीं बने हैं।',
  noCardsHow: `कैप्शन नीचे हैं। चित्र ${headquarters.hi} से बनवाने को कहें।`,
  packTitle: 'थाने का व्हाट्सऐप पैक',
  packText: 'हर थाने का अपना चित्र, अपना संदेश और अपना पता: ग्रुप से आए स्कैन उसी थाने के नाम गिने जाते हैं।',
  packSteps: [
    'नीचे थाना खोजें और उसका पन्ना खोलें।',
    '“व्हाट्सऐप पैक” दबाएँ, फिर “शेयर करें” दबाकर थाने का ग्रुप चुनें।',
    'संदेश अपने-आप कॉपी हो जाता है: चित्र के नीचे चिपकाकर भेजें।',
  ],
  cards: 'कार्ड और कैप्शन',
  cardsText: 'अंग्रेज़ी के कार्ड और कैप्शन इस पन्ने के अंग्रेज़ी रूप में हैं।',
  alt: 'चित्र का विवरण (alt text)',
  altCount: (count, limit) => `${count}/${limit} वर्ण`,
  caption: (platform) => `${platform} का कैप्शन`,
  count: (count, limit) => `${count} / ${limit}`,
  countUnit: { weighted: 'X की गिनती से', characters: 'वर्ण' },
  tags: (count, limit) => `हैशटैग ${count}/${limit}`,
  videoTitle: 'वीडियो का शीर्षक',
  copy: 'कॉपी करें',
  copied: 'कॉपी हो गया',
  notCopied: 'कॉपी नहीं हुआ: पाठ चुनकर कॉपी करें',
  picture: 'चित्र',
  calendar: 'पोस्ट कैलेंडर',
  calendarText: 'किस दिन क्या डालना है। फ़ाइलों में कैप्शन और चित्रों के पते भी हैं।',
  plan: 'किस दिन क्या: पूरी तालिका',
  proposal: 'यह संपादकीय प्रस्ताव है, अभी स्वीकृत नहीं।',
  calendarFiles: {
    ics: 'कैलेंडर (फ़ोन, Google, Outlook)',
    csv: 'तालिका (शेड्यूलर के लिए)',
    pdf: 'छापने के लिए, हर सप्ताह एक पन्ना',
  },
  date: 'दिनांक',
  slot: 'समय',
  post: 'पोस्ट',
  platforms: 'माध्यम',
  languages: { hi: 'हिंदी', en: 'अंग्रेज़ी' },
  afterTitle: 'डालने के बाद',
  afterText: 'पोस्ट का लिंक और उसकी पहुँच कंसोल में दर्ज करें; वह प्रगति में गिनी जाती है।',
  pack: {
    title: 'व्हाट्सऐप पैक',
    text: 'थाने के ग्रुप के लिए: चित्र और संदेश, दोनों में इसी थाने का पता।',
    take: 'व्हाट्सऐप पैक',
    making: 'पैक बन रहा है…',
    failed: 'पैक नहीं बन पाया। थोड़ी देर बाद फिर दबाएँ।',
    later: 'अभी बहुत लोग पैक ले रहे हैं। आधे मिनट बाद फिर दबाएँ।',
    share: 'शेयर करें',
    shareNote: 'संदेश कॉपी हो गया है: चित्र के नीचे चिपकाएँ।',
    copyText: 'संदेश कॉपी करें',
    zip: 'पूरा पैक (ZIP)',
    film: '20 सेकंड की फ़िल्म',
    noFilm: 'फ़िल्म अभी नहीं बनी है; बनने पर पैक में आ जाएगी।',
    cardAlt: (app, station) =>
      `घर बैठे पुलिस सेवाएँ: फ़ोन पर ${app} का क्यूआर कोड, नीचे ${station} का नाम और पता।`,
    textLabel: 'ग्रुप में भेजने का संदेश',
  },
};

const en: SocialWords = {
  title: 'Social media',
  description: (app) =>
    `Cards, captions and a post calendar for ${app} on social media, and the stations’ WhatsApp packs.`,
  lead: 'For the districts’ social media cells and the stations’ WhatsApp admins: take the picture, copy the caption, post. Each platform has its own address, so never post one platform’s picture on another.',
  hold: 'Do not post yet',
  holdText: (host) =>
    `The owner of ${host}, the address in pictures and texts, has not confirmed it yet. Look at them; post after that.`,
  noCards: 'The cards have not been made yet.',
  noCardsHow: `The captions are below. Ask ${headquarters.en} to have the pictures made.`,
  packTitle: 'A station’s WhatsApp pack',
  packText:
    'Each station has its own picture, text and address: scans that come from its group are counted for it.',
  packSteps: [
    'Search the station below and open its page.',
    'Tap “WhatsApp pack”, then “Share”, and choose the station’s group.',
    'The text is copied for you: paste it under the picture and send.',
  ],
  cards: 'Cards and captions',
  cardsText: 'Cards and captions in Hindi are on the Hindi side of this page.',
  alt: 'Description of the picture (alt text)',
  altCount: (count, limit) => `${count}/${limit} characters`,
  caption: (platform) => `Caption for ${platform}`,
  count: (count, limit) => `${count} / ${limit}`,
  countUnit: { weighted: 'as X counts', characters: 'characters' },
  tags: (count, limit) => `hashtags ${count}/${limit}`,
  videoTitle: 'Title of the video',
  copy: 'Copy',
  copied: 'Copied',
  notCopied: 'Not copied: select the text and copy it',
  picture: 'Picture',
  calendar: 'Post calendar',
  calendarText: 'What to post on which day. The files hold captions and addresses of pictures too.',
  plan: 'What goes out on which day: the whole table',
  proposal: 'This is an editorial proposal; nobody has approved it yet.',
  calendarFiles: {
    ics: 'Calendar (phone, Google, Outlook)',
    csv: 'Table for schedulers',
    pdf: 'To print, a page a week',
  },
  date: 'Date',
  slot: 'Time',
  post: 'Post',
  platforms: 'Platforms',
  languages: { hi: 'Hindi', en: 'English' },
  afterTitle: 'After posting',
  afterText: 'Record the post’s link and its reach in the console; it counts in the progress.',
  pack: {
    title: 'WhatsApp pack',
    text: 'For the station’s group: a picture and a text in Hindi, both with this station’s address.',
    take: 'WhatsApp pack',
    making: 'The pack is being made…',
    failed: 'The pack could not be made. Tap again in a moment.',
    later: 'Many people are taking packs just now. Tap again in half a minute.',
    share: 'Share',
    shareNote: 'The text has been copied: paste it under the picture.',
    copyText: 'Copy the text',
    zip: 'Whole pack (ZIP)',
    film: 'Film of 20 seconds',
    noFilm: 'The film has not been made yet; the pack will have it once it is.',
    cardAlt: (app, station) =>
      `Police services from home: the QR code of ${app} on a phone, below it name and address of ${station}.`,
    textLabel: 'Text for the group',
  },
};

/** Words of the page of social media and of the stations' packs. */
export const socialWordsIn = inEachLanguage<SocialWords>({ hi, en });
