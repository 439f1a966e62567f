/** Meaning of the open data's columns: in the JSON Schema, and on the page that describes the data. */
export const openFieldWords = {
  date: { hi: 'दिनांक (भारतीय समय)', en: 'Calendar day in Asia/Kolkata' },
  downloads: {
    hi: 'स्टोर की रिपोर्टों से उस दिन के डाउनलोड; रिपोर्ट न हो तो खाली',
    en: 'Downloads of the day by the reports of the stores; empty where none is in',
  },
  downloadsTotal: {
    hi: 'उस दिन के अंत तक कुल डाउनलोड; ज्ञात न हो तो खाली',
    en: 'All downloads up to the end of the day; empty where not known',
  },
  scans: {
    hi: 'छपे कोड कितनी बार खुले। यह स्कैन है, इंस्टॉल नहीं',
    en: 'How often printed codes were opened. A scan is not an install',
  },
  district: {
    hi: 'जनपद की पहचान, जो कभी नहीं बदलती',
    en: 'Id of the district, which never changes',
  },
  nameHi: { hi: 'जनपद, हिंदी में', en: 'District in Hindi' },
  nameEn: { hi: 'जनपद, अंग्रेज़ी में', en: 'District in English' },
  lgdCode: {
    hi: 'स्थानीय शासन निर्देशिका (LGD) का कोड',
    en: 'Code in the Local Government Directory',
  },
  zoneHi: { hi: 'पुलिस जोन, हिंदी में (2019)', en: 'Police zone of 2019 in Hindi' },
  zoneEn: { hi: 'पुलिस जोन, अंग्रेज़ी में (2019)', en: 'Police zone of 2019 in English' },
  stations: { hi: 'थाने जिन पर बोर्ड लगना है', en: 'Stations that are to have a board' },
  boardsUp: { hi: 'थाने जिन्होंने बोर्ड लगने की सूचना दी', en: 'Stations that report a board' },
  boardsVerified: {
    hi: 'थाने जिनके बोर्ड की कम से कम सही फ़ोटो है',
    en: 'Stations with at least a picture that proves the board',
  },
  boardsPictured: {
    hi: 'उनमें से जिनकी केवल फ़ोटो है',
    en: 'Those of them with no more than a picture',
  },
  boardsLive: {
    hi: 'उनमें से जिनकी मौके की फ़ोटो है',
    en: 'Those of them with a live picture',
  },
  boardsSeen: {
    hi: 'उनमें से जिन्हें दूसरे कार्यालय ने देखा',
    en: 'Those of them that another office has seen',
  },
  scansLast7Days: {
    hi: '“asOf” तक के सात दिनों के स्कैन',
    en: 'Scans of the seven days up to `asOf`',
  },
  installs: {
    hi: 'छपे कोड से हुए इंस्टॉल, जैसे ऐप स्वयं बताता है; जब तक वह न बताए, खाली',
    en: 'Installs from printed codes as the app itself reports them; empty until it does',
  },
  scansPerStation: {
    hi: 'प्रति थाना स्कैन; थाना न हो तो खाली',
    en: 'Scans for each station; empty without stations',
  },
  visitors: {
    hi: 'स्कैन करने वाले, एक जनपद में दिन में एक बार, नेटवर्क से; “networksFrom” से पहले अधिक गिने गए',
    en: 'Visitors, each once a day and district, by the network; before `networksFrom` more were counted',
  },
  visitorsLast7Days: {
    hi: '“asOf” तक के सात दिनों के स्कैन करने वाले',
    en: 'Visitors of the seven days up to `asOf`',
  },
  visitorsPerStation: {
    hi: 'प्रति थाना स्कैन करने वाले; थाना न हो तो खाली',
    en: 'Visitors for each station; empty without stations',
  },
  visitorsPerLakh: {
    hi: 'प्रति लाख जनसंख्या (2011) स्कैन करने वाले; जनसंख्या ज्ञात न हो तो खाली',
    en: 'Visitors by lakh of people (2011); empty where these are not known',
  },
  networksFrom: {
    hi: 'इस दिन से स्कैन करने वाला नेटवर्क से गिना जाता है (IPv4 /24, IPv6 /48); पहले बिना कुकी का फ़ोन दो मिनट तक एक था। खाली: सदा से',
    en: 'Since this day a visitor is a network (IPv4 /24, IPv6 /48); before, a phone without a cookie was one for two minutes. null: since ever',
  },
  asOf: { hi: 'आँकड़े इस दिन के हैं', en: 'The figures are of this day' },
} as const;
