import type { RegistrationState } from '../../../../../campaigns/messages/registration-states.ts';
import type { Pair } from '../../../../../campaigns/words/pairs.ts';
import { inEachLanguage } from '../../../../i18n/own-language.ts';

export const registrationWordsIn = inEachLanguage({
  title: ['डीएलटी पोर्टल: हेडर और टेंपलेट', 'DLT portal: headers and templates'],
  lead: [
    'पोर्टल का उत्तर यहाँ दर्ज करें। स्वीकृति तभी मान्य होगी, जब दूसरा अधिकारी पुष्टि करे; अस्वीकृति और निलंबन उसी क्षण लागू होते हैं। नए टेंपलेट से पहले प्रसारण के पूर्व अपने नंबर पर एक परीक्षण भेजें।',
    'Enter what the portal answered. An approval counts once a second officer confirms it; a refusal or suspension counts at once. Before its first blast a new template is sent to your own number as a test.',
  ],
  none: [
    'अभी कुछ दर्ज नहीं है; अभियान की फ़ाइल के हेडर और टेंपलेट चलते हैं।',
    'Nothing is entered yet; the headers and templates of the campaign’s file count.',
  ],
  what: ['हेडर या टेंपलेट', 'Header or template'],
  state: ['स्थिति', 'State'],
  states: {
    applied: ['आवेदन किया', 'Applied for'],
    approved: ['स्वीकृत', 'Approved'],
    refused: ['अस्वीकृत', 'Refused'],
    suspended: ['निलंबित', 'Suspended'],
  } satisfies Record<RegistrationState, Pair>,
  since: ['पोर्टल के उत्तर का दिनांक', 'Day of the portal’s answer'],
  sinceDay: (day: string) => [`${day} से`, `since ${day}`],
  entered: (by: string, when: string) => [`दर्ज: ${by}, ${when}`, `Entered: ${by}, ${when}`],
  confirmed: (by: string) => [`पुष्टि: ${by}`, `Confirmed: ${by}`],
  counts: ['लागू', 'Counts'],
  waits: ['पुष्टि शेष', 'Waits for confirmation'],
  past: ['पिछला', 'Earlier'],
  confirm: ['स्वीकृति की पुष्टि करें', 'Confirm the approval'],
  enter: ['पोर्टल का उत्तर दर्ज करें', 'Enter the portal’s answer'],
  kinds: {
    header: ['हेडर', 'Header'],
    template: ['टेंपलेट', 'Template'],
  },
  suffix: ['श्रेणी का चिह्न', 'Mark of its class'],
  suffixes: {
    G: ['-G सरकारी', '-G government'],
    S: ['-S सेवा', '-S service'],
    T: ['-T लेन-देन', '-T transaction'],
    P: ['-P प्रचार', '-P promotion'],
  },
  known: ['कौन-सा टेंपलेट', 'Which template'],
  fresh: ['नया टेंपलेट', 'A new template'],
  name: ['उसका नाम, जैसे lost-phone-hi', 'Its name, such as lost-phone-en'],
  templateId: ['टेंपलेट आईडी', 'Template id'],
  templateIdHint: ['12 या 19 अंक', '12 or 19 digits'],
  textHint: [
    'अक्षरशः जैसा पोर्टल पर है; दो {#url#} हों तो दूसरा संदेश बंद करने का लिंक है',
    'Letter for letter as on the portal; of two {#url#} the second ends the messages',
  ],
  save: ['दर्ज करें', 'Enter'],
});
