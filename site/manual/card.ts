import type { Bilingual } from '../../campaigns/bilingual.ts';

/** The card for a station's wall: what a station does with its board. */
export const card: { title: Bilingual; points: readonly { title: Bilingual; text: Bilingual }[] } =
  {
    title: { hi: 'थाने का बोर्ड: पाँच बातें', en: 'The board of the station: five things' },
    points: [
      {
        title: { hi: 'बोर्ड कैसा हो', en: 'How it looks' },
        text: {
          hi: '8×5 फ़ुट, वहाँ जहाँ हर आने वाले को दिखे। कोड पर पर्दा, तार या पोस्टर न हो।',
          en: '8×5 ft, where everybody who comes sees it. No cloth, wire or poster over the code.',
        },
      },
      {
        title: { hi: 'समय-समय पर कोड जाँचें', en: 'Scan the code now and then' },
        text: {
          hi: 'फ़ोन के कैमरे से कोड स्कैन करें। इसी थाने या ऐप का पृष्ठ खुलना चाहिए।',
          en: 'Scan it with a phone’s camera. The page of this station or of the app must open.',
        },
      },
      {
        title: { hi: 'फटे, मिटे या गिरे तो', en: 'Torn, faded or fallen' },
        text: {
          hi: 'फ़ोटो लें और उसी दिन जनसंपर्क अधिकारी को बताएँ। टूटे भाग पर हाथ से कुछ न लिखें।',
          en: 'Take a picture and tell the PRO the same day. Write nothing on it by hand.',
        },
      },
      {
        title: { hi: 'नाम गलत हो तो', en: 'A wrong name' },
        text: {
          hi: 'बोर्ड न लगाएँ। सही नाम और पत्र संख्या जनसंपर्क अधिकारी को दें।',
          en: 'Do not hang it. Give the right name and a letter’s number to the PRO.',
        },
      },
      {
        title: { hi: 'किसे बताएँ', en: 'Whom to tell' },
        text: {
          hi: 'जनपद के जनसंपर्क अधिकारी (PRO), पुलिस कार्यालय। नाम और नंबर नीचे लिख लें।',
          en: 'The public relations officer (PRO) of the district. Write name and number below.',
        },
      },
    ],
  };
