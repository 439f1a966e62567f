import { choice, moment, text } from '../../../campaigns/fields/field.ts';
import { templateStates } from '../../../campaigns/words/template-states.ts';
import { feature } from '../../kit/feature.ts';

const written = [
  'category',
  'body',
  'samples',
  'footer',
  'appButton',
  'stopButton',
  'purpose',
] as const;

/** Templates of WhatsApp, from an officer's draft to Meta's word. A name and language are used once. */
export const whatsappTemplates = feature({
  name: 'whatsapp-template',
  path: 'whatsapp-templates',
  table: 'whatsapp_template',
  title: ['WhatsApp के टेंपलेट', 'WhatsApp templates'],
  lead: [
    'टेंपलेट यहाँ लिखें। दूसरे अधिकारी की सहमति पर वह अपने-आप मेटा को जाता है और उसका उत्तर यहीं दिखता है। स्वीकृत होते ही वह प्रसारण में चुना जा सकता है।',
    'Write a template here. Once a second officer agrees it goes to Meta by itself, and the answer is shown here. As soon as it is approved it can be chosen for a blast.',
  ],
  entry: (_id, { name }) => [`${name}`, `${name}`],
  empty: ['अभी कोई टेंपलेट यहाँ नहीं लिखा गया है।', 'No template has been written here yet.'],
  read: 'blast.read',
  fields: {
    name: text(['नाम', 'Name'], {
      hint: [
        'छोटे अंग्रेज़ी अक्षर, अंक और _, जैसे tenant_notice; एक नाम दोबारा नहीं चलता',
        'Small letters, digits and _, such as tenant_notice; a name is used once',
      ],
      max: 60,
    }),
    language: choice(['भाषा', 'Language'], { hi: ['हिंदी', 'Hindi'], en: ['अंग्रेज़ी', 'English'] }),
    category: choice(
      ['श्रेणी', 'Category'],
      {
        utility: ['सूचना', 'Utility'],
        marketing: ['प्रचार', 'Marketing'],
      },
      {
        hint: [
          'ऐप पाने का आग्रह सदा प्रचार है; उसकी दर अधिक है और वह प्रचार के समय में ही जाता है।',
          'A request to get the app is always marketing: it costs more and keeps to the hours of promotion.',
        ],
      },
    ),
    body: text(['पाठ', 'Text'], {
      hint: [
        'जहाँ शब्द बदलते हैं वहाँ {{1}}, {{2}} लिखें; आरंभ और अंत में नहीं',
        'Write {{1}}, {{2}} where words change; neither at the beginning nor at the end',
      ],
      max: 1024,
      lines: 6,
    }),
    samples: text(['चरों के नमूने', 'Samples of the variables'], {
      hint: [
        'हर चर का एक नमूना, एक पंक्ति में एक; मेटा इन्हीं से पाठ जाँचता है',
        'One for each variable, each on its line; Meta judges the text by them',
      ],
      none: ['–', '–'],
      min: 0,
      max: 600,
      lines: 2,
    }),
    footer: text(['नीचे की पंक्ति (वैकल्पिक)', 'Line below (optional)'], { min: 0, max: 60 }),
    appButton: text(['ऐप के बटन के शब्द (वैकल्पिक)', 'Words of the button to the app (optional)'], {
      min: 0,
      max: 25,
    }),
    stopButton: text(['संदेश बंद करने के बटन के शब्द', 'Words of the button that ends the messages'], {
      hint: ['प्रचार में आवश्यक', 'Needed for marketing'],
      min: 0,
      max: 25,
    }),
    purpose: text(['कब भेजा जाएगा', 'When it is sent'], {
      hint: ['प्रसारण लिखते समय इसी से चुना जाता है', 'By this it is chosen for a blast'],
      max: 120,
    }),
    question: choice(
      ['सहमति देने वाले से प्रश्न', 'Question to who agrees'],
      {
        unlike: [
          'यह पाठ पहचाने हुए सूचना-संदेशों जैसा नहीं है; सहमति से पहले पूरा पढ़ें',
          'Unlike known notices: read it whole before you agree',
        ],
      },
      { maybe: true },
    ),
    state: choice(['स्थिति', 'State'], templateStates),
    said: text(['मेटा का उत्तर', 'Answer of Meta'], { maybe: true }),
    metaCategory: text(['मेटा पर श्रेणी', 'Category at Meta'], { maybe: true }),
    writtenBy: text(['लिखने वाले', 'Written by']),
    writtenById: text(['खाता', 'Account'], { hidden: true }),
    writtenAt: moment(['कब', 'When']),
    agreedBy: text(['सहमति देने वाले', 'Agreed by'], { maybe: true }),
    agreedAt: moment(['सहमति कब', 'Agreed'], { maybe: true }),
    sentAt: moment(['मेटा को कब भेजा', 'Handed in'], { maybe: true }),
    readAt: moment(['मेटा से कब पूछा', 'Meta last asked'], { maybe: true }),
  },
  acts: {
    write: {
      kind: 'make',
      may: 'registration.enter',
      button: ['नया टेंपलेट लिखें', 'Write a template'],
      send: ['प्रारूप रखें', 'Keep the draft'],
      takes: ['name', 'language', ...written],
      stamps: { by: 'writtenBy', account: 'writtenById', at: 'writtenAt' },
    },
    change: {
      kind: 'change',
      may: 'registration.enter',
      button: ['बदलें', 'Change'],
      takes: written,
      when: ['state', 'draft', 'refused'],
      sets: { state: 'draft', said: null, agreedBy: null, agreedAt: null },
      stamps: { by: 'writtenBy', account: 'writtenById', at: 'writtenAt' },
    },
    agree: {
      kind: 'step',
      may: 'registration.confirm',
      button: ['सहमत, मेटा को भेजें', 'Agree and hand in to Meta'],
      sure: ['हाँ, ठीक इसी पाठ को भेजें', 'Yes, hand in exactly this text'],
      when: ['state', 'draft'],
      seen: true,
      second: 'writtenById',
      sets: { state: 'agreed' },
      stamps: { by: 'agreedBy', at: 'agreedAt' },
    },
    withdraw: {
      kind: 'step',
      may: 'registration.enter',
      button: ['भेजने से पहले वापस लें', 'Take back before it goes'],
      when: ['state', 'agreed'],
      sets: { state: 'draft', said: null, agreedBy: null, agreedAt: null },
    },
    discard: {
      kind: 'remove',
      may: 'registration.enter',
      button: ['हटाएँ', 'Discard'],
      sure: ['हाँ, हटाएँ', 'Yes, discard'],
      when: ['state', 'draft', 'refused'],
    },
  },
});
