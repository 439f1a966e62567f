import type { Bilingual } from '../bilingual.ts';

/**
 * A sentence for every action of the audit log. {who} is the officer, the service or the command, {thing} the action's
 * subject. A test checks every action that the service writes against this list.
 */
export const auditSentences: Readonly<Record<string, Bilingual>> = {
  'activity.enter': { hi: '{who} ने {thing} दर्ज की', en: '{who} recorded {thing}' },
  'activity.prove': {
    hi: '{thing} फ़ोटो से सत्यापित हुई ({who})',
    en: '{thing} was verified by its picture ({who})',
  },
  'activity.leave-open': {
    hi: '{thing} की फ़ोटो स्वीकृति के लिए रखी गई ({who})',
    en: 'The picture of {thing} was kept for approval ({who})',
  },
  'activity.reopen': {
    hi: '{who} ने {thing} का निर्णय वापस लिया',
    en: '{who} took the decision on {thing} back',
  },
  'activity.approve': { hi: '{who} ने {thing} स्वीकृत की', en: '{who} approved {thing}' },
  'activity.reject': { hi: '{who} ने {thing} अस्वीकृत की', en: '{who} rejected {thing}' },
  'activity.correct': { hi: '{who} ने {thing} सुधारी', en: '{who} corrected {thing}' },
  'activity.complete': {
    hi: '{who} ने {thing} में शेष जानकारी जोड़ी',
    en: '{who} added what was missing in {thing}',
  },
  'activity.delete-file': {
    hi: '{who} ने {thing} की फ़ाइल हटाई',
    en: '{who} deleted the file of {thing}',
  },
  'activity.withdraw': { hi: '{who} ने {thing} निरस्त की', en: '{who} cancelled {thing}' },
  'activity.restore': { hi: '{who} ने {thing} फिर से दर्ज की', en: '{who} put {thing} back' },
  'press-note.draft': { hi: '{who} ने {thing} का प्रारूप बनाया', en: '{who} drafted {thing}' },
  'press-note.change': {
    hi: '{who} ने {thing} का प्रारूप बदला',
    en: '{who} changed the draft of {thing}',
  },
  'press-note.check': { hi: '{who} ने {thing} जाँचा', en: '{who} checked {thing}' },
  'press-note.clear': {
    hi: '{who} ने द्वितीय अधिकारी के रूप में {thing} की अनुमति दी',
    en: '{who} cleared {thing} as the second officer',
  },
  'press-note.submit': {
    hi: '{who} ने {thing} द्वितीय अधिकारी को पढ़ने के लिए भेजा',
    en: '{who} sent {thing} to the second officer to be read',
  },
  'press-note.read': {
    hi: '{who} ने द्वितीय अधिकारी के रूप में {thing} पढ़कर जारी किया',
    en: '{who} read {thing} as the second officer and issued it',
  },
  'press-note.return': { hi: '{who} ने {thing} सुधार के लिए लौटाया', en: '{who} returned {thing}' },
  'press-note.issue': { hi: '{who} ने {thing} जारी किया', en: '{who} issued {thing}' },
  'press-note.cancel': { hi: '{who} ने {thing} निरस्त किया', en: '{who} cancelled {thing}' },
  'press-note.appear': {
    hi: '{who} ने {thing} का प्रकाशन दर्ज किया',
    en: '{who} recorded that {thing} was printed',
  },
  'press-note.cutting': {
    hi: '{who} ने {thing} की कतरन जोड़ी',
    en: '{who} added a cutting of {thing}',
  },
  'direction.submit': {
    hi: '{who} ने {thing} की कार्यवाही भेजी',
    en: '{who} handed in what was done for {thing}',
  },
  'direction.submit-for': {
    hi: '{who} ने {thing} की कार्यवाही कार्यालय की ओर से दर्ज की',
    en: '{who} handed in what was done for {thing} on behalf of its office',
  },
  'direction.forward': { hi: '{who} ने {thing} अग्रसारित किया', en: '{who} forwarded {thing}' },
  'direction.accept': { hi: '{who} ने {thing} स्वीकार किया', en: '{who} accepted {thing}' },
  'direction.return': {
    hi: '{who} ने {thing} टिप्पणी के साथ लौटाया',
    en: '{who} returned {thing} with a remark',
  },
  'direction.set-aside': {
    hi: '{who} ने {thing} लागू नहीं माना',
    en: '{who} said that {thing} does not apply',
  },
  'direction.reopen': { hi: '{who} ने {thing} फिर खोला', en: '{who} opened {thing} again' },
  'direction.withdraw': {
    hi: '{who} ने {thing} वापस लिया',
    en: '{who} took {thing} back',
  },
  'direction.close': { hi: '{who} ने {thing} बंद किया', en: '{who} closed {thing}' },
  'direction.take-over': {
    hi: '{who} ने {thing} ग्रहण करने का दिनांक नियत किया',
    en: '{who} set the day of taking over {thing}',
  },
  'direction.add-office': {
    hi: '{who} ने {thing} में कार्यालय जोड़ा',
    en: '{who} added an office to {thing}',
  },
  'direction.add-app': { hi: '{who} ने {thing} में ऐप जोड़ा', en: '{who} added an app to {thing}' },
  'app-request.ask': { hi: '{who} ने {thing} भेजा', en: '{who} made {thing}' },
  'app-request.support': { hi: '{who} ने {thing} संस्तुत किया', en: '{who} supported {thing}' },
  'app-request.approve': { hi: '{who} ने {thing} स्वीकृत किया', en: '{who} approved {thing}' },
  'app-request.refuse': { hi: '{who} ने {thing} अस्वीकृत किया', en: '{who} refused {thing}' },
  'direction.attach': { hi: '{who} ने {thing} में फ़ाइल लगाई', en: '{who} added a paper to {thing}' },
  'direction.detach': {
    hi: '{who} ने {thing} की फ़ाइल हटाई',
    en: '{who} took a paper off {thing}',
  },
  'direction.event': { hi: '{who} ने {thing} दर्ज की', en: '{who} entered {thing}' },
  'direction.event-withdraw': {
    hi: '{who} ने {thing} निरस्त की',
    en: '{who} took {thing} back',
  },
  'direction.base': {
    hi: '{who} ने {thing} की तिथि-गणना का आधार बदला',
    en: '{who} changed the day from which the dates of {thing} count',
  },
  'calendar.make': { hi: '{who} ने {thing} का पता बनाया', en: '{who} made the address of {thing}' },
  'calendar.renew': {
    hi: '{who} ने {thing} का पता बदला; पुराना पता बंद हुआ',
    en: '{who} made a new address of {thing}; the one before has ended',
  },
  'calendar.revoke': {
    hi: '{who} ने {thing} का पता बंद किया',
    en: '{who} ended the address of {thing}',
  },
  'direction.meeting': { hi: '{who} ने {thing} दर्ज की', en: '{who} entered {thing}' },
  'direction-point.check': {
    hi: '{who} ने {thing} जाँचकर निर्देश बनाया',
    en: '{who} checked {thing}, which is a direction now',
  },
  'direction-point.drop': { hi: '{who} ने {thing} छोड़ा', en: '{who} left {thing} out' },
  'direction-point.restore': {
    hi: '{who} ने छोड़ा गया {thing} फिर रखा',
    en: '{who} put {thing} back',
  },
  'station.checked': {
    hi: '{who} ने {thing} का नाम जाँचकर सही बताया',
    en: '{who} confirmed the name of {thing}',
  },
  'station.rename': { hi: '{who} ने {thing} का नाम सुधारा', en: '{who} renamed {thing}' },
  'station.add': { hi: '{who} ने {thing} सूची में जोड़ा', en: '{who} added {thing} to the list' },
  'station.remove': {
    hi: '{who} ने {thing} सूची से हटाया',
    en: '{who} took {thing} off the list',
  },
  'station.undo': {
    hi: '{who} ने {thing} का सुधार निरस्त किया',
    en: '{who} took back the correction of {thing}',
  },
  'station.hold': {
    hi: '{who} ने {thing} का सुधार रोका',
    en: '{who} held the correction of {thing}',
  },
  'station.release': {
    hi: '{who} ने {thing} का रोका गया सुधार जाने दिया',
    en: '{who} let the held correction of {thing} go',
  },
  'board.inspect': {
    hi: '{who} ने {thing} का बोर्ड मौके पर देखा',
    en: '{who} looked at the board of {thing}',
  },
  'station.fields': {
    hi: '{who} ने {thing} के अपने खाने बदले',
    en: '{who} changed what {thing} fills in',
  },
  'code.close': { hi: '{who} ने {thing} का कोड बंद किया', en: '{who} closed the code of {thing}' },
  'code.open': {
    hi: '{who} ने {thing} का कोड फिर खोला',
    en: '{who} opened the code of {thing} again',
  },
  'registration.enter': {
    hi: '{who} ने हेडर या टेंपलेट पर डीएलटी पोर्टल की स्थिति दर्ज की',
    en: '{who} entered what the DLT portal said of a header or template',
  },
  'registration.confirm': {
    hi: '{who} ने हेडर या टेंपलेट की स्वीकृति की पुष्टि की',
    en: '{who} confirmed the approval of a header or template',
  },
  'code-report.resolve': {
    hi: '{who} ने {thing} के कोड पर नागरिकों की सूचनाएँ निपटाईं',
    en: '{who} resolved what citizens reported of the code of {thing}',
  },
  'name-report.dismiss': {
    hi: '{who} ने {thing} का वर्तमान नाम सही बताया',
    en: '{who} answered a citizen that the name of {thing} is right',
  },
  'mailing.send': {
    hi: '{who} ने जनपदों को पत्र भेजे',
    en: '{who} sent letters to the districts',
  },
  'mail.resend': { hi: '{who} ने लौटा हुआ पत्र फिर भेजा', en: '{who} sent a returned letter again' },
  'mail.settle': {
    hi: '{who} ने अनिश्चित पत्र पर निर्णय लिया',
    en: '{who} decided on a letter whose fate was unknown',
  },
  'figure.propose': {
    hi: '{who} ने संख्या द्वितीय अधिकारी को भेजी',
    en: '{who} sent a figure to a second officer',
  },
  'figure.accept': {
    hi: '{who} ने द्वितीय अधिकारी के रूप में संख्या स्वीकृत की',
    en: '{who} accepted a figure as the second officer',
  },
  'figure.refuse': { hi: '{who} ने संख्या अस्वीकृत की', en: '{who} refused a figure' },
  'activity.appeal': {
    hi: '{who} ने {thing} की अस्वीकृत फ़ोटो पर ज़ोन से पुनर्विचार माँगा',
    en: '{who} asked the zone to look again at the refused picture of {thing}',
  },
  'print.approve': {
    hi: '{who} ने {thing} छपाई के लिए स्वीकृत की',
    en: '{who} approved {thing} for print',
  },
  'print.rule': {
    hi: '{who} ने छपाई की स्वीकृति का नियम बदला',
    en: '{who} changed the rule on approvals of prints',
  },
  'order-request.ask': {
    hi: '{who} ने छपाई की रोक हटाने का {thing} भेजा',
    en: '{who} sent {thing} to lift the hold on printing',
  },
  'order-request.lift': {
    hi: '{who} ने {thing} पर छपाई की रोक हटाई',
    en: '{who} lifted the hold on printing for {thing}',
  },
  'order-request.keep': {
    hi: '{who} ने {thing} पर छपाई की रोक नहीं हटाई',
    en: '{who} did not lift the hold on printing for {thing}',
  },
  'order-request.withdraw': { hi: '{who} ने {thing} वापस लिया', en: '{who} withdrew {thing}' },
  'purchase-order.place': { hi: '{who} ने {thing} बनाया', en: '{who} placed {thing}' },
  'purchase-order.reprint': {
    hi: '{who} ने {thing} में पुनः छपाई जोड़ी',
    en: '{who} added a reprint to {thing}',
  },
  'purchase-order.hold': { hi: '{who} ने {thing} रोका', en: '{who} held {thing}' },
  'purchase-order.release': {
    hi: '{who} ने रोका गया {thing} जाने दिया',
    en: '{who} let {thing} go',
  },
  'purchase-order.cancel': { hi: '{who} ने {thing} निरस्त किया', en: '{who} cancelled {thing}' },
  'parcel.dispatched': { hi: '{who} ने {thing} भेजा', en: '{who} dispatched {thing}' },
  'parcel.received': { hi: '{who} ने {thing} प्राप्त किया', en: '{who} received {thing}' },
  'parcel.undo': {
    hi: '{who} ने {thing} का अंकन निरस्त किया',
    en: '{who} took back a mark of {thing}',
  },
  'install-key.make': {
    hi: '{who} ने इंस्टॉल बताने की {thing} बनाई',
    en: '{who} made {thing} for reports of installs',
  },
  'install-key.revoke': { hi: '{who} ने {thing} निरस्त की', en: '{who} revoked {thing}' },
  'install-key.discard': {
    hi: '{who} ने {thing} निरस्त की और उसकी गिनती हटाई',
    en: '{who} revoked {thing} and took out what it counted',
  },
  'vendor-link.make': {
    hi: '{who} ने मुद्रक के लिए लिंक बनाया',
    en: '{who} made a link for the printer',
  },
  'vendor-link.revoke': {
    hi: '{who} ने मुद्रक का लिंक निरस्त किया',
    en: '{who} revoked the link of the printer',
  },
  'studio.draft': { hi: '{who} ने {thing} बनाया', en: '{who} began {thing}' },
  'studio.emblem': {
    hi: '{who} ने {thing} में प्रतीक चिह्न बदला',
    en: '{who} changed the emblem in {thing}',
  },
  'studio.rebase': {
    hi: '{who} ने {thing} में नवीनतम संस्करण मिलाया',
    en: '{who} took the latest version over into {thing}',
  },
  'studio.submit': {
    hi: '{who} ने {thing} स्वीकृति के लिए भेजा',
    en: '{who} sent {thing} for approval',
  },
  'studio.withdraw': { hi: '{who} ने {thing} स्वीकृति से वापस लिया', en: '{who} took {thing} back' },
  'studio.discard': { hi: '{who} ने {thing} निरस्त किया', en: '{who} discarded {thing}' },
  'studio.return': { hi: '{who} ने {thing} सुधार के लिए लौटाया', en: '{who} returned {thing}' },
  'studio.publish': {
    hi: '{who} ने {thing} स्वीकृत कर नया संस्करण प्रकाशित किया',
    en: '{who} approved {thing} and published a new version',
  },
  'studio.roll-back': {
    hi: '{who} ने पुराने संस्करण पर वापसी के लिए {thing} भेजा',
    en: '{who} sent {thing}, the way back to an earlier version',
  },
  'studio.check-host': {
    hi: '{who} ने मुद्रित लिंक के होस्ट की जाँच की',
    en: '{who} asked the host of the printed links for a code',
  },
  'detour.submit': {
    hi: '{who} ने {thing} स्वीकृति के लिए भेजा',
    en: '{who} sent {thing} for approval',
  },
  'detour.approve': { hi: '{who} ने {thing} स्वीकृत किया', en: '{who} approved {thing}' },
  'detour.return': { hi: '{who} ने {thing} सुधार के लिए लौटाया', en: '{who} returned {thing}' },
  'detour.end': { hi: '{who} ने {thing} समाप्त किया', en: '{who} ended {thing}' },
  'report.import': { hi: '{who} ने {thing} दर्ज की', en: '{who} imported {thing}' },
  'report.withdraw': { hi: '{who} ने {thing} निरस्त की', en: '{who} cancelled {thing}' },
  'review-note.keep': { hi: '{thing} सुरक्षित हुई ({who})', en: '{thing} was kept ({who})' },
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
  'code-share.set': {
    hi: '{who} ने {thing} तय किया',
    en: '{who} set {thing}',
  },
  'fleet.make': { hi: '{who} ने वाहनों के पैनल बनवाए', en: '{who} had panels of vehicles made' },
  'take.record': { hi: '{who} ने {thing} अपलोड की', en: '{who} uploaded {thing}' },
  'take.withdraw': { hi: '{who} ने {thing} वापस ली', en: '{who} took {thing} back' },
  'person.invite': { hi: '{who} ने {thing} को आमंत्रित किया', en: '{who} invited {thing}' },
  'person.renew-invitation': {
    hi: '{who} ने {thing} को नया लिंक दिया; पुराना बंद हुआ',
    en: '{who} gave {thing} a new link; the old one is dead',
  },
  'person.withdraw-invitation': {
    hi: '{who} ने {thing} का आमंत्रण निरस्त किया',
    en: '{who} withdrew the invitation of {thing}',
  },
  'person.print-invitations': {
    hi: '{who} ने आमंत्रणों के बंद पत्र छपवाए',
    en: '{who} had sealed letters of invitations printed',
  },
  'person.mail-invitation': {
    hi: '{who} ने {thing} का आमंत्रण ई-मेल से भेजा',
    en: '{who} mailed the invitation of {thing}',
  },
  'person.join': { hi: '{who} ने अपना खाता बनाया', en: '{who} made the own account' },
  'person.set-password': {
    hi: '{who} ने लिंक से नया पासवर्ड रखा',
    en: '{who} set a new password by a link',
  },
  'person.change-password': {
    hi: '{who} ने अपना पासवर्ड बदला',
    en: '{who} changed the own password',
  },
  'person.change-office': {
    hi: '{who} ने {thing} का दायित्व बदला',
    en: '{who} changed the office of {thing}',
  },
  'person.deactivate': {
    hi: '{who} ने {thing} का खाता बंद किया',
    en: '{who} deactivated the account of {thing}',
  },
  'person.reactivate': {
    hi: '{who} ने {thing} का खाता फिर खोला',
    en: '{who} opened the account of {thing} again',
  },
  'person.reset-second-factor': {
    hi: '{who} ने {thing} का दो-चरणीय सत्यापन और पासकी हटाई',
    en: '{who} removed the second factor and passkeys of {thing}',
  },
  'person.set-up-second-factor': {
    hi: '{who} ने दो-चरणीय सत्यापन चालू किया',
    en: '{who} set the second factor up',
  },
  'person.renew-backup-codes': {
    hi: '{who} ने नए बैकअप कोड बनाए',
    en: '{who} made new backup codes',
  },
  'person.confirm-holder': {
    hi: '{who} ने पुष्टि की कि वे {thing} को जानते हैं',
    en: '{who} confirmed knowing {thing}',
  },
  'person.doubt-holder': {
    hi: '{who} ने {thing} की पुष्टि वापस ली',
    en: '{who} took back the confirmation of {thing}',
  },
  'person.add-passkey': { hi: '{who} ने पासकी बनाई', en: '{who} made a passkey' },
  'person.remove-passkey': { hi: '{who} ने पासकी हटाई', en: '{who} removed a passkey' },
  'person.ask-second-factor': {
    hi: '{who} ने {thing} का दो-चरणीय सत्यापन हटाने की पुष्टि माँगी',
    en: '{who} asked to have the second factor of {thing} removed',
  },
  'person.ask-password-link': {
    hi: '{who} ने {thing} के पासवर्ड के लिंक की पुष्टि माँगी',
    en: '{who} asked for a password link of {thing}',
  },
  'person.refuse-request': {
    hi: '{who} ने {thing} के खाते पर की गई माँग अस्वीकार की या वापस ली',
    en: '{who} refused, or took back, what was asked about {thing}',
  },
  'person.make-password-link': {
    hi: '{who} ने {thing} के पासवर्ड का लिंक बनाया',
    en: '{who} made a password link of {thing}',
  },
  'person.name-deputy': {
    hi: '{who} ने {thing} के लिए प्रतिनिधि नियत किया',
    en: '{who} named a deputy of {thing}',
  },
  'person.end-deputy': {
    hi: '{who} ने {thing} के प्रतिनिधि का कार्य समाप्त किया',
    en: '{who} ended the deputy of {thing}',
  },
  'person.transfer-work': {
    hi: '{who} ने {thing} का अधूरा कार्य दूसरे अधिकारी को सौंपा',
    en: '{who} handed what {thing} left open to another officer',
  },
  'session.stand-in': {
    hi: '{who} ने {thing} की ओर से कार्य आरंभ किया',
    en: '{who} began to stand in for {thing}',
  },
  'session.end-stand-in': {
    hi: '{who} ने {thing} की ओर से कार्य समाप्त किया',
    en: '{who} ended standing in for {thing}',
  },
  'person.link-provider': {
    hi: '{who} ने पहली बार विभागीय खाते से साइन इन किया; अब वही खाता जुड़ा है',
    en: '{who} signed in with the department’s account for the first time; it is tied to it now',
  },
  'person.unlink-provider': {
    hi: '{who} ने {thing} से विभागीय खाता हटाया',
    en: '{who} untied {thing} from the department’s account',
  },
  'session.break-glass': {
    hi: '{who} ने आपात खाते के पासवर्ड से साइन इन किया',
    en: '{who} signed in by the password of the break-glass account',
  },
  'session.end-by-provider': {
    hi: 'विभागीय खाते से साइन आउट होने पर {thing} के सत्र समाप्त हुए ({who})',
    en: 'Sessions of {thing} ended with a sign-out from the department’s account ({who})',
  },
  'session.refuse': {
    hi: 'विभागीय खाते से {thing} के रूप में साइन इन अस्वीकार हुआ ({who})',
    en: 'A sign-in as {thing} with the department’s account was refused ({who})',
  },
  'session.begin': { hi: '{who} ने साइन इन किया', en: '{who} signed in' },
  'session.end': { hi: '{who} ने साइन आउट किया', en: '{who} signed out' },
  'session.end-other': {
    hi: '{who} ने दूसरे उपकरण से साइन आउट किया',
    en: '{who} signed out on another device',
  },
  'session.end-all': { hi: '{who} ने हर जगह से साइन आउट किया', en: '{who} signed out everywhere' },
  'session.lock': {
    hi: '{thing} का साइन इन गलत प्रयासों के बाद कुछ देर के लिए रुका',
    en: 'Wrong attempts paused the sign-in of {thing}',
  },
  'audit.export': { hi: '{who} ने परिवर्तन-अभिलेख सहेजा', en: '{who} saved the audit log' },
  'retention.delete': {
    hi: 'अवधि पूरी होने पर डेटा हटाया गया ({who})',
    en: 'Data whose time was over was deleted ({who})',
  },
  'alert.acknowledge': { hi: '{who} ने चेतावनी का संज्ञान लिया', en: '{who} took note of an alert' },
  'curve-event.enter': {
    hi: '{who} ने {thing} वक्र पर अंकित की',
    en: '{who} marked {thing} on the curve',
  },
  'curve-event.remove': {
    hi: '{who} ने {thing} वक्र से हटाई',
    en: '{who} took {thing} off the curve',
  },
  'service-outcome.enter': {
    hi: '{who} ने {thing} स्रोत सहित दर्ज किया',
    en: '{who} entered {thing} with its source',
  },
  'service-outcome.remove': { hi: '{who} ने {thing} हटाया', en: '{who} took back {thing}' },
  'objection.make': {
    hi: '{who} ने जनपद के आँकड़े पर {thing} दर्ज की',
    en: '{who} entered {thing} to a figure of the district',
  },
  'objection.answer': { hi: '{who} ने {thing} का उत्तर दिया', en: '{who} answered {thing}' },
  'breach.record': { hi: '{who} ने {thing} दर्ज किया', en: '{who} recorded {thing}' },
  'breach.change': {
    hi: '{who} ने {thing} का लेखा आगे बढ़ाया',
    en: '{who} went on with the record of {thing}',
  },
  'backup.restore': {
    hi: 'डेटा सुरक्षा-प्रति से वापस लाया गया ({who})',
    en: 'The data was restored from a backup ({who})',
  },
  'sample.load': { hi: 'नमूना आँकड़े लगाए गए ({who})', en: 'Sample data was loaded ({who})' },
  'sample.remove': { hi: 'नमूना आँकड़े हटाए गए ({who})', en: 'Sample data was removed ({who})' },
};

/** Kinds of things that the log is about, by the noun before the stroke of its subject. */
export const auditThings: Readonly<Record<string, Bilingual>> = {
  activity: { hi: 'प्रविष्टि', en: 'entry' },
  'press-note': { hi: 'प्रेस नोट', en: 'press note' },
  direction: { hi: 'निर्देश', en: 'direction' },
  'direction-register': { hi: 'निर्देशों की पंजी', en: 'the register of directions' },
  'app-request': { hi: 'ऐप की स्वीकृति का अनुरोध', en: 'a request for an app' },
  'direction-event': { hi: 'घटना', en: 'event' },
  'direction-paper': { hi: 'कार्यवृत्त', en: 'the paper' },
  'direction-calendar': { hi: 'निर्देशों का कैलेंडर', en: 'calendar of directions' },
  'direction-meeting': { hi: 'बैठक', en: 'meeting' },
  'direction-point': { hi: 'कार्यवृत्त का बिंदु', en: 'point of the minutes' },
  station: { hi: 'थाना', en: 'station' },
  print: { hi: 'छपाई की फ़ाइल', en: 'press file' },
  'order-request': { hi: 'कार्यादेश का अनुरोध', en: 'request for an order' },
  'purchase-order': { hi: 'कार्यादेश', en: 'purchase order' },
  parcel: { hi: 'पार्सल', en: 'parcel' },
  'campaign-draft': { hi: 'सामग्री का प्रारूप', en: 'campaign draft' },
  'link-host': { hi: 'लिंक का होस्ट', en: 'link host' },
  detour: { hi: 'कोड का अस्थायी गंतव्य', en: 'detour of a code' },
  figure: { hi: 'डाउनलोड की संख्या', en: 'download figure' },
  report: { hi: 'डाउनलोड की रिपोर्ट', en: 'download report' },
  'review-note': { hi: 'समीक्षा टिप्पणी', en: 'review note' },
  'short-code': { hi: 'अभियान', en: 'the campaign' },
  'code-share': { hi: 'लघु कोड का हिस्सा', en: 'share of short codes' },
  blast: { hi: 'प्रसारण', en: 'blast' },
  'target-group': { hi: 'लक्षित समूह', en: 'target group' },
  audience: { hi: 'नंबर सूची', en: 'list of numbers' },
  'number-history': { hi: 'नंबर', en: 'number' },
  take: { hi: 'रिकॉर्डिंग', en: 'recording' },
  person: { hi: 'खाता', en: 'account' },
  invitation: { hi: 'आमंत्रण', en: 'invitation' },
  'curve-event': { hi: 'घटना', en: 'event' },
  'service-outcome': { hi: 'सेवा परिणाम', en: 'service outcome' },
  objection: { hi: 'आपत्ति', en: 'objection' },
  breach: { hi: 'डेटा उल्लंघन', en: 'data breach' },
  alert: { hi: 'चेतावनी', en: 'alert' },
  audit: { hi: 'परिवर्तन-अभिलेख', en: 'audit log' },
};

/** Fields of a change that are shown, with their names; what else a thing holds stands in the CSV. */
export const auditFields: Readonly<Record<string, Bilingual>> = {
  name: { hi: 'नाम', en: 'Name' },
  nameHi: { hi: 'हिंदी नाम', en: 'Name in Hindi' },
  nameEn: { hi: 'अंग्रेज़ी नाम', en: 'Name in English' },
  email: { hi: 'ई-मेल', en: 'E-mail' },
  role: { hi: 'दायित्व', en: 'Role' },
  area: { hi: 'कार्यक्षेत्र', en: 'Area' },
  passkey: { hi: 'पासकी', en: 'Passkey' },
  letters: { hi: 'पत्र', en: 'Letters' },
  twoFactorEnabled: { hi: 'दो-चरणीय सत्यापन', en: 'Second factor' },
  deactivatedAt: { hi: 'खाता बंद', en: 'Deactivated' },
  deputy: { hi: 'प्रतिनिधि', en: 'Deputy' },
  firstDay: { hi: 'पहला दिन', en: 'First day' },
  lastDay: { hi: 'अंतिम दिन', en: 'Last day' },
  successor: { hi: 'उत्तराधिकारी', en: 'Successor' },
  expiresAt: { hi: 'वैधता', en: 'Valid until' },
  status: { hi: 'स्थिति', en: 'Status' },
  state: { hi: 'स्थिति', en: 'Status' },
  day: { hi: 'दिनांक', en: 'Day' },
  remark: { hi: 'अभ्युक्ति', en: 'Remark' },
  reason: { hi: 'कारण', en: 'Reason' },
  count: { hi: 'संख्या', en: 'Count' },
  share: { hi: 'हिस्सा', en: 'Share' },
  copies: { hi: 'प्रतियाँ', en: 'Copies' },
  title: { hi: 'शीर्षक', en: 'Title' },
  cinema: { hi: 'सिनेमाघर', en: 'Cinema' },
  town: { hi: 'नगर', en: 'Town' },
  newspaper: { hi: 'समाचार-पत्र', en: 'Newspaper' },
  rows: { hi: 'पंक्तियाँ', en: 'Rows' },
  failures: { hi: 'गलत प्रयास', en: 'Wrong attempts' },
  pauseSeconds: { hi: 'रोक (सेकंड)', en: 'Pause (seconds)' },
  secondFactor: { hi: 'दूसरा चरण', en: 'Second step' },
  what: { hi: 'क्या हुआ', en: 'What happened' },
  people: { hi: 'कितने लोग', en: 'How many people' },
  measures: { hi: 'क्या किया गया', en: 'What was done' },
  recipients: { hi: 'प्राप्तकर्ता', en: 'Recipients' },
  downloads: { hi: 'कुल डाउनलोड', en: 'Total downloads' },
  giver: { hi: 'किसने बताया', en: 'Who gave it' },
};

/** Words of single values. */
export const auditValues: Readonly<Record<string, Bilingual>> = {
  true: { hi: 'हाँ', en: 'yes' },
  false: { hi: 'नहीं', en: 'no' },
  none: { hi: 'नहीं', en: 'none' },
  totp: { hi: 'ऐप का कोड', en: 'code of the app' },
  passkey: { hi: 'पासकी', en: 'passkey' },
  second: { hi: 'दूसरा चरण', en: 'second step' },
  'backup-code': { hi: 'बैकअप कोड', en: 'backup code' },
  password: { hi: 'पासवर्ड', en: 'password' },
};
