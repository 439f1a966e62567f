import { inEachLanguage } from './own-language.ts';

export const boardLevelWordsIn = inEachLanguage({
  title: ['बोर्डों के बारे में क्या ज्ञात है', 'What is known of the boards'],
  level: ['क्या ज्ञात है', 'What is known'],
  boards: ['बोर्ड', 'Boards'],
  weight: ['भार', 'Weight'],
  drawTitle: ['ड्रॉ से देखे जाने वाले बोर्ड', 'Boards drawn to be looked at'],
  drawText: [
    'हर सप्ताह पिछले सप्ताह के नए बोर्डों में से 5 % और बाकी में से 1 % ड्रॉ से चुने जाते हैं। जिन बोर्डों की मौके की फ़ोटो किसी एक खाते ने एक घंटे में दस या अधिक लीं, या जो उसकी पहली दस में हैं, उनमें से 20 % चुने जाते हैं। परिक्षेत्र के अधिकारी उन्हें मौके पर देखते हैं। ड्रॉ एक गुप्त संख्या से होता है। उसकी पहचान (SHA-256) एक सप्ताह पहले सार्वजनिक होती है, संख्या सप्ताह बीतने पर। इसलिए कोई बोर्ड चुना या छोड़ा नहीं जा सकता। जो बोर्ड नहीं मिला, और जनपद ने स्वयं नहीं बताया था, उसे दर्ज करने वाले अधिकारी के उस माह के बोर्ड तब तक केवल फ़ोटो वाले गिने जाते हैं, जब तक दूसरा कार्यालय उन्हें देख न ले। सर्वर चलाने वाला संख्या पहले जान सकता है।',
    'Each week 5 % of the boards that were new in the week before and 1 % of all others are drawn, and 20 % of those whose live pictures one account took ten and more in an hour, or as its first ten; officers of the range look at them. The hash of the draw’s seed is published here a week before, and the seed when the week is over: no board can be chosen or left out. Where one was not there, and the district had not said so itself, all that its officer entered in that month count as pictured until another office has seen them. Who runs the server could know the seed before.',
  ],
  drawFile: ['ड्रॉ की फ़ाइल (JSON)', 'File of the draws (JSON)'],
  drawScript: [
    'दस पंक्तियों का प्रोग्राम, जिससे कोई भी ड्रॉ दोहरा सके',
    'Ten lines by which anybody draws them again',
  ],
  drawnFound: (drawn: string, looked: string, missing: string) => [
    `ड्रॉ से चुने गए बोर्ड: ${drawn}। ऊपर के कार्यालय ने देखे: ${looked}। वहाँ नहीं मिले: ${missing}।`,
    `Boards drawn: ${drawn}. Looked at by an office above: ${looked}. Not there: ${missing}.`,
  ],
  drawnUnseen: (drawn: string) => [
    `ड्रॉ से चुने गए बोर्ड: ${drawn}। अभी किसी ने नहीं देखे।`,
    `Boards drawn: ${drawn}. Nobody has looked at them yet.`,
  ],
  drawHow: ['ड्रॉ कैसे होता है', 'How boards are drawn'],
  limits: ['प्रोग्राम क्या नहीं जान सकता', 'What the program cannot know'],
  from: (day: string) => [
    `${day} से बोर्ड इस तरह गिने जाते हैं। उससे पहले फ़ोटो वाला हर बोर्ड पूरा गिना गया, बाकी नहीं; पुराने अंक वैसे ही हैं।`,
    `Boards count so from ${day}. Before it each board with a picture counted in full and any other not at all; earlier scores stay so.`,
  ],
});
