import type { PressRule } from '../press-notes/finding.ts';
import type { Pair } from './pairs.ts';

/** Why a finding of a typed text is one. */
export const pressRuleWords = {
  section: [
    'यह धारा यौन अपराध, बच्चों या मानव तस्करी की है (भारतीय न्याय संहिता धारा 72)',
    'A section on sexual offences, children or trafficking (BNS s. 72)',
  ],
  'sexual-offence': [
    'यौन अपराध का उल्लेख (भारतीय न्याय संहिता धारा 72)',
    'Mentions a sexual offence (BNS s. 72)',
  ],
  trafficking: [
    'मानव तस्करी या अपहरण का उल्लेख; पीड़ित की पहचान सुरक्षित रखी जाती है',
    'Mentions trafficking or kidnapping; the victim is protected',
  ],
  pocso: ['POCSO का उल्लेख (अधिनियम की धारा 23)', 'Mentions POCSO (section 23)'],
  juvenile: ['किशोर का उल्लेख (किशोर न्याय अधिनियम धारा 74)', 'Mentions a juvenile (JJ Act s. 74)'],
  child: ['बच्चे का उल्लेख (किशोर न्याय अधिनियम धारा 74)', 'Mentions a child (JJ Act s. 74)'],
  school: [
    'विद्यालय या कक्षा से बच्चे की पहचान होती है (किशोर न्याय अधिनियम धारा 74)',
    'A school or class makes a child known (JJ Act s. 74)',
  ],
  age: ['18 वर्ष से कम आयु (किशोर न्याय अधिनियम धारा 74)', 'An age below 18 (JJ Act s. 74)'],
  relation: ['रिश्ते से व्यक्ति की पहचान होती है', 'A relation makes a person known'],
  address: ['पते से व्यक्ति की पहचान होती है', 'An address makes a person known'],
  name: ['किसी व्यक्ति का नाम', 'Somebody’s name'],
  mobile: ['मोबाइल नंबर', 'A mobile number'],
  'long-number': [
    'आधार, खाता, IMEI या अन्य लंबा नंबर',
    'An Aadhaar, account, IMEI or other long number',
  ],
  'identity-paper': ['पहचान-पत्र या खाते का नंबर', 'Number of an identity paper or account'],
  vehicle: ['वाहन का नंबर', 'A vehicle’s number'],
  'electronic-address': ['ई-मेल, UPI या उपनाम', 'An e-mail, UPI address or alias'],
  'caste-or-faith': ['जाति या धर्म का शब्द', 'A word of caste or faith'],
  health: ['स्वास्थ्य की बात से व्यक्ति की पहचान होती है', 'Somebody’s health makes them known'],
  'other-offence': [
    'इस अपराध की श्रेणी नहीं है; ऐसे प्रकरण पर प्रेस नोट नहीं बनता',
    'There is no category for this offence; no press note is made of such a case',
  ],
  guilt: [
    'दोष मानने वाला शब्द; न्यायालय के निर्णय से पहले नहीं लिखा जाता',
    'A word of guilt, which only a court may find',
  ],
} as const satisfies Record<PressRule, Pair>;
