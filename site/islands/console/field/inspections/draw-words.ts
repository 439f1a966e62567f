import { inEachLanguage } from '../../../../i18n/own-language.ts';

export const drawWordsIn = inEachLanguage({
  title: (left: string, all: string) => [
    `इस सप्ताह ड्रॉ से देखने हैं: ${all} में से ${left} बोर्ड शेष`,
    `Drawn for this week: ${left} of ${all} boards left to look at`,
  ],
  lead: [
    'ये बोर्ड किसी ने नहीं चुने; ड्रॉ की संख्या की पहचान एक सप्ताह पहले सार्वजनिक थी। क्रम रास्ते का है। वहाँ कोड स्कैन करें और एक बटन दबाएँ।',
    'Nobody chose them: the hash of the draw’s seed was public a week before. They stand in the order of the way. Scan the code there and press one button.',
  ],
  way: ['रास्ता देखें', 'See the way'],
  about: [
    'स्थान अभी ज्ञात नहीं; क्रम जनपद के मध्य से',
    'its place is not known yet; ordered by the middle of the district',
  ],
});
