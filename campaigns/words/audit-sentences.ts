import type { Bilingual } from '../bilingual.ts';
import { accountSentences } from './account-sentences.ts';
import { phoneSentences } from './phone-sentences.ts';

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
  'office.add': { hi: '{who} ने {thing} जोड़ा', en: '{who} added {thing}' },
  'office.rename': { hi: '{who} ने {thing} का नाम बदला', en: '{who} renamed {thing}' },
  'office.end': { hi: '{who} ने {thing} समाप्त किया', en: '{who} ended {thing}' },
  'office.reopen': { hi: '{who} ने {thing} फिर चालू किया', en: '{who} opened {thing} again' },
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
  'held-act.propose': {
    hi: '{who} ने {thing} दूसरे अधिकारी को भेजा',
    en: '{who} sent {thing} to a second officer',
  },
  'held-act.accept': {
    hi: '{who} ने दूसरे अधिकारी के रूप में {thing} स्वीकार किया',
    en: '{who} accepted {thing} as the second officer',
  },
  'held-act.refuse': { hi: '{who} ने {thing} अस्वीकार किया', en: '{who} refused {thing}' },
  'held-act.withdraw': { hi: '{who} ने {thing} वापस लिया', en: '{who} took {thing} back' },
  // Before there were held acts.
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
  'code-share.set': {
    hi: '{who} ने {thing} तय किया',
    en: '{who} set {thing}',
  },
  'fleet.make': { hi: '{who} ने वाहनों के पैनल बनवाए', en: '{who} had panels of vehicles made' },
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
  'board-specimen.remove': { hi: '{who} ने {thing} हटाई', en: '{who} deleted {thing}' },
  'breach.record': { hi: '{who} ने {thing} दर्ज किया', en: '{who} recorded {thing}' },
  'breach.change': {
    hi: '{who} ने {thing} का लेखा आगे बढ़ाया',
    en: '{who} went on with the record of {thing}',
  },
  'backup.restore': {
    hi: 'डेटा सुरक्षा-प्रति से वापस लाया गया ({who})',
    en: 'The data was restored from a backup ({who})',
  },
  'database.accept': {
    hi: 'दूसरा डेटाबेस अपनाया गया ({who})',
    en: 'Another database was taken on ({who})',
  },
  'sample.load': { hi: 'नमूना आँकड़े लगाए गए ({who})', en: 'Sample data was loaded ({who})' },
  'sample.remove': { hi: 'नमूना आँकड़े हटाए गए ({who})', en: 'Sample data was removed ({who})' },
  ...accountSentences,
  ...phoneSentences,
};
