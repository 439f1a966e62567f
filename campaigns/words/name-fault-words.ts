/** What is expected of a name, in Hindi, by the words of `campaigns/directory/name-check.ts`. */
export const nameFaultHi: Readonly<Record<string, string>> = {
  'at most 80 characters': 'अधिकतम 80 वर्ण',
  'no control characters': 'कोई नियंत्रण वर्ण (control character) नहीं',
  'no joiners or other hidden characters': 'कोई छिपा हुआ वर्ण (joiner आदि) नहीं',
  'no space at the beginning or end': 'आरम्भ या अंत में कोई रिक्त स्थान नहीं',
  'single plain spaces between words': 'शब्दों के बीच केवल एक सामान्य रिक्त स्थान',
  'Devanagari letters only, none of another script': 'केवल देवनागरी अक्षर, अन्य लिपि का कोई नहीं',
  'only letters, digits, spaces, full stops, hyphens and round brackets':
    'केवल अक्षर, अंक, रिक्त स्थान, बिन्दु, हाइफ़न और गोल कोष्ठक',
  'a Hindi letter': 'कम से कम एक हिन्दी अक्षर',
  'a nukta only under क ख ग ज ड ढ फ': 'नुक़्ता केवल क ख ग ज ड ढ फ के नीचे',
  'a vowel sign, nasal or virama only after a consonant that it belongs to':
    'मात्रा, अनुस्वार या हलन्त केवल अपने व्यंजन के बाद',
  'Urdu letters only, ی and ک and ہ as on an Urdu keyboard':
    'केवल उर्दू अक्षर; ی, ک और ہ उर्दू कुंजीपटल के (अरबी ي, ك, ه नहीं)',
  'only letters, digits, spaces, full stops, commas, hyphens and round brackets':
    'केवल अक्षर, अंक, रिक्त स्थान, बिन्दु, अल्पविराम, हाइफ़न और गोल कोष्ठक',
  'Urdu or Latin letters only, ی and ک and ہ as on an Urdu keyboard':
    'केवल उर्दू या रोमन अक्षर; ی, ک और ہ उर्दू कुंजीपटल के (अरबी ي, ك, ه नहीं)',
  'only letters, digits, spaces and . , : / ( ) - ’ “ ” ، ۔ ؟ ؛':
    'केवल अक्षर, अंक, रिक्त स्थान और . , : / ( ) - ’ “ ” ، ۔ ؟ ؛',
  'an Urdu letter': 'कम से कम एक उर्दू अक्षर',
  'a vowel mark only on a letter': 'मात्रा-चिह्न केवल अक्षर पर',
  'Latin letters only, none of another script': 'केवल रोमन अक्षर, अन्य लिपि का कोई नहीं',
  "only letters, digits, spaces and . ( ) - ' &": "केवल अक्षर, अंक, रिक्त स्थान और . ( ) - ' &",
  'a letter': 'कम से कम एक अक्षर',
};
