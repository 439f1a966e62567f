import { inEachLanguage } from './own-language.ts';

export const openDataWordsIn = inEachLanguage({
  title: ['खुले आँकड़े', 'Open data'],
  description: [
    'अभियान के आँकड़े JSON और CSV में, चार्ट चित्र या फ़्रेम के रूप में।',
    'The campaign’s public figures as JSON and CSV, and its charts as pictures or frames.',
  ],
  lead: [
    'समाचार-पत्र, शोधकर्ता और दूसरे विभाग अभियान के सार्वजनिक आँकड़े यहाँ से ले सकते हैं। हर फ़ाइल और चित्र में लिखा है कि आँकड़े किस दिन के और किसके हैं।',
    'Newspapers, researchers and other departments may take the campaign’s public figures from here. Every file and picture says of which day and whose they are.',
  ],
  filesTitle: ['फ़ाइलें', 'Files'],
  files: {
    json: [
      'सब कुछ एक साथ: योग, माध्यम, दिन और जनपद',
      'Everything at once: totals, media, days and districts',
    ],
    days: ['तालिका: हर दिन की एक पंक्ति', 'Table: a row a day'],
    districts: ['तालिका: हर जनपद की एक पंक्ति', 'Table: a row a district'],
    auditHeads: [
      'परिवर्तन-अभिलेख का अंत, हर दिन का: प्रविष्टियों की संख्या और अंतिम प्रविष्टि का पहचान-अंक, जिससे बाद में काटा गया अभिलेख पकड़ा जाए',
      'End of the audit log, each day: number and hash of its last entry, by which a log that was cut later is seen',
    ],
    schema: ['JSON Schema: हर खाने का अर्थ और रूप', 'JSON Schema: meaning and form of every field'],
  },
  noService: [
    'साइट की इस प्रति के पीछे सेवा नहीं चल रही। प्रगति के पन्ने से तालिकाएँ CSV में लें।',
    'No service runs behind this copy of the site. Take the tables as CSV from the progress page.',
  ],
  chartsTitle: ['चार्ट साथ ले जाएँ', 'Take a chart along'],
  chartsLead: [
    'चित्र (PNG) में दिनांक, स्रोत और अनुज्ञप्ति अंकित हैं। फ़्रेम का कोड किसी भी वेब पन्ने में लगाएँ; उसमें चार्ट अपने आप ताज़ा रहता है।',
    'The picture (PNG) carries day, source and licence. The code of the frame goes into any web page, where the chart stays up to date by itself.',
  ],
  picture: (name: string) => [`${name}: चित्र (PNG)`, `${name}: picture (PNG)`],
  code: (name: string) => [`${name}: फ़्रेम का कोड`, `${name}: code of the frame`],
  licenceTitle: ['उपयोग की शर्तें', 'Terms of use'],
  licenceText: [
    'उपयोग करते समय स्रोत और आँकड़ों का दिनांक लिखें। “SAMPLE” या “नमूना” अंकित आँकड़े वास्तविक नहीं हैं; उन्हें उसी रूप में दिखाएँ।',
    'Name the source and the day of the figures. Figures marked as sample are not real; show them as such.',
  ],
  fieldsTitle: ['खानों का अर्थ', 'What the fields mean'],
  fieldTables: {
    days: ['हर दिन की पंक्ति', 'A row a day'],
    districts: ['हर जनपद की पंक्ति', 'A row a district'],
  },
  privacyTitle: ['निजता: क्या नहीं दिया जाता', 'Privacy: what is not given'],
  privacy: [
    [
      'इन फ़ाइलों में किसी व्यक्ति की कोई जानकारी नहीं है: न नाम, न नंबर, न उपकरण की पहचान। आँकड़ा देने वाले अधिकारी का नाम भी नहीं।',
      'These files hold nothing about any person: no name, no number, no mark of a device; nor the name of the officer who gave a figure.',
    ],
    [
      'किसी एक थाने के स्कैन नहीं दिए जाते। छोटी गिनती और समय मिलकर किसी की ओर संकेत कर सकते हैं। सबसे छोटा स्थान जनपद है, सबसे छोटा समय पूरे प्रदेश का एक दिन। दोनों कभी साथ नहीं दिए जाते।',
      'Scans of a single station are not given, since a small count and a time together may point at somebody. The smallest place is a district, the smallest time a day of the whole state, and the two are never given together.',
    ],
  ],
  useTitle: ['प्रोग्राम से लेना', 'For programs'],
  use: [
    [
      'सभी फ़ाइलें बिना खाते और बिना कुंजी के मिलती हैं। हर वेबसाइट की स्क्रिप्ट उन्हें पढ़ सकती है (CORS)।',
      'All files come without account and key, and a script of any site may read them (CORS).',
    ],
    [
      'हर उत्तर में ETag है। उसे If-None-Match में लौटाएँ: कुछ न बदला हो तो उत्तर 304 है। मिनट में एक बार से अधिक न पूछें।',
      'Every answer has an ETag. Send it back in If-None-Match: where nothing changed, the answer is 304. Please ask no more than once a minute.',
    ],
    [
      'खानों के नाम और अर्थ नहीं बदलते; नए खाने जुड़ सकते हैं।',
      'Names and meanings of fields do not change; new ones may be added.',
    ],
  ],
});
