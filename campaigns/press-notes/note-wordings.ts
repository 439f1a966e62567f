import type { NoteLanguage } from './note-fields.ts';

/** A case in the words of its language. */
export interface WordedCase {
  app: string;
  /** As on its board: थाना हजरतगंज. */
  station: string;
  incident: string;
  /** 12.04.2019; null where it is left out. */
  on: string | null;
  /** उसी दिन, within 5 days. */
  took: string;
  sentence: string;
  /** The result by its name. */
  result: string;
}

interface Worded {
  title: string;
  text: string;
}

type CaseWordings = readonly ((words: WordedCase) => Worded)[];

const onHi = ({ on }: WordedCase) => (on === null ? '' : `दिनांक ${on} को `);
const onEn = ({ on }: WordedCase) => (on === null ? '' : `on ${on} `);

/** An e-FIR against unknown persons that came in through the app. */
export const firWordings: Record<NoteLanguage, CaseWordings> = {
  hi: [
    (words) => ({
      title: `${words.app} ऐप से दर्ज ${words.incident} पर सफल कार्यवाही – ${words.result}`,
      text: `${words.station} से संबंधित ${words.incident} में ${onHi(words)}${words.app} ऐप के माध्यम से थाने आए बिना ई-एफ़आईआर दर्ज कराई गई, जो अज्ञात के विरुद्ध पंजीकृत हुई। पुलिस द्वारा कार्यवाही करते हुए ${words.took} ${words.sentence}।`,
    }),
    (words) => ({
      title: `${words.result}: ${words.app} ऐप की ई-एफ़आईआर पर पुलिस की कार्यवाही`,
      text: `${onHi(words)}${words.app} ऐप पर प्राप्त ई-एफ़आईआर के आधार पर ${words.station} में ${words.incident} के संबंध में अज्ञात के विरुद्ध अभियोग पंजीकृत किया गया था। विवेचना के क्रम में ${words.took} ${words.sentence}।`,
    }),
    (words) => ({
      title: `घर बैठे दर्ज ई-एफ़आईआर पर त्वरित कार्यवाही – ${words.result}`,
      text: `थाने आए बिना ${words.app} ऐप से ${onHi(words)}दर्ज कराई गई ई-एफ़आईआर पर त्वरित कार्यवाही की गई। ${words.station} में अज्ञात के विरुद्ध पंजीकृत ${words.incident} के इस प्रकरण में ${words.took} ${words.sentence}।`,
    }),
  ],
  en: [
    (words) => ({
      title: `Action on a case of ${words.incident} lodged through the ${words.app} app: ${words.result.toLowerCase()}`,
      text: `In a case of ${words.incident} of ${words.station}, an e-FIR was lodged ${onEn(words)}through the ${words.app} app without a visit to the police station and was registered against unknown persons. Upon action by the police ${words.took} ${words.sentence}.`,
    }),
    (words) => ({
      title: `${words.result}: police act on an e-FIR of the ${words.app} app`,
      text: `On the basis of an e-FIR received ${onEn(words)}on the ${words.app} app, a case of ${words.incident} was registered against unknown persons at ${words.station}. In the course of the investigation ${words.took} ${words.sentence}.`,
    }),
    (words) => ({
      title: `Prompt action on an e-FIR lodged from home: ${words.result.toLowerCase()}`,
      text: `The police acted promptly on an e-FIR lodged ${onEn(words)}through the ${words.app} app without a visit to the police station. In this case of ${words.incident}, registered against unknown persons at ${words.station}, ${words.took} ${words.sentence}.`,
    }),
  ],
};

/** A report of something lost. */
export const reportWordings: Record<NoteLanguage, CaseWordings> = {
  hi: [
    (words) => ({
      title: `${words.app} ऐप से दर्ज ${words.incident} पर सफल कार्यवाही – ${words.result}`,
      text: `${words.station} से संबंधित ${words.incident} ${onHi(words)}${words.app} ऐप के माध्यम से थाने आए बिना दर्ज कराई गई। पुलिस द्वारा कार्यवाही करते हुए ${words.took} ${words.sentence}।`,
    }),
    (words) => ({
      title: `${words.result}: ${words.app} ऐप की सूचना पर पुलिस की कार्यवाही`,
      text: `${onHi(words)}${words.app} ऐप पर प्राप्त ${words.incident} पर ${words.station} द्वारा कार्यवाही की गई तथा ${words.took} ${words.sentence}।`,
    }),
    (words) => ({
      title: `घर बैठे दर्ज सूचना पर त्वरित कार्यवाही – ${words.result}`,
      text: `थाने आए बिना ${words.app} ऐप से ${onHi(words)}दर्ज कराई गई ${words.incident} पर ${words.station} की पुलिस द्वारा तत्परता से खोज की गई; ${words.took} ${words.sentence}।`,
    }),
  ],
  en: [
    (words) => ({
      title: `Action on a ${words.incident} lodged through the ${words.app} app: ${words.result.toLowerCase()}`,
      text: `A ${words.incident} of ${words.station} was lodged ${onEn(words)}through the ${words.app} app without a visit to the police station. Upon action by the police ${words.took} ${words.sentence}.`,
    }),
    (words) => ({
      title: `${words.result}: police act on a report of the ${words.app} app`,
      text: `${words.station} acted on a ${words.incident} received ${onEn(words)}on the ${words.app} app, and ${words.took} ${words.sentence}.`,
    }),
    (words) => ({
      title: `Prompt action on a report lodged from home: ${words.result.toLowerCase()}`,
      text: `The police of ${words.station} searched promptly after a ${words.incident} was lodged ${onEn(words)}through the ${words.app} app without a visit to the police station; ${words.took} ${words.sentence}.`,
    }),
  ],
};

/** A month's counts in words; the two counts are `null` where there are none. */
export interface WordedMonth {
  app: string;
  district: string;
  month: string;
  /** 13 ई-एफ़आईआर तथा खोये सामान की 2 सूचनाएँ; कोई प्रकरण नहीं. */
  cases: string;
  isNone: boolean;
}

export const monthWordings: Record<NoteLanguage, readonly ((words: WordedMonth) => Worded)[]> = {
  hi: [
    ({ app, district, month, cases, isNone }) => ({
      title: `${month} में ${app} ऐप से दर्ज प्रकरण – जनपद ${district}`,
      text: `माह ${month} में जनपद ${district} के नागरिकों द्वारा ${app} ऐप के माध्यम से थाने आए बिना ${cases} दर्ज ${isNone ? 'कराया गया' : 'कराई गईं'}। श्रेणीवार विवरण निम्नवत् है।`,
    }),
    ({ app, district, month, cases, isNone }) => ({
      title: `जनपद ${district}: ${month} में ${app} ऐप का उपयोग`,
      text: `जनपद ${district} में माह ${month} के दौरान ${app} ऐप पर ${cases} प्राप्त ${isNone ? 'हुआ' : 'हुईं'}, जिनके लिए नागरिकों को थाने नहीं आना पड़ा। श्रेणीवार विवरण नीचे दिया गया है।`,
    }),
    ({ app, district, month, cases, isNone }) => ({
      title: `घर बैठे दर्ज प्रकरणों का विवरण, ${month} – जनपद ${district}`,
      text: `${app} ऐप से घर बैठे सूचना देने की सुविधा के अंतर्गत जनपद ${district} में माह ${month} में ${cases} दर्ज ${isNone ? 'हुआ' : 'हुईं'}। विवरण श्रेणी के अनुसार निम्नवत् है।`,
    }),
  ],
  en: [
    ({ app, district, month, cases }) => ({
      title: `Cases lodged through the ${app} app in ${month}: district ${district}`,
      text: `In ${month} citizens of district ${district} lodged ${cases} through the ${app} app without a visit to the police station. The details by category are as follows.`,
    }),
    ({ app, district, month, cases }) => ({
      title: `District ${district}: use of the ${app} app in ${month}`,
      text: `During ${month} district ${district} received ${cases} on the ${app} app, for which citizens did not have to visit a police station. The details by category are given below.`,
    }),
    ({ app, district, month, cases }) => ({
      title: `Cases lodged from home in ${month}: district ${district}`,
      text: `With the ${app} app, which makes reports from home possible, ${cases} were lodged in district ${district} in ${month}. The details by category are as follows.`,
    }),
  ],
};
