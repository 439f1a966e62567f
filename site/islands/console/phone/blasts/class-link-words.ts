import { inEachLanguage } from '../../../../i18n/own-language.ts';

/** Links by class of recipients, in both languages. */
export const classLinkWordsIn = inEachLanguage({
  links: ['हर जनपद और भाषा का अपना लिंक', 'A link of its own for each district and language'],
  linksHint: [
    'परिणाम में दिखेगा कि किस जनपद में लिंक खोला गया। एक वर्ग के सभी लोगों का लिंक एक ही होता है और 10 से कम लोगों का कोई अपना लिंक नहीं, इसलिए किसी व्यक्ति का पता नहीं चलता। लिंक दो वर्ण लंबा होता है।',
    'The result shows in which district the link was opened. Everybody of a class has the same link, and fewer than 10 people have none of their own, so that it says nothing of a person. The link is two characters longer.',
  ],
  district: ['हर प्राप्तकर्ता के जनपद का नाम भरें', 'Put in the name of each recipient’s district'],
  station: ['हर प्राप्तकर्ता के थाने का नाम भरें', 'Put in the name of each recipient’s station'],
  stationHint: [
    'जिसका थाना सूची में नहीं है, उसके संदेश में जनपद का नाम जाता है, और जनपद भी न हो तो राज्य का। पाठ में “थाना” शब्द तभी हो जब सबका थाना पता हो।',
    'Whose station the list does not say gets the name of the district, or of the state where that is not known either. Let the text say “police station” only where all are known.',
  ],
  link: ['लिंक', 'Link'],
  byClass: ['हर जनपद और भाषा का अपना', 'its own for each district and language'],
  title: ['वर्गवार लिंक', 'Links by class'],
  class: ['जनपद और भाषा', 'District and language'],
  opened: ['लिंक खोला', 'Opened the link'],
  share: ['अंश (95% परास)', 'Share (95% interval)'],
  languages: {
    hi: ['हिंदी', 'Hindi'],
    en: ['अंग्रेज़ी', 'English'],
  },
  small: ['छोटे वर्ग, एक साथ', 'Small classes, together'],
  sum: ['योग', 'Sum'],
});
