import { campaignIds } from '../../../campaigns/campaign-folder-fs.ts';
import { loadBaseDirectory } from '../../../campaigns/directory/directory-fs.ts';

/** Greetings, slogans, names and words of the service that people here take first; longer ones whole. */
const everyday = `
  uttarpradesh uppolice uppolis police polis pulis thana kotwali upcop copup cop daroga sipahi constable inspector dgp adg ssp
  pro igp hq admin password passwd pass welcome login user test demo secret india bharat hindustan hindi desh
  jaihind jaishreeram jaishriram jaisriram shreeram shriram sriram jairam sitaram siyaram jai ram shree shri sri om namah
  omnamahshivay harharmahadev mahadev bholenath shiva shiv krishna radhe radha radheradhe hanuman bajrangbali ganesh ganeshji
  durga jaimatadi matadi mata allah khuda waheguru bharatmatakijai bharatmata vandemataram inquilab zindabad
  sachin tendulkar dhoni kohli virat rohit salman shahrukh amitabh modi yogi gandhi nehru iloveyou love lovely
  allahabad faizabad mughalsarai noida nagar dehat delhi january february monday sunday
  उत्तरप्रदेश यूपी यूपीपुलिस पुलिस थाना कोतवाली यूपीकॉप कॉप पासवर्ड पासवर्ड लॉगिन भारत हिन्दुस्तान हिंदुस्तान देश जयहिन्द जयहिंद
  जयश्रीराम श्रीराम सीताराम जय राम श्री हिन्द हिंद महादेव हरहरमहादेव कृष्ण राधे राधेराधे हनुमान गणेश दुर्गा माता जयमातादी भारतमाता
  भारतमाताकीजय वन्देमातरम वंदेमातरम इलाहाबाद फैजाबाद नगर देहात दिल्ली`;

let words: readonly string[] | undefined;

/** Letters only, of words that somebody who knows the force tries first: the above, districts and stations; the longest first. */
export function familiarWords(): readonly string[] {
  words ??= listWords();
  return words;
}

function listWords(): string[] {
  const directories = campaignIds().map((campaign) => loadBaseDirectory(campaign));
  const places = directories.flatMap(({ districts, stations }) => [...districts, ...stations]);
  const names = places.flatMap(({ nameHi, nameEn }) => [nameHi, nameEn]);
  const parts = names.flatMap((name) => [name, ...name.split(/\s+/)]).map(pickLetters);
  const all = new Set([...everyday.trim().split(/\s+/), ...parts].map(pickLetters));
  return [...all].filter((word) => word.length >= 3).sort((a, b) => b.length - a.length);
}

/** The letters of a text in small type, with the vowel signs of Devanagari. */
export function pickLetters(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}]/gu, '');
}
