import { inEveryLanguage } from './own-words.ts';

/** Words of the form on a station's page that says its name is wrong. */
export const nameReportWordsIn = inEveryLanguage('nameReport', {
  summary: ['यह नाम गलत है', 'This name is wrong'],
  lead: [
    'सही नाम लिखें। जनपद के जनसंपर्क अधिकारी उसे जाँचते हैं और नाम सुधरने पर फ़ाइलें दोबारा बनती हैं।',
    'Write the right name. The district’s public relations officer checks it, and once it is corrected the files are made again.',
  ],
  privacy: [
    'आपका नाम या मोबाइल नंबर न पूछा जाता है, न रखा जाता है।',
    'You are asked for no name and no number, and none is kept.',
  ],
  name: ['थाने का सही नाम', 'Right name of the police station'],
  nameHint: ['जैसा थाने की मुहर या पत्र पर लिखा है', 'As on the station’s seal or letterhead'],
  remark: ['टिप्पणी (वैकल्पिक)', 'Remark (optional)'],
  remarkHint: [
    'जैसे: यह नाम कहाँ लिखा देखा। अपना नंबर न लिखें।',
    'For instance where you saw this name. Do not write your number.',
  ],
  send: ['भेजें', 'Send'],
  sending: ['भेजा जा रहा है…', 'Sending…'],
  thanks: [
    'धन्यवाद। सूचना जनपद के जनसंपर्क अधिकारी तक पहुँच गई है।',
    'Thank you. The district’s public relations officer has your remark.',
  ],
  missing: ['थाने का सही नाम लिखें।', 'Write the right name of the police station.'],
  refused: [
    'यह सूचना स्वीकार नहीं हुई। नाम 80 और टिप्पणी 300 अक्षरों के भीतर लिखें।',
    'This was not accepted. Keep the name within 80 and the remark within 300 letters.',
  ],
  gone: [
    'यह थाना अब सूची में नहीं है। पन्ना दोबारा खोलें।',
    'This police station is no longer in the list. Open the page again.',
  ],
  tooMany: [
    'इस समय बहुत सूचनाएँ आ चुकी हैं। एक घंटे बाद फिर भेजें।',
    'Too many remarks have come at this time. Send it again in an hour.',
  ],
  failed: [
    'सूचना नहीं पहुँची। नेटवर्क देखकर फिर भेजें; लिखा हुआ यहीं रहेगा।',
    'It did not get through. Check the network and send it again; what you wrote stays here.',
  ],
});
