import type { Bilingual } from '../bilingual.ts';
import { accountSentences } from './account-sentences.ts';
import type { Pair } from './pairs.ts';
import { phoneSentences } from './phone-sentences.ts';

/** Sentences by action: {thing} is its subject. One without {who} begins with the officer who acted. */
const written: Readonly<Record<string, Pair>> = {
  'activity.enter': ['{thing} दर्ज की', 'recorded {thing}'],
  'activity.prove': [
    '{thing} फ़ोटो से सत्यापित हुई ({who})',
    '{thing} was verified by its picture ({who})',
  ],
  'activity.leave-open': [
    '{thing} की फ़ोटो स्वीकृति के लिए रखी गई ({who})',
    'The picture of {thing} was kept for approval ({who})',
  ],
  'activity.reopen': ['{thing} का निर्णय वापस लिया', 'took the decision on {thing} back'],
  'activity.approve': ['{thing} स्वीकृत की', 'approved {thing}'],
  'activity.reject': ['{thing} अस्वीकृत की', 'rejected {thing}'],
  'activity.correct': ['{thing} सुधारी', 'corrected {thing}'],
  'activity.complete': ['{thing} में शेष जानकारी जोड़ी', 'added what was missing in {thing}'],
  'activity.delete-file': ['{thing} की फ़ाइल हटाई', 'deleted the file of {thing}'],
  'activity.withdraw': ['{thing} निरस्त की', 'cancelled {thing}'],
  'activity.restore': ['{thing} फिर से दर्ज की', 'put {thing} back'],
  'press-note.draft': ['{thing} का प्रारूप बनाया', 'drafted {thing}'],
  'press-note.change': ['{thing} का प्रारूप बदला', 'changed the draft of {thing}'],
  'press-note.check': ['{thing} जाँचा', 'checked {thing}'],
  'press-note.clear': [
    'द्वितीय अधिकारी के रूप में {thing} की अनुमति दी',
    'cleared {thing} as the second officer',
  ],
  'press-note.submit': [
    '{thing} द्वितीय अधिकारी को पढ़ने के लिए भेजा',
    'sent {thing} to the second officer to be read',
  ],
  'press-note.read': [
    'द्वितीय अधिकारी के रूप में {thing} पढ़कर जारी किया',
    'read {thing} as the second officer and issued it',
  ],
  'press-note.return': ['{thing} सुधार के लिए लौटाया', 'returned {thing}'],
  'press-note.issue': ['{thing} जारी किया', 'issued {thing}'],
  'press-note.cancel': ['{thing} निरस्त किया', 'cancelled {thing}'],
  'press-note.appear': ['{thing} का प्रकाशन दर्ज किया', 'recorded that {thing} was printed'],
  'press-note.cutting': ['{thing} की कतरन जोड़ी', 'added a cutting of {thing}'],
  'direction.submit': ['{thing} की कार्यवाही भेजी', 'handed in what was done for {thing}'],
  'direction.submit-for': [
    '{thing} की कार्यवाही कार्यालय की ओर से दर्ज की',
    'handed in what was done for {thing} on behalf of its office',
  ],
  'direction.forward': ['{thing} अग्रसारित किया', 'forwarded {thing}'],
  'direction.accept': ['{thing} स्वीकार किया', 'accepted {thing}'],
  'direction.return': ['{thing} टिप्पणी के साथ लौटाया', 'returned {thing} with a remark'],
  'direction.set-aside': ['{thing} लागू नहीं माना', 'said that {thing} does not apply'],
  'direction.reopen': ['{thing} फिर खोला', 'opened {thing} again'],
  'direction.withdraw': ['{thing} वापस लिया', 'took {thing} back'],
  'direction.close': ['{thing} बंद किया', 'closed {thing}'],
  'direction.take-over': [
    '{thing} ग्रहण करने का दिनांक नियत किया',
    'set the day of taking over {thing}',
  ],
  'direction.add-office': ['{thing} में कार्यालय जोड़ा', 'added an office to {thing}'],
  'office.add': ['{thing} जोड़ा', 'added {thing}'],
  'office.rename': ['{thing} का नाम बदला', 'renamed {thing}'],
  'office.end': ['{thing} समाप्त किया', 'ended {thing}'],
  'office.reopen': ['{thing} फिर चालू किया', 'opened {thing} again'],
  'direction.add-app': ['{thing} में ऐप जोड़ा', 'added an app to {thing}'],
  'app-request.ask': ['{thing} भेजा', 'made {thing}'],
  'app-request.support': ['{thing} संस्तुत किया', 'supported {thing}'],
  'app-request.approve': ['{thing} स्वीकृत किया', 'approved {thing}'],
  'app-request.refuse': ['{thing} अस्वीकृत किया', 'refused {thing}'],
  'direction.attach': ['{thing} में फ़ाइल लगाई', 'added a paper to {thing}'],
  'direction.detach': ['{thing} की फ़ाइल हटाई', 'took a paper off {thing}'],
  'direction.event': ['{thing} दर्ज की', 'entered {thing}'],
  'direction.event-withdraw': ['{thing} निरस्त की', 'took {thing} back'],
  'direction.base': [
    '{thing} की तिथि-गणना का आधार बदला',
    'changed the day from which the dates of {thing} count',
  ],
  'calendar.make': ['{thing} का पता बनाया', 'made the address of {thing}'],
  'calendar.renew': [
    '{thing} का पता बदला; पुराना पता बंद हुआ',
    'made a new address of {thing}; the one before has ended',
  ],
  'calendar.revoke': ['{thing} का पता बंद किया', 'ended the address of {thing}'],
  'direction.meeting': ['{thing} दर्ज की', 'entered {thing}'],
  'direction-point.check': [
    '{thing} जाँचकर निर्देश बनाया',
    'checked {thing}, which is a direction now',
  ],
  'direction-point.drop': ['{thing} छोड़ा', 'left {thing} out'],
  'direction-point.restore': ['छोड़ा गया {thing} फिर रखा', 'put {thing} back'],
  'station.checked': ['{thing} का नाम जाँचकर सही बताया', 'confirmed the name of {thing}'],
  'station.rename': ['{thing} का नाम सुधारा', 'renamed {thing}'],
  'station.add': ['{thing} सूची में जोड़ा', 'added {thing} to the list'],
  'station.remove': ['{thing} सूची से हटाया', 'took {thing} off the list'],
  'station.undo': ['{thing} का सुधार निरस्त किया', 'took back the correction of {thing}'],
  'station.hold': ['{thing} का सुधार रोका', 'held the correction of {thing}'],
  'station.release': ['{thing} का रोका गया सुधार जाने दिया', 'let the held correction of {thing} go'],
  'board.inspect': ['{thing} का बोर्ड मौके पर देखा', 'looked at the board of {thing}'],
  'station.fields': ['{thing} के अपने खाने बदले', 'changed what {thing} fills in'],
  'code.close': ['{thing} का कोड बंद किया', 'closed the code of {thing}'],
  'code.open': ['{thing} का कोड फिर खोला', 'opened the code of {thing} again'],
  'code-report.resolve': [
    '{thing} के कोड पर नागरिकों की सूचनाएँ निपटाईं',
    'resolved what citizens reported of the code of {thing}',
  ],
  'name-report.dismiss': [
    '{thing} का वर्तमान नाम सही बताया',
    'answered a citizen that the name of {thing} is right',
  ],
  'mailing.send': ['जनपदों को पत्र भेजे', 'sent letters to the districts'],
  'mail.resend': ['लौटा हुआ पत्र फिर भेजा', 'sent a returned letter again'],
  'mail.settle': ['अनिश्चित पत्र पर निर्णय लिया', 'decided on a letter whose fate was unknown'],
  'held-act.propose': ['{thing} दूसरे अधिकारी को भेजा', 'sent {thing} to a second officer'],
  'held-act.accept': [
    'दूसरे अधिकारी के रूप में {thing} स्वीकार किया',
    'accepted {thing} as the second officer',
  ],
  'held-act.refuse': ['{thing} अस्वीकार किया', 'refused {thing}'],
  'held-act.withdraw': ['{thing} वापस लिया', 'took {thing} back'],
  // Before there were held acts.
  'figure.propose': ['संख्या द्वितीय अधिकारी को भेजी', 'sent a figure to a second officer'],
  'figure.accept': [
    'द्वितीय अधिकारी के रूप में संख्या स्वीकृत की',
    'accepted a figure as the second officer',
  ],
  'figure.refuse': ['संख्या अस्वीकृत की', 'refused a figure'],
  'activity.appeal': [
    '{thing} की अस्वीकृत फ़ोटो पर ज़ोन से पुनर्विचार माँगा',
    'asked the zone to look again at the refused picture of {thing}',
  ],
  'print.approve': ['{thing} छपाई के लिए स्वीकृत की', 'approved {thing} for print'],
  'print.rule': ['छपाई की स्वीकृति का नियम बदला', 'changed the rule on approvals of prints'],
  'order-request.ask': [
    'छपाई की रोक हटाने का {thing} भेजा',
    'sent {thing} to lift the hold on printing',
  ],
  'order-request.lift': ['{thing} पर छपाई की रोक हटाई', 'lifted the hold on printing for {thing}'],
  'order-request.keep': [
    '{thing} पर छपाई की रोक नहीं हटाई',
    'did not lift the hold on printing for {thing}',
  ],
  'order-request.withdraw': ['{thing} वापस लिया', 'withdrew {thing}'],
  'purchase-order.place': ['{thing} बनाया', 'placed {thing}'],
  'purchase-order.reprint': ['{thing} में पुनः छपाई जोड़ी', 'added a reprint to {thing}'],
  'purchase-order.hold': ['{thing} रोका', 'held {thing}'],
  'purchase-order.release': ['रोका गया {thing} जाने दिया', 'let {thing} go'],
  'purchase-order.cancel': ['{thing} निरस्त किया', 'cancelled {thing}'],
  'parcel.dispatched': ['{thing} भेजा', 'dispatched {thing}'],
  'parcel.received': ['{thing} प्राप्त किया', 'received {thing}'],
  'parcel.undo': ['{thing} का अंकन निरस्त किया', 'took back a mark of {thing}'],
  'install-key.make': ['इंस्टॉल बताने की {thing} बनाई', 'made {thing} for reports of installs'],
  'install-key.revoke': ['{thing} निरस्त की', 'revoked {thing}'],
  'install-key.discard': [
    '{thing} निरस्त की और उसकी गिनती हटाई',
    'revoked {thing} and took out what it counted',
  ],
  'vendor-link.make': ['मुद्रक के लिए लिंक बनाया', 'made a link for the printer'],
  'vendor-link.revoke': ['मुद्रक का लिंक निरस्त किया', 'revoked the link of the printer'],
  'studio.draft': ['{thing} बनाया', 'began {thing}'],
  'studio.emblem': ['{thing} में प्रतीक चिह्न बदला', 'changed the emblem in {thing}'],
  'studio.rebase': ['{thing} में नवीनतम संस्करण मिलाया', 'took the latest version over into {thing}'],
  'studio.submit': ['{thing} स्वीकृति के लिए भेजा', 'sent {thing} for approval'],
  'studio.withdraw': ['{thing} स्वीकृति से वापस लिया', 'took {thing} back'],
  'studio.discard': ['{thing} निरस्त किया', 'discarded {thing}'],
  'studio.return': ['{thing} सुधार के लिए लौटाया', 'returned {thing}'],
  'studio.publish': [
    '{thing} स्वीकृत कर नया संस्करण प्रकाशित किया',
    'approved {thing} and published a new version',
  ],
  'studio.roll-back': [
    'पुराने संस्करण पर वापसी के लिए {thing} भेजा',
    'sent {thing}, the way back to an earlier version',
  ],
  'studio.check-host': [
    'मुद्रित लिंक के होस्ट की जाँच की',
    'asked the host of the printed links for a code',
  ],
  'detour.submit': ['{thing} स्वीकृति के लिए भेजा', 'sent {thing} for approval'],
  'detour.approve': ['{thing} स्वीकृत किया', 'approved {thing}'],
  'detour.return': ['{thing} सुधार के लिए लौटाया', 'returned {thing}'],
  'detour.end': ['{thing} समाप्त किया', 'ended {thing}'],
  'report.import': ['{thing} दर्ज की', 'imported {thing}'],
  'report.withdraw': ['{thing} निरस्त की', 'cancelled {thing}'],
  'review-note.keep': ['{thing} सुरक्षित हुई ({who})', '{thing} was kept ({who})'],
  'code-share.set': ['{thing} तय किया', 'set {thing}'],
  'fleet.make': ['वाहनों के पैनल बनवाए', 'had panels of vehicles made'],
  'audit.export': ['परिवर्तन-अभिलेख सहेजा', 'saved the audit log'],
  'retention.delete': [
    'अवधि पूरी होने पर डेटा हटाया गया ({who})',
    'Data whose time was over was deleted ({who})',
  ],
  'alert.acknowledge': ['चेतावनी का संज्ञान लिया', 'took note of an alert'],
  'curve-event.enter': ['{thing} वक्र पर अंकित की', 'marked {thing} on the curve'],
  'curve-event.remove': ['{thing} वक्र से हटाई', 'took {thing} off the curve'],
  'service-outcome.enter': ['{thing} स्रोत सहित दर्ज किया', 'entered {thing} with its source'],
  'service-outcome.remove': ['{thing} हटाया', 'took back {thing}'],
  'objection.make': ['जनपद के आँकड़े पर {thing} दर्ज की', 'entered {thing} to a figure of the district'],
  'objection.answer': ['{thing} का उत्तर दिया', 'answered {thing}'],
  'board-specimen.remove': ['{thing} हटाई', 'deleted {thing}'],
  'breach.record': ['{thing} दर्ज किया', 'recorded {thing}'],
  'breach.change': ['{thing} का लेखा आगे बढ़ाया', 'went on with the record of {thing}'],
  'backup.restore': [
    'डेटा सुरक्षा-प्रति से वापस लाया गया ({who})',
    'The data was restored from a backup ({who})',
  ],
  'database.accept': ['दूसरा डेटाबेस अपनाया गया ({who})', 'Another database was taken on ({who})'],
  'sample.load': ['नमूना आँकड़े लगाए गए ({who})', 'Sample data was loaded ({who})'],
  'sample.remove': ['नमूना आँकड़े हटाए गए ({who})', 'Sample data was removed ({who})'],
  ...accountSentences,
  ...phoneSentences,
};

/**
 * A sentence for every action of the audit log. {who} is the officer, the service or the command. A test checks every action
 * that the service writes against this list.
 */
export const auditSentences: Readonly<Record<string, Bilingual>> = {
  ...Object.fromEntries(
    Object.entries(written).map(([action, [hi, en]]) => [
      action,
      { hi: nameActor(hi, '{who} ने'), en: nameActor(en, '{who}') },
    ]),
  ),
  'session.lock': {
    hi: '{thing} का साइन इन गलत प्रयासों के बाद कुछ देर के लिए रुका',
    en: 'Wrong attempts paused the sign-in of {thing}',
  },
};

function nameActor(sentence: string, actor: string): string {
  return sentence.includes('{who}') ? sentence : `${actor} ${sentence}`;
}
