import type { Pair } from './pairs.ts';

/** Sentences of the audit log for blasts, lists, numbers and recordings, as in `audit-sentences.ts`. */
export const phoneSentences: Readonly<Record<string, Pair>> = {
  'registration.enter': [
    'हेडर या टेंपलेट पर डीएलटी पोर्टल की स्थिति दर्ज की',
    'entered what the DLT portal said of a header or template',
  ],
  'registration.confirm': [
    'हेडर या टेंपलेट की स्वीकृति की पुष्टि की',
    'confirmed the approval of a header or template',
  ],
  'whatsapp-template.write': ['व्हाट्सऐप का टेंपलेट लिखा', 'wrote a WhatsApp template'],
  'whatsapp-template.change': ['व्हाट्सऐप का टेंपलेट बदला', 'changed a WhatsApp template'],
  'whatsapp-template.agree': [
    'व्हाट्सऐप का टेंपलेट मेटा को भेजने पर सहमति दी',
    'agreed that a WhatsApp template goes to Meta',
  ],
  'whatsapp-template.withdraw': [
    'व्हाट्सऐप का टेंपलेट भेजने से पहले वापस लिया',
    'took a WhatsApp template back before it went',
  ],
  'whatsapp-template.discard': ['व्हाट्सऐप का टेंपलेट हटाया', 'discarded a WhatsApp template'],
  'whatsapp-template.word': [
    'व्हाट्सऐप के टेंपलेट पर मेटा का उत्तर आया ({who})',
    'Meta answered on a WhatsApp template ({who})',
  ],
  'blast.draft': ['{thing} का प्रारूप बनाया', 'drafted {thing}'],
  'blast.edit': ['{thing} का प्रारूप बदला', 'changed the draft of {thing}'],
  'blast.submit': ['{thing} स्वीकृति के लिए भेजा', 'sent {thing} for approval'],
  'blast.withdraw': ['{thing} वापस लिया', 'took {thing} back'],
  'blast.reject': ['{thing} सुधार के लिए लौटाया', 'returned {thing}'],
  'blast.approve': ['{thing} स्वीकृत किया', 'approved {thing}'],
  'blast.plan': [
    '{thing} के प्राप्तकर्ता तय हुए ({who})',
    'The recipients of {thing} were fixed ({who})',
  ],
  'blast.start': ['{thing} भेजना शुरू हुआ ({who})', '{thing} began ({who})'],
  'blast.pause': ['{thing} रुका ({who})', '{thing} paused ({who})'],
  'blast.hand-over': [
    '{thing} का एक गेटवे रुका; शेष दूसरे गेटवे से ({who})',
    'One gateway of {thing} stopped; another took over ({who})',
  ],
  'blast.resume': ['{thing} फिर शुरू हुआ ({who})', '{thing} went on ({who})'],
  'blast.confirm-canary': [
    'पुष्टि की कि {thing} का परीक्षण संदेश पहुँचा',
    'confirmed that the trial of {thing} arrived',
  ],
  'blast.decide-trial': [
    '{thing} के शेष नंबरों के लिए दो में से एक पाठ चुना',
    'chose one of two tried texts for the rest of {thing}',
  ],
  'blast.budget': ['{thing} की व्यय-सीमा बढ़ाई', 'raised the budget of {thing}'],
  'blast.stop': ['{thing} स्थायी रूप से समाप्त किया', 'stopped {thing} for good'],
  'blast.finish': ['{thing} पूरा हुआ ({who})', '{thing} finished ({who})'],
  'blast.test': ['{thing} का परीक्षण अपने नंबर पर भेजा', 'sent a test of {thing} to the own number'],
  'blast.retry': ['{thing} के विफल नंबरों के लिए नया प्रारूप बनाया', 'drafted a retry of {thing}'],
  'blast.fallback': [
    'जिनके पास व्हाट्सऐप नहीं, उनके लिए {thing} शुरू हुआ ({who})',
    '{thing} began for those without WhatsApp ({who})',
  ],
  'blast.round': [
    'शृंखला की बारी आई: {thing} शुरू हुआ ({who})',
    '{thing} began as the next round of its series ({who})',
  ],
  'blast.round-held': [
    'शृंखला की बारी अधिकारी की प्रतीक्षा में है: {thing} प्रारूप बना ({who})',
    '{thing} waits as a draft: the round is no longer what was approved ({who})',
  ],
  'blast.round-missed': [
    '{thing} की शृंखला की एक बारी छूट गई ({who})',
    'A round of the series of {thing} was missed ({who})',
  ],
  'blast.round-skipped': [
    '{thing} की शृंखला की एक बारी छोड़ी',
    'skipped a round of the series of {thing}',
  ],
  'blast.series-stop': ['{thing} की शृंखला बंद की', 'stopped the series of {thing}'],
  'blast.settle': [
    '{thing} के अनिश्चित संदेशों पर निर्णय लिया',
    'settled the doubtful messages of {thing}',
  ],
  'blast.receipts-read': ['{thing} की रिपोर्ट फ़ाइल पढ़ी', 'read a report file of {thing}'],
  'blast.receipts-begin': [
    '{thing} की रिपोर्ट फ़ाइल लागू करना शुरू किया',
    'began to apply a report file to {thing}',
  ],
  'blast.receipts-apply': [
    '{thing} की रिपोर्ट फ़ाइल लागू हुई ({who})',
    'A report file of {thing} was applied ({who})',
  ],
  'blast.receipts-discard': ['{thing} की रिपोर्ट फ़ाइल हटाई', 'put a report file of {thing} away'],
  'test-number.send': ['अपने नंबर पर कोड मँगाया', 'had a code sent to the own number'],
  'test-number.verify': ['परीक्षण के लिए अपना नंबर सत्यापित किया', 'verified the own number for tests'],
  'test-number.delete': ['परीक्षण का अपना नंबर हटाया', 'deleted the own number for tests'],
  'audience.upload': ['{thing} अपलोड की', 'uploaded {thing}'],
  'audience.opt-in': [
    '{thing} की व्हाट्सऐप सहमति दर्ज की',
    'noted the consent to WhatsApp of {thing}',
  ],
  'audience.delete': ['{thing} हटाई गई ({who})', '{thing} was deleted ({who})'],
  'number.look-up': ['एक नंबर खोजा', 'looked a number up'],
  'number.delete': ['एक नंबर की जानकारी हटाई', 'deleted what is held of a number'],
  'opt-out.add': ['एक नंबर रोक-सूची में डाला', 'put a number on the stop list'],
  'opt-out.remove': ['एक नंबर रोक-सूची से हटाया', 'took a number off the stop list'],
  'target-group.save': ['{thing} सहेजा', 'saved {thing}'],
  'target-group.remove': ['{thing} हटाया', 'removed {thing}'],
  'number-operators.import': ['नंबर-शृंखलाएँ दर्ज कीं', 'imported number series'],
  'do-not-disturb.import': ['डीएनडी सूची दर्ज की', 'imported the do-not-disturb list'],
  'operator-pack.take': [
    '{thing} की सामग्री सेवा प्रदाता के लिए ली',
    'took the pack of {thing} for a provider',
  ],
  'operator-report.take': ['सेवा प्रदाता की रिपोर्ट दर्ज की', 'recorded a provider’s report'],
  'take.record': ['{thing} अपलोड की', 'uploaded {thing}'],
  'take.air': ['{thing} सुनकर स्वीकार की', 'heard {thing} and let it be played'],
  'take.withdraw': ['{thing} वापस ली', 'took {thing} back'],
};
