import type { Pair } from '../../campaigns/words/pairs.ts';
import { headquarters } from './campaign-names.ts';
import type { Language } from './language.ts';
import { inEachLanguage } from './own-language.ts';

/** Words of the page of social media and of the stations' packs. */
export const socialWordsIn = inEachLanguage({
  title: ['सोशल मीडिया', 'Social media'],
  description: (app: string) => [
    `${app} के सोशल मीडिया कार्ड, कैप्शन, पोस्ट कैलेंडर और थानों के व्हाट्सऐप पैक।`,
    `Cards, captions and a post calendar for ${app} on social media, and the stations’ WhatsApp packs.`,
  ],
  lead: [
    'जनपदों के सोशल मीडिया सेल और थानों के व्हाट्सऐप एडमिन के लिए: चित्र लें, कैप्शन कॉपी करें, डालें। हर माध्यम का अपना पता है, इसलिए एक माध्यम का चित्र दूसरे पर न डालें।',
    'For the districts’ social media cells and the stations’ WhatsApp admins: take the picture, copy the caption, post. Each platform has its own address, so never post one platform’s picture on another.',
  ],
  hold: ['अभी न डालें', 'Do not post yet'],
  holdText: (host: string) => [
    `चित्रों और संदेशों का पता ${host} उसके स्वामी से अभी पुष्ट नहीं हुआ है। देख लें; पोस्ट पुष्टि के बाद ही करें।`,
    `The owner of ${host}, the address in pictures and texts, has not confirmed it yet. Look at them; post after that.`,
  ],
  noCards: ['कार्ड अभी नहीं बने हैं।', 'The cards have not been made yet.'],
  noCardsHow: [
    `कैप्शन नीचे हैं। चित्र ${headquarters.hi} से बनवाने को कहें।`,
    `The captions are below. Ask ${headquarters.en} to have the pictures made.`,
  ],
  packTitle: ['थाने का व्हाट्सऐप पैक', 'A station’s WhatsApp pack'],
  packText: [
    'हर थाने का अपना चित्र, अपना संदेश और अपना पता: ग्रुप से आए स्कैन उसी थाने के नाम गिने जाते हैं।',
    'Each station has its own picture, text and address: scans that come from its group are counted for it.',
  ],
  packSteps: [
    ['नीचे थाना खोजें और उसका पन्ना खोलें।', 'Search the station below and open its page.'],
    [
      '“व्हाट्सऐप पैक” दबाएँ, फिर “शेयर करें” दबाकर थाने का ग्रुप चुनें।',
      'Tap “WhatsApp pack”, then “Share”, and choose the station’s group.',
    ],
    [
      'संदेश अपने-आप कॉपी हो जाता है: चित्र के नीचे चिपकाकर भेजें।',
      'The text is copied for you: paste it under the picture and send.',
    ],
  ],
  cards: ['कार्ड और कैप्शन', 'Cards and captions'],
  cardsText: [
    'अंग्रेज़ी के कार्ड और कैप्शन इस पन्ने के अंग्रेज़ी रूप में हैं।',
    'Cards and captions in Hindi are on the Hindi side of this page.',
  ],
  alt: ['चित्र का विवरण (alt text)', 'Description of the picture (alt text)'],
  altCount: (count: number, limit: number) => [
    `${count}/${limit} वर्ण`,
    `${count}/${limit} characters`,
  ],
  caption: (platform: string) => [`${platform} का कैप्शन`, `Caption for ${platform}`],
  count: (count: string, limit: string) => [`${count} / ${limit}`, `${count} / ${limit}`],
  countUnit: {
    weighted: ['X की गिनती से', 'as X counts'],
    characters: ['वर्ण', 'characters'],
  },
  tags: (count: number, limit: number) => [`हैशटैग ${count}/${limit}`, `hashtags ${count}/${limit}`],
  videoTitle: ['वीडियो का शीर्षक', 'Title of the video'],
  copy: ['कॉपी करें', 'Copy'],
  copied: ['कॉपी हो गया', 'Copied'],
  notCopied: ['कॉपी नहीं हुआ: पाठ चुनकर कॉपी करें', 'Not copied: select the text and copy it'],
  picture: ['चित्र', 'Picture'],
  calendar: ['पोस्ट कैलेंडर', 'Post calendar'],
  calendarText: [
    'किस दिन क्या डालना है। फ़ाइलों में कैप्शन और चित्रों के पते भी हैं।',
    'What to post on which day. The files hold captions and addresses of pictures too.',
  ],
  plan: ['किस दिन क्या: पूरी तालिका', 'What goes out on which day: the whole table'],
  proposal: [
    'यह संपादकीय प्रस्ताव है, अभी स्वीकृत नहीं।',
    'This is an editorial proposal; nobody has approved it yet.',
  ],
  calendarFiles: {
    ics: ['कैलेंडर (फ़ोन, Google, Outlook)', 'Calendar (phone, Google, Outlook)'],
    csv: ['तालिका (शेड्यूलर के लिए)', 'Table for schedulers'],
    pdf: ['छापने के लिए, हर सप्ताह एक पन्ना', 'To print, a page a week'],
  },
  date: ['दिनांक', 'Date'],
  slot: ['समय', 'Time'],
  post: ['पोस्ट', 'Post'],
  platforms: ['माध्यम', 'Platforms'],
  languages: {
    hi: ['हिंदी', 'Hindi'],
    en: ['अंग्रेज़ी', 'English'],
  } satisfies Record<Language, Pair>,
  afterTitle: ['डालने के बाद', 'After posting'],
  afterText: [
    'पोस्ट का लिंक और उसकी पहुँच कंसोल में दर्ज करें; वह प्रगति में गिनी जाती है।',
    'Record the post’s link and its reach in the console; it counts in the progress.',
  ],
  pack: {
    title: ['व्हाट्सऐप पैक', 'WhatsApp pack'],
    text: [
      'थाने के ग्रुप के लिए: चित्र और संदेश, दोनों में इसी थाने का पता।',
      'For the station’s group: a picture and a text in Hindi, both with this station’s address.',
    ],
    take: ['व्हाट्सऐप पैक', 'WhatsApp pack'],
    making: ['पैक बन रहा है…', 'The pack is being made…'],
    failed: [
      'पैक नहीं बन पाया। थोड़ी देर बाद फिर दबाएँ।',
      'The pack could not be made. Tap again in a moment.',
    ],
    later: [
      'अभी बहुत लोग पैक ले रहे हैं। आधे मिनट बाद फिर दबाएँ।',
      'Many people are taking packs just now. Tap again in half a minute.',
    ],
    share: ['शेयर करें', 'Share'],
    shareNote: [
      'संदेश कॉपी हो गया है: चित्र के नीचे चिपकाएँ।',
      'The text has been copied: paste it under the picture.',
    ],
    copyText: ['संदेश कॉपी करें', 'Copy the text'],
    zip: ['पूरा पैक (ZIP)', 'Whole pack (ZIP)'],
    film: ['19 सेकंड की फ़िल्म', 'Film of 19 seconds'],
    noFilm: [
      'फ़िल्म अभी नहीं बनी है; बनने पर पैक में आ जाएगी।',
      'The film has not been made yet; the pack will have it once it is.',
    ],
    cardAlt: (app: string, station: string) => [
      `फ़ोन पर ${app} का क्यूआर कोड, नीचे ${station} का नाम और पता।`,
      `The QR code of ${app} on a phone, below it name and address of ${station}.`,
    ],
    textLabel: ['ग्रुप में भेजने का संदेश', 'Text for the group'],
  },
});
