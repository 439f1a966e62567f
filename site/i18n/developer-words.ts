import { inEachLanguage } from './own-language.ts';

export const developerWordsIn = inEachLanguage({
  title: [
    'ऐप टीम के लिए: इंस्टॉल किस कोड से हुआ',
    'For the app’s team: which code an install came from',
  ],
  description: [
    'छपे कोड Google Play को क्या भेजते हैं, और ऐप गिनती कैसे लौटाए।',
    'The referrer that printed codes send to Google Play, and how the app reports an install.',
  ],
  lead: [
    'कौन-सा बोर्ड कितने इंस्टॉल लाया, यह केवल ऐप बता सकता है। बोर्ड, पम्पलेट और संदेश के कोड Google Play तक अपना कोड पहुँचाते हैं; ऐप पहली बार खुलने पर उसे पढ़कर यहाँ भेजे।',
    'Only the app can say how many installs a board brought. Codes on boards, pamphlets and in messages carry themselves to Google Play; at its first start the app reads the code and sends it here.',
  ],
  state: [
    'जब तक ऐप यह नहीं भेजता, सभी पन्नों पर “स्कैन, इंस्टॉल नहीं” लिखा रहता है। पहली सूचना के बाद स्कैन के पास इंस्टॉल भी दिखते हैं।',
    'Until the app does so, all pages say “scans, not installs”. After the first report installs stand beside scans.',
  ],
  linkTitle: ['कोड कहाँ ले जाता है', 'Where a code leads'],
  linkText: [
    'छपा कोड Android पर इसी रूप के पते पर ले जाता है। referrer एक बार एन्कोड किया हुआ है।',
    'On Android a printed code leads to an address of this form. The referrer is encoded once.',
  ],
  decoded: ['ऐप को यह मिलता है', 'What the app gets'],
  parts: [
    [
      ['utm_source', 'utm_source'],
      [
        'माध्यम: board, pamphlet, vehicle, newspaper, film, radio, social, sms, ivr, event',
        'Medium: board, pamphlet, vehicle, newspaper, film, radio, social, sms, ivr, event',
      ],
    ],
    [
      ['utm_medium', 'utm_medium'],
      ['qr; sms और ivr के लिए sms', 'qr; sms for sms and ivr'],
    ],
    [
      ['utm_campaign', 'utm_campaign'],
      [
        'छह अक्षरों का कोड, जिससे थाना और माध्यम पहचाने जाते हैं',
        'The code of six symbols, which tells station and medium',
      ],
    ],
  ],
  readTitle: ['ऐप में पढ़ना', 'Read it in the app'],
  readText: [
    'Play Install Referrer पुस्तकालय (com.android.installreferrer:installreferrer) से, पहली बार खुलने पर एक बार। Google इसे 90 दिन रखता है।',
    'By the Play Install Referrer library (com.android.installreferrer:installreferrer), once, at the first start. Google keeps it for 90 days.',
  ],
  sendTitle: ['यहाँ भेजना', 'Send it here'],
  sendText: [
    'POST {url}, content-type: application/json। एक इंस्टॉल की एक सूचना; उत्तर न मिले तो वही सूचना फिर भेजें, गिनती एक ही बार होती है।',
    'POST {url}, content-type: application/json. One report an install; without an answer send the same report again, it counts once.',
  ],
  headers: [
    [
      ['x-install-key', 'x-install-key'],
      ['कुंजी की पहचान, जो प्रशासक देता है', 'Id of the key, from the administrator'],
    ],
    [
      ['x-install-time', 'x-install-time'],
      [
        'अभी का समय, 1970 से सेकंड में; 10 मिनट से अधिक अंतर स्वीकार नहीं',
        'Seconds since 1970, now; no more than 10 minutes away',
      ],
    ],
    [
      ['x-install-signature', 'x-install-signature'],
      ['HMAC-SHA256, छोटे अक्षरों के hex में', 'HMAC-SHA256 in lower-case hexadecimal'],
    ],
  ],
  fields: [
    [
      ['install', 'install'],
      [
        'ऐप का स्वयं बनाया 128 बिट का यादृच्छिक अंक, hex में; उपकरण या व्यक्ति की कोई पहचान नहीं',
        '128 random bits that the app drew itself, in hexadecimal; no id of a device or a person',
      ],
    ],
    [
      ['code', 'code'],
      ['utm_campaign', 'utm_campaign'],
    ],
    [
      ['click', 'click'],
      [
        'referrerClickTimestampServerSeconds; न मिले तो 0',
        'referrerClickTimestampServerSeconds; 0 where there is none',
      ],
    ],
    [
      ['begin', 'begin'],
      ['installBeginTimestampServerSeconds', 'installBeginTimestampServerSeconds'],
    ],
    [
      ['version', 'version'],
      ['installVersion, या ऐप का versionName', 'installVersion, or the app’s versionName'],
    ],
  ],
  signText: [
    'हस्ताक्षर इन आठ पंक्तियों पर होता है, पंक्तियों के बीच केवल \\n:',
    'These eight lines are signed, with nothing but \\n between them:',
  ],
  exampleTitle: ['जाँच का उदाहरण', 'Example to check against'],
  answersTitle: ['उत्तर', 'Answers'],
  answers: [
    [
      ['200', '200'],
      [
        '{"counted": true}; पहले गिना जा चुका हो तो false',
        '{"counted": true}; false where it was counted before',
      ],
    ],
    [
      ['401', '401'],
      [
        'wrong-signature, या old-signature: तब `now` सर्वर का समय है, उससे फिर हस्ताक्षर करें',
        'wrong-signature, or old-signature: `now` is then the server’s time; sign again with it',
      ],
    ],
    [
      ['400, 422', '400, 422'],
      [
        'सूचना अधूरी, कोड अनजान या समय असंभव; दोबारा न भेजें',
        'Incomplete report, unknown code or impossible time; do not send it again',
      ],
    ],
    [
      ['429', '429'],
      ['retry-after सेकंड बाद भेजें', 'Send it after retry-after seconds'],
    ],
    [
      ['503', '503'],
      ['बाद में भेजें', 'Send it later'],
    ],
  ],
  linksTitle: ['ऐप में खुलने वाले पते', 'Addresses that open in the app'],
  linksText: [
    'फ़ोन में ऐप हो, तो ये पते सीधे ऐप में खुल सकते हैं। साइट इसके लिए दो फ़ाइलें देती है; ऐप टीम नीचे लिखा अपने ऐप में जोड़े।',
    'On a phone that has the app these addresses can open in it. The site serves two files for that; the app’s team adds what stands below.',
  ],
  linksKept: [
    'छपे कोड के पते (/Q…) ऐप में न लें: वे पहले यहाँ गिने जाते हैं। ऐप उन्हें ले ले, तो बोर्ड पर स्कैन दिखना बंद हो जाएगा।',
    'Do not take printed codes (/Q…) into the app: they are counted here first. An app that took them would make every board look silent.',
  ],
  linksMissing: {
    certificates: [
      'Android: ऐप के प्रमाणपत्र (SHA-256, Play Console → App integrity) अभी नहीं मिले, इसलिए फ़ाइल खाली है।',
      'Android: the app’s certificates (SHA-256, Play Console → App integrity) are not known yet, so the file names no app.',
    ],
    appleAppId: [
      'iPhone: टीम और बंडल की पहचान अभी नहीं मिली, इसलिए फ़ाइल में कोई ऐप नहीं है।',
      'iPhone: the team’s and bundle’s id is not known yet, so the file names no app.',
    ],
  },
  linksAndroid: ['AndroidManifest.xml में', 'In AndroidManifest.xml'],
  linksApple: ['Xcode → Associated Domains में', 'In Xcode → Associated Domains'],
  linksServed: ['साइट यह देती है', 'What the site serves'],
  linksCheck: ['हो गया या नहीं, यहाँ देखें', 'See here whether it is done'],
  secretTitle: ['कुंजी कहाँ रखें', 'Where to keep the key'],
  secret: [
    [
      'ऐप के भीतर रखी कोई भी कुंजी निकाली जा सकती है: जो उसे पाता है, झूठे इंस्टॉल भेज सकता है। वह कुछ पढ़ नहीं सकता।',
      'A key inside an app can be taken out of it: whoever has it can send false installs, but can read nothing and learns nothing about anybody.',
    ],
    [
      'अच्छा हो कि ऐप अपने सर्वर को बताए, और वह हस्ताक्षर करे (कुंजी का प्रकार “server”)।',
      'So let the app tell its own server, and let the server sign (a key of the kind “server”).',
    ],
    [
      'सर्वर संभव न हो तो “app” कुंजी लें: एक पते से 10 मिनट में 120; दिन भर में प्रशासक की तय सीमा तक। हर संस्करण के लिए अलग कुंजी लें।',
      'Where there is no server, take an “app” key: 120 in ten minutes from one address, and a limit a day that the administrator sets. Take another key for each release.',
    ],
    [
      'हर कुंजी की गिनती अलग रहती है। कुंजी खुल जाए तो प्रशासक उसे निरस्त करता है। वह उससे आई गिनती हटा सकता है।',
      'Each key counts apart. When one gets out, the administrator ends it and may take out what it counted.',
    ],
    [
      'पुरानी सूचना दोबारा भेजने से कुछ नहीं बढ़ता: समय की सीमा है, और हर इंस्टॉल एक बार गिना जाता है। सेवा कुंजी का रहस्य कहीं नहीं रखती; AUTH_SECRET बदलने पर सभी कुंजियाँ नई लेनी होंगी।',
      'Playing back an old report adds nothing: its time is limited, and each install counts once. The service does not keep the secret of a key; when AUTH_SECRET changes, all keys have to be created again.',
    ],
  ],
  privacyTitle: ['निजता', 'Privacy'],
  privacy: [
    [
      'नाम, मोबाइल नंबर, विज्ञापन-पहचान या उपकरण की पहचान न भेजें; अनजान खाने अस्वीकार होते हैं।',
      'Send no name, mobile number, advertising id or device id; unknown fields are refused.',
    ],
    [
      'यादृच्छिक अंक का केवल SHA-256 रखा जाता है, 91 दिन; उसके बाद केवल गिनती रहती है। सार्वजनिक पन्नों पर इंस्टॉल जनपद और माध्यम से नीचे नहीं दिखते।',
      'Only a hash of the random number is kept, for 91 days; then counts alone stay. Public pages show installs by district and medium, and nothing smaller.',
    ],
  ],
  api: ['API का पूरा वर्णन', 'The API in full'],
});
