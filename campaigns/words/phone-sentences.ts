import type { Bilingual } from '../bilingual.ts';

/** Sentences of the audit log for blasts, lists, numbers and recordings. */
export const phoneSentences: Readonly<Record<string, Bilingual>> = {
  'registration.enter': {
    hi: '{who} ने हेडर या टेंपलेट पर डीएलटी पोर्टल की स्थिति दर्ज की',
    en: '{who} entered what the DLT portal said of a header or template',
  },
  'registration.confirm': {
    hi: '{who} ने हेडर या टेंपलेट की स्वीकृति की पुष्टि की',
    en: '{who} confirmed the approval of a header or template',
  },
  'whatsapp-template.write': {
    hi: '{who} ने व्हाट्सऐप का टेंपलेट लिखा',
    en: '{who} wrote a WhatsApp template',
  },
  'whatsapp-template.change': {
    hi: '{who} ने व्हाट्सऐप का टेंपलेट बदला',
    en: '{who} changed a WhatsApp template',
  },
  'whatsapp-template.agree': {
    hi: '{who} ने व्हाट्सऐप का टेंपलेट मेटा को भेजने पर सहमति दी',
    en: '{who} agreed that a WhatsApp template goes to Meta',
  },
  'whatsapp-template.withdraw': {
    hi: '{who} ने व्हाट्सऐप का टेंपलेट भेजने से पहले वापस लिया',
    en: '{who} took a WhatsApp template back before it went',
  },
  'whatsapp-template.discard': {
    hi: '{who} ने व्हाट्सऐप का टेंपलेट हटाया',
    en: '{who} discarded a WhatsApp template',
  },
  'whatsapp-template.word': {
    hi: 'व्हाट्सऐप के टेंपलेट पर मेटा का उत्तर आया ({who})',
    en: 'Meta answered on a WhatsApp template ({who})',
  },
  'blast.draft': { hi: '{who} ने {thing} का प्रारूप बनाया', en: '{who} drafted {thing}' },
  'blast.edit': { hi: '{who} ने {thing} का प्रारूप बदला', en: '{who} changed the draft of {thing}' },
  'blast.submit': { hi: '{who} ने {thing} स्वीकृति के लिए भेजा', en: '{who} sent {thing} for approval' },
  'blast.withdraw': { hi: '{who} ने {thing} वापस लिया', en: '{who} took {thing} back' },
  'blast.reject': { hi: '{who} ने {thing} सुधार के लिए लौटाया', en: '{who} returned {thing}' },
  'blast.approve': { hi: '{who} ने {thing} स्वीकृत किया', en: '{who} approved {thing}' },
  'blast.plan': {
    hi: '{thing} के प्राप्तकर्ता तय हुए ({who})',
    en: 'The recipients of {thing} were fixed ({who})',
  },
  'blast.start': { hi: '{thing} भेजना शुरू हुआ ({who})', en: '{thing} began ({who})' },
  'blast.pause': { hi: '{thing} रुका ({who})', en: '{thing} paused ({who})' },
  'blast.hand-over': {
    hi: '{thing} का एक गेटवे रुका; शेष दूसरे गेटवे से ({who})',
    en: 'One gateway of {thing} stopped; another took over ({who})',
  },
  'blast.resume': { hi: '{thing} फिर शुरू हुआ ({who})', en: '{thing} went on ({who})' },
  'blast.confirm-canary': {
    hi: '{who} ने पुष्टि की कि {thing} का परीक्षण संदेश पहुँचा',
    en: '{who} confirmed that the trial of {thing} arrived',
  },
  'blast.decide-trial': {
    hi: '{who} ने {thing} के शेष नंबरों के लिए दो में से एक पाठ चुना',
    en: '{who} chose one of two tried texts for the rest of {thing}',
  },
  'blast.budget': {
    hi: '{who} ने {thing} की व्यय-सीमा बढ़ाई',
    en: '{who} raised the budget of {thing}',
  },
  'blast.stop': {
    hi: '{who} ने {thing} स्थायी रूप से समाप्त किया',
    en: '{who} stopped {thing} for good',
  },
  'blast.finish': { hi: '{thing} पूरा हुआ ({who})', en: '{thing} finished ({who})' },
  'blast.test': {
    hi: '{who} ने {thing} का परीक्षण अपने नंबर पर भेजा',
    en: '{who} sent a test of {thing} to the own number',
  },
  'blast.retry': {
    hi: '{who} ने {thing} के विफल नंबरों के लिए नया प्रारूप बनाया',
    en: '{who} drafted a retry of {thing}',
  },
  'blast.fallback': {
    hi: 'जिनके पास व्हाट्सऐप नहीं, उनके लिए {thing} शुरू हुआ ({who})',
    en: '{thing} began for those without WhatsApp ({who})',
  },
  'blast.round': {
    hi: 'शृंखला की बारी आई: {thing} शुरू हुआ ({who})',
    en: '{thing} began as the next round of its series ({who})',
  },
  'blast.round-held': {
    hi: 'शृंखला की बारी अधिकारी की प्रतीक्षा में है: {thing} प्रारूप बना ({who})',
    en: '{thing} waits as a draft: the round is no longer what was approved ({who})',
  },
  'blast.round-missed': {
    hi: '{thing} की शृंखला की एक बारी छूट गई ({who})',
    en: 'A round of the series of {thing} was missed ({who})',
  },
  'blast.round-skipped': {
    hi: '{who} ने {thing} की शृंखला की एक बारी छोड़ी',
    en: '{who} skipped a round of the series of {thing}',
  },
  'blast.series-stop': {
    hi: '{who} ने {thing} की शृंखला बंद की',
    en: '{who} stopped the series of {thing}',
  },
  'blast.settle': {
    hi: '{who} ने {thing} के अनिश्चित संदेशों पर निर्णय लिया',
    en: '{who} settled the doubtful messages of {thing}',
  },
  'blast.receipts-read': {
    hi: '{who} ने {thing} की रिपोर्ट फ़ाइल पढ़ी',
    en: '{who} read a report file of {thing}',
  },
  'blast.receipts-begin': {
    hi: '{who} ने {thing} की रिपोर्ट फ़ाइल लागू करना शुरू किया',
    en: '{who} began to apply a report file to {thing}',
  },
  'blast.receipts-apply': {
    hi: '{thing} की रिपोर्ट फ़ाइल लागू हुई ({who})',
    en: 'A report file of {thing} was applied ({who})',
  },
  'blast.receipts-discard': {
    hi: '{who} ने {thing} की रिपोर्ट फ़ाइल हटाई',
    en: '{who} put a report file of {thing} away',
  },
  'test-number.send': {
    hi: '{who} ने अपने नंबर पर कोड मँगाया',
    en: '{who} had a code sent to the own number',
  },
  'test-number.verify': {
    hi: '{who} ने परीक्षण के लिए अपना नंबर सत्यापित किया',
    en: '{who} verified the own number for tests',
  },
  'test-number.delete': {
    hi: '{who} ने परीक्षण का अपना नंबर हटाया',
    en: '{who} deleted the own number for tests',
  },
  'audience.upload': { hi: '{who} ने {thing} अपलोड की', en: '{who} uploaded {thing}' },
  'audience.opt-in': {
    hi: '{who} ने {thing} की व्हाट्सऐप सहमति दर्ज की',
    en: '{who} noted the consent to WhatsApp of {thing}',
  },
  'audience.delete': { hi: '{thing} हटाई गई ({who})', en: '{thing} was deleted ({who})' },
  'number.look-up': { hi: '{who} ने एक नंबर खोजा', en: '{who} looked a number up' },
  'number.delete': {
    hi: '{who} ने एक नंबर की जानकारी हटाई',
    en: '{who} deleted what is held of a number',
  },
  'opt-out.add': {
    hi: '{who} ने एक नंबर रोक-सूची में डाला',
    en: '{who} put a number on the stop list',
  },
  'opt-out.remove': {
    hi: '{who} ने एक नंबर रोक-सूची से हटाया',
    en: '{who} took a number off the stop list',
  },
  'target-group.save': { hi: '{who} ने {thing} सहेजा', en: '{who} saved {thing}' },
  'target-group.remove': { hi: '{who} ने {thing} हटाया', en: '{who} removed {thing}' },
  'number-operators.import': {
    hi: '{who} ने नंबर-शृंखलाएँ दर्ज कीं',
    en: '{who} imported number series',
  },
  'do-not-disturb.import': {
    hi: '{who} ने डीएनडी सूची दर्ज की',
    en: '{who} imported the do-not-disturb list',
  },
  'operator-pack.take': {
    hi: '{who} ने {thing} की सामग्री सेवा प्रदाता के लिए ली',
    en: '{who} took the pack of {thing} for a provider',
  },
  'operator-report.take': {
    hi: '{who} ने सेवा प्रदाता की रिपोर्ट दर्ज की',
    en: '{who} recorded a provider’s report',
  },
  'take.record': { hi: '{who} ने {thing} अपलोड की', en: '{who} uploaded {thing}' },
  'take.air': {
    hi: '{who} ने {thing} सुनकर स्वीकार की',
    en: '{who} heard {thing} and let it be played',
  },
  'take.withdraw': { hi: '{who} ने {thing} वापस ली', en: '{who} took {thing} back' },
};
