import { type Random, seededRandom } from '../../../campaigns/tracker/random.ts';

/** What names of a script are made of: real ones of places, and syllables for those that nobody has yet. */
interface Letters {
  places: string;
  consonants: string;
  /** Conjuncts, the tallest and deepest ones among them. */
  clusters: string;
  /** Signs behind a consonant; some of them are set before it or on both sides. */
  vowels: string;
  marks: string;
}

/** Districts and towns of West Bengal, Tamil Nadu and Punjab as everybody writes them. */
const letters = {
  Bengali: {
    places:
      'কলকাতা,হাওড়া,হুগলী,নদীয়া,মুর্শিদাবাদ,বীরভূম,বাঁকুড়া,পুরুলিয়া,পূর্ব বর্ধমান,পশ্চিম বর্ধমান,পূর্ব মেদিনীপুর,পশ্চিম মেদিনীপুর,ঝাড়গ্রাম,উত্তর চব্বিশ পরগনা,দক্ষিণ চব্বিশ পরগনা,মালদহ,উত্তর দিনাজপুর,দক্ষিণ দিনাজপুর,দার্জিলিং,কালিম্পং,জলপাইগুড়ি,আলিপুরদুয়ার,কোচবিহার,শিলিগুড়ি,আসানসোল,দুর্গাপুর,কৃষ্ণনগর,শান্তিনিকেতন,বিষ্ণুপুর,কাঁথি,তমলুক,হলদিয়া,খড়্গপুর,শ্রীরামপুর,চন্দননগর,ব্যারাকপুর,বসিরহাট,ডায়মন্ড হারবার,কাকদ্বীপ,গঙ্গাসাগর,জগদ্দল,বহরমপুর,লালবাগ,রঘুনাথগঞ্জ,সিউড়ি,রামপুরহাট,বোলপুর,ঘাটাল,ক্যানিং,বারুইপুর,উলুবেড়িয়া,আরামবাগ,রাণাঘাট,কল্যাণী,ইংরেজ বাজার,রায়গঞ্জ,বালুরঘাট,মাথাভাঙ্গা,দিনহাটা,তুফানগঞ্জ',
    consonants: 'ক খ গ ঘ ঙ চ ছ জ ঝ ট ঠ ড ঢ ণ ত থ দ ধ ন প ফ ব ভ ম য র ল শ ষ স হ ড় ঢ় য়',
    clusters:
      'ক্ষ জ্ঞ ঞ্চ ঞ্জ ঙ্গ ঙ্ক ষ্ট্র স্ত্র ন্ত্র ন্ধ্র ন্দ্র ন্ত্ব ক্ষ্ম জ্জ্ব ত্ত্ব দ্ধ্ব র্ধ্ব র্ক্ষ্য র্ত্স্ন ম্ভ্র ল্ক্য স্থ্য হ্ম হ্ন শ্চ শ্রী ট্ট দ্ভ চ্ছ্ব ব্দ র্য্য ষ্ক্র গ্ধ্য',
    vowels: '  া ি ী ু ূ ৃ ে ৈ ো ৌ ্য',
    marks: '      ং ঃ ঁ',
  },
  Tamil: {
    places:
      'சென்னை,காஞ்சிபுரம்,செங்கல்பட்டு,திருவள்ளூர்,வேலூர்,ராணிப்பேட்டை,திருப்பத்தூர்,திருவண்ணாமலை,விழுப்புரம்,கள்ளக்குறிச்சி,கடலூர்,மயிலாடுதுறை,நாகப்பட்டினம்,திருவாரூர்,தஞ்சாவூர்,புதுக்கோட்டை,திருச்சிராப்பள்ளி,அரியலூர்,பெரம்பலூர்,கரூர்,நாமக்கல்,சேலம்,தர்மபுரி,கிருஷ்ணகிரி,ஈரோடு,திருப்பூர்,கோயம்புத்தூர்,நீலகிரி,திண்டுக்கல்,மதுரை,தேனி,சிவகங்கை,ராமநாதபுரம்,விருதுநகர்,தென்காசி,திருநெல்வேலி,தூத்துக்குடி,கன்னியாகுமரி,கும்பகோணம்,பொள்ளாச்சி,ஊத்துக்கோட்டை,ஸ்ரீரங்கம்,ஸ்ரீவில்லிபுத்தூர்,அண்ணா நகர்,தாம்பரம்,ஆவடி,அம்பத்தூர்,மயிலாப்பூர்,கொடைக்கானல்,உதகமண்டலம்,சிதம்பரம்,ராஜபாளையம்,பழனி,ஒட்டன்சத்திரம்,மேட்டுப்பாளையம்,ஜோலார்பேட்டை,ஹோசூர்,நாகர்கோவில்',
    consonants: 'க ங ச ஞ ட ண த ந ப ம ய ர ல வ ழ ள ற ன ஜ ஷ ஸ ஹ',
    clusters: 'க்ஷ ஸ்ரீ ஸ்ட் க்க ச்ச ட்ட த்த ப்ப ற்ற ங்க ஞ்ச ண்ட ந்த ம்ப ன்ற ல்ல ள்ள ழ்ந்த ர்க்க ஷ்ண',
    vowels: '  ா ி ீ ு ூ ெ ே ை ொ ோ ௌ ்',
    marks: '       ஃ',
  },
  Gurmukhi: {
    places:
      'ਅੰਮ੍ਰਿਤਸਰ,ਬਰਨਾਲਾ,ਬਠਿੰਡਾ,ਫ਼ਰੀਦਕੋਟ,ਫ਼ਤਹਿਗੜ੍ਹ ਸਾਹਿਬ,ਫ਼ਾਜ਼ਿਲਕਾ,ਫ਼ਿਰੋਜ਼ਪੁਰ,ਗੁਰਦਾਸਪੁਰ,ਹੁਸ਼ਿਆਰਪੁਰ,ਜਲੰਧਰ,ਕਪੂਰਥਲਾ,ਲੁਧਿਆਣਾ,ਮਲੇਰਕੋਟਲਾ,ਮਾਨਸਾ,ਮੋਗਾ,ਪਠਾਨਕੋਟ,ਪਟਿਆਲਾ,ਰੂਪਨਗਰ,ਸਾਹਿਬਜ਼ਾਦਾ ਅਜੀਤ ਸਿੰਘ ਨਗਰ,ਸੰਗਰੂਰ,ਸ਼ਹੀਦ ਭਗਤ ਸਿੰਘ ਨਗਰ,ਸ੍ਰੀ ਮੁਕਤਸਰ ਸਾਹਿਬ,ਤਰਨ ਤਾਰਨ,ਅਬੋਹਰ,ਬਟਾਲਾ,ਖੰਨਾ,ਰਾਜਪੁਰਾ,ਨਾਭਾ,ਸਮਾਣਾ,ਸੁਨਾਮ,ਧੂਰੀ,ਫਗਵਾੜਾ,ਨਕੋਦਰ,ਜਗਰਾਓਂ,ਕੋਟਕਪੂਰਾ,ਰਾਮਪੁਰਾ ਫੂਲ,ਸੁਲਤਾਨਪੁਰ ਲੋਧੀ,ਅਨੰਦਪੁਰ ਸਾਹਿਬ,ਚਮਕੌਰ ਸਾਹਿਬ,ਡੇਰਾ ਬਾਬਾ ਨਾਨਕ,ਗੜ੍ਹਸ਼ੰਕਰ,ਮੁਕੇਰੀਆਂ,ਦਸੂਹਾ,ਜ਼ੀਰਾ,ਗਿੱਦੜਬਾਹਾ,ਮਲੋਟ,ਜੈਤੋ,ਬੁਢਲਾਡਾ,ਸਰਦੂਲਗੜ੍ਹ,ਅਜਨਾਲਾ,ਪੱਟੀ,ਖਡੂਰ ਸਾਹਿਬ,ਭੁੱਲਥ,ਆਦਮਪੁਰ,ਫਿਲੌਰ,ਕੀਰਤਪੁਰ ਸਾਹਿਬ,ਖਰੜ,ਡੇਰਾ ਬੱਸੀ',
    consonants: 'ਕ ਖ ਗ ਘ ਙ ਚ ਛ ਜ ਝ ਞ ਟ ਠ ਡ ਢ ਣ ਤ ਥ ਦ ਧ ਨ ਪ ਫ ਬ ਭ ਮ ਯ ਰ ਲ ਵ ੜ ਸ਼ ਖ਼ ਗ਼ ਜ਼ ਫ਼ ਲ਼ ਸ ਹ',
    clusters: 'ਪ੍ਰ ਕ੍ਰ ਸ੍ਰ ਗ੍ਰ ਨ੍ਹ ਮ੍ਹ ਲ੍ਹ ੜ੍ਹ ਸ੍ਵ ਤ੍ਰ ਦ੍ਰ ਬ੍ਰ ਟ੍ਰ ਰ੍ਹ ਵ੍ਹ ਣ੍ਹ ਧ੍ਯ',
    vowels: '  ਾ ਿ ੀ ੁ ੂ ੇ ੈ ੋ ੌ',
    marks: '      ੰ ਂ ੱ',
  },
} as const satisfies Record<string, Letters>;

export type NewScript = keyof typeof letters;
export const newScripts = Object.keys(letters) as NewScript[];

/** Words of the script that places have in their names. */
export function placeWords(script: NewScript): string {
  return letters[script].places.replaceAll(',', ' ');
}

/** 200 names: those of places, the others written by chance from every letter, conjunct and sign. */
export function writeNames(script: NewScript, count = 200): string[] {
  const { places, clusters, consonants } = letters[script];
  const random = seededRandom(7);
  const each = [...consonants.split(' '), ...clusters.split(' ')];
  const names = new Set(places.split(','));
  for (let at = 0; names.size < count; at += 1) {
    const first = each[at % each.length] ?? '';
    const words = random() < 0.3 ? 2 : 1;
    names.add(
      Array.from({ length: words }, (_, word) =>
        writeWord(script, word === 0 ? first : '', random),
      ).join(' '),
    );
  }
  return [...names].slice(0, count);
}

function writeWord(script: NewScript, first: string, random: Random): string {
  const { consonants, clusters, vowels, marks } = letters[script];
  const pick = (list: string) => {
    const all = list.split(' ');
    return all[Math.floor(random() * all.length)] ?? '';
  };
  let word = '';
  const syllables = 2 + Math.floor(random() * 4);
  for (let at = 0; at < syllables; at += 1) {
    const body =
      at === 0 && first !== '' ? first : random() < 0.3 ? pick(clusters) : pick(consonants);
    // A conjunct that ends in a sign of its own takes no other.
    word += /\p{M}$/u.test(body) && !/[\u09BC\u0A3C]$/u.test(body) ? body : body + pick(vowels);
    if (random() < 0.2) word += pick(marks);
  }
  return word;
}
