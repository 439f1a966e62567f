import { inEachLanguage } from './own-language.ts';

const hi = {
  links: 'हर जनपद और भाषा का अपना लिंक',
  linksHint:
    'परिणाम में दिखेगा कि किस जनपद में लिंक खोला गया। एक वर्ग के सभी लोगों का लिंक एक ही होता है और 10 से कम लोगों का कोई अपना लिंक नहीं, इसलिए किसी व्यक्ति का पता नहीं चलता। लिंक दो वर्ण लंबा होता है।',
  district: 'हर प्राप्तकर्ता के जनपद का नाम भरें',
  link: 'लिंक',
  byClass: 'हर जनपद और भाषा का अपना',
  title: 'वर्गवार लिंक',
  class: 'जनपद और भाषा',
  opened: 'लिंक खोला',
  share: 'अंश (95% परास)',
  languages: { hi: 'हिंदी', en: 'अंग्रेज़ी' },
  small: 'छोटे वर्ग, एक साथ',
  sum: 'योग',
};

const en: typeof hi = {
  links: 'A link of its own for each district and language',
  linksHint:
    'The result shows in which district the link was opened. Everybody of a class has the same link, and fewer than 10 people have none of their own, so that it says nothing of a person. The link is two characters longer.',
  district: 'Put in the name of each recipient’s district',
  link: 'Link',
  byClass: 'its own for each district and language',
  title: 'Links by class',
  class: 'District and language',
  opened: 'Opened the link',
  share: 'Share (95% interval)',
  languages: { hi: 'Hindi', en: 'English' },
  small: 'Small classes, together',
  sum: 'Sum',
};

/** Links by class of recipients, in both languages. */
export const classLinkWordsIn = inEachLanguage({ hi, en });
