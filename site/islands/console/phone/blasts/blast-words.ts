import { sayAge } from '../../../../../campaigns/words/age-words.ts';
import {
  blastChannelNames,
  blastStatusNames,
  categoryNames,
  gatewayNames,
  languageNames,
} from '../../../../../campaigns/words/blast-words.ts';
import { plural } from '../../../../../campaigns/words/plural.ts';
import type { MessageChannel } from '../../../../../messaging/contract/values.ts';
import { headquarters } from '../../../../i18n/campaign-names.ts';
import { inEachLanguage } from '../../../../i18n/own-language.ts';

/** Words of the console's blasts. */
export const blastWordsIn = inEachLanguage({
  emulator: {
    tag: ['प्रशिक्षण', 'Training'],
    text: [
      'अभी कोई वास्तविक गेटवे जुड़ा नहीं है; संदेश किसी के फ़ोन पर नहीं जाते।',
      'No real gateway is set up yet; messages reach nobody’s phone.',
    ],
  },
  languages: [languageNames.hi, languageNames.en],
  channels: [blastChannelNames.hi, blastChannelNames.en],
  gateways: [gatewayNames.hi, gatewayNames.en],
  categories: [categoryNames.hi, categoryNames.en],
  status: [blastStatusNames.hi, blastStatusNames.en],
  figures: {
    sent: ['भेजे गए', 'Sent'],
    delivered: ['पहुँचे', 'Delivered'],
    awaited: ['पावती शेष', 'Receipt awaited'],
    failed: ['विफल', 'Failed'],
    unknown: ['अनिश्चित', 'Uncertain'],
    skipped: ['छोड़े गए', 'Left out'],
    waiting: ['भेजना शेष', 'Still to send'],
    cost: ['व्यय', 'Cost'],
  },
  callFigures: {
    sent: ['कॉल की गईं', 'Called'],
    delivered: ['उठाई गईं', 'Answered'],
    awaited: ['परिणाम शेष', 'Result awaited'],
    waiting: ['कॉल करना शेष', 'Still to call'],
  },
  rows: {
    all: (count: string) => [`सभी ${count} जनपद दिखाएँ`, `Show all ${count} districts`],
    fewer: ['कम दिखाएँ', 'Show fewer'],
  },
  list: {
    new: ['नया प्रसारण तैयार करें', 'Prepare a blast'],
    waiting: ['आपकी स्वीकृति की प्रतीक्षा में', 'Waiting for your approval'],
    all: ['सभी प्रसारण', 'All blasts'],
    none: ['अभी कोई प्रसारण नहीं है। शुरुआत ऐसे करें:', 'There is no blast yet. This is how to begin:'],
    howList: [
      'नंबरों की सूची अपलोड करें, या इसे प्रसारण तैयार करते समय करें।',
      'Upload a list of numbers, or do it while you prepare the blast.',
    ],
    howListLink: ['नंबर सूचियाँ', 'Lists of numbers'],
    howDraft: ['पाठ, सूची और समय चुनकर प्रारूप बनाएँ।', 'Choose text, list and time, and make a draft.'],
    howApproval: [
      `${headquarters.hi} की स्वीकृति के बाद प्रसारण निर्धारित समय पर अपने आप शुरू होता है।`,
      `Once ${headquarters.en} has approved it, the blast starts by itself at its time.`,
    ],
    of: (sent: string, all: string) => [`${sent} / ${all}`, `${sent} / ${all}`],
    when: {
      created: (moment: string) => [`प्रारूप ${moment}`, `drafted ${moment}`],
      submitted: (moment: string) => [`स्वीकृति के लिए भेजा ${moment}`, `submitted ${moment}`],
      starts: (moment: string) => [`शुरू होगा ${moment}`, `starts ${moment}`],
      started: (moment: string) => [`शुरू हुआ ${moment}`, `started ${moment}`],
      ended: (moment: string) => [`समाप्त ${moment}`, `ended ${moment}`],
    },
  },
  detail: {
    back: ['← सभी प्रसारण', '← All blasts'],
    lost: [
      'सर्वर से संपर्क टूटा है; नीचे के आँकड़े पुराने हैं। संपर्क होते ही फिर दिखेंगे।',
      'The server cannot be reached; the figures below are old. They will go on by themselves.',
    ],
    draftedBy: (name: string, moment: string) => [
      `प्रारूप: ${name}, ${moment}`,
      `Drafted by ${name}, ${moment}`,
    ],
    approvedBy: (name: string, moment: string) => [
      `स्वीकृति: ${name}, ${moment}`,
      `approved by ${name}, ${moment}`,
    ],
    retryOf: ['यह इस प्रसारण के विफल नंबरों के लिए है:', 'This is for the numbers that failed in blast'],
    retriedIn: ['विफल नंबरों के लिए नया प्रसारण:', 'New blast for the numbers that failed:'],
    number: (id: number) => [`क्रमांक ${id}`, `no. ${id}`],
  },
  draft: {
    sentBack: [
      'मुख्यालय ने यह प्रारूप सुधार के लिए लौटाया है',
      'HQ has sent this draft back to be corrected',
    ],
    cautions: ['ध्यान दें', 'Please note'],
    problems: [
      'इन बातों को ठीक किए बिना प्रसारण नहीं हो सकता',
      'It cannot be sent before this is put right',
    ],
    waits: [
      `प्रारूप ${headquarters.hi} की स्वीकृति की प्रतीक्षा में है। बदलना हो तो पहले वापस लें।`,
      `The draft waits for the approval of ${headquarters.en}. To change it, take it back first.`,
    ],
    withdraw: ['प्रारूप वापस लें', 'Take the draft back'],
  },
  approval: {
    begin: ['जाँचें और निर्णय लें', 'Check and decide'],
    title: ['जाँचें, फिर स्वीकृत करें', 'Check, then approve'],
    back: ['प्रसारण पर लौटें', 'Back to the blast'],
    drafter: ['किसने बनाया', 'Drafted by'],
    most: ['स्वीकृति की सीमा', 'Most that it covers'],
    mostOf: (people: string, cost: string) => [
      `${people} लोग, ${cost}। इससे बढ़ने या कुछ और बदलने पर यह नहीं जाता और फिर पूछता है।`,
      `${people} people, ${cost}. If it grows beyond that, or anything else changes, it does not go and asks again.`,
    ],
    approved: (people: string, cost: string) => [
      `स्वीकृत: ${people} नंबरों को, अनुमानित व्यय ${cost}। आगे की स्थिति यहीं दिखेगी।`,
      `Approved: to ${people} numbers, for about ${cost}. What becomes of it is shown here.`,
    ],
    sentBack: ['सुधार के लिए लौटाया गया।', 'Sent back to be corrected.'],
    wrong: ['कुछ ठीक नहीं है?', 'Is something wrong?'],
    sum: (recipients: string, cost: string) => [
      `स्वीकृति मिलने पर ठीक यही पाठ ${recipients} नंबरों को जाएगा; अनुमानित व्यय ${cost}।`,
      `On approval exactly this goes to ${recipients} numbers, for about ${cost}.`,
    ],
    night: ['रात में भी भेजने का कारण', 'Reason to send at night too'],
    nightHint: [
      'खाली रहने पर यह 8 से 21 बजे के बीच ही जाता है। कारण ऑडिट लॉग में रहता है।',
      'Without one it goes from 8 to 21 only. The reason is kept in the audit log.',
    ],
    packTaken: (moment: string) => [
      `${moment} को यही प्रसारण सेवा प्रदाता के लिए लिया गया था। यदि वह भेज रहा है, तो यहाँ की स्वीकृति से संदेश दो बार जाएगा।`,
      `On ${moment} this blast was taken for a service provider. If it is being sent there, people get it twice when it is approved here.`,
    ],
    approve: ['स्वीकृत करें', 'Approve'],
    remark: ['टिप्पणी', 'Remark'],
    remarkHint: ['लौटाने पर लिखें कि क्या सुधारना है', 'When you send it back: what is to be corrected'],
    remarkMissing: ['लौटाने का कारण लिखें', 'Write why it is sent back'],
    reject: ['सुधार के लिए लौटाएँ', 'Send back to be corrected'],
    reloaded: [
      'इस बीच प्रारूप बदल गया। अब नया प्रारूप दिख रहा है; उसे देखकर फिर निर्णय लें।',
      'The draft has changed meanwhile. You now see the new one: please look at it and decide again.',
    ],
  },
  content: {
    counting: ['गिनती हो रही है…', 'Being counted…'],
    title: ['भेजने की सामग्री, अक्षरशः', 'Exactly what is sent'],
    atOnce: ['स्वीकृति मिलते ही', 'upon approval'],
    hours: ['भेजने का समय', 'Hours of sending'],
    noHours: ['चुने हुए समय में भेजने की अनुमति नहीं है', 'the chosen hours are not allowed'],
    span: (from: string, to: string) => [
      from === '00:00' && to === '24:00' ? 'दिन-रात' : `प्रतिदिन ${from} से ${to} बजे तक`,
      from === '00:00' && to === '24:00' ? 'all day' : `daily ${from} to ${to}`,
    ],
    gateway: ['गेटवे', 'Gateway'],
    header: ['हेडर', 'Header'],
    template: ['डीएलटी टेंपलेट', 'DLT template'],
    unregistered: ['अभी पंजीकृत नहीं', 'not registered yet'],
    category: ['श्रेणी', 'Category'],
    age: ['सूची की आयु', 'Age of the list'],
    ageOf: (days: number, taken: string) => [
      days === 0 ? `आज ही ली गई (${taken})` : `${sayAge(days).hi} (${taken} को ली गई)`,
      days === 0 ? `taken in today (${taken})` : `${sayAge(days).en} (taken in ${taken})`,
    ],
  },
  recordings: {
    title: ['जो सुनाया जाएगा', 'What is heard'],
    of: (recorded: number, all: number) => [
      recorded === 0 ? 'कोई रिकॉर्डिंग नहीं, पाठ मशीन बोलेगी' : `${all} में से ${recorded} रिकॉर्ड किए हुए`,
      recorded === 0
        ? 'no recordings, a machine speaks the texts'
        : `${recorded} of ${all} recorded`,
    ],
    machine: ['मशीन बोलेगी', 'Spoken by a machine'],
  },
  dryRun: {
    title: ['पूर्वाभ्यास: पहला मिनट', 'Dry run: the first minute'],
    lead: [
      'स्वीकृति मिलते ही पहले मिनट में किसे क्या जाएगा। इससे कुछ भेजा या लिखा नहीं जाता।',
      'What would go to whom in the first minute after approval. Nothing is sent or written by it.',
    ],
    make: ['पूर्वाभ्यास देखें', 'Show the dry run'],
    again: ['फिर से देखें', 'Show it again'],
    begins: ['पहला संदेश', 'First message'],
    first: ['पहले मिनट में', 'In the first minute'],
    firstOf: (first: string, all: string) => [
      `${all} में से ${first} नंबर`,
      `${first} of ${all} numbers`,
    ],
    cost: ['इनका व्यय', 'Cost of these'],
    pace: ['गति', 'Pace'],
    paceOf: (count: string) => [`अधिकतम ${count} प्रति सेकंड`, `at most ${count} a second`],
    paceOfMinute: (count: string) => [`अधिकतम ${count} प्रति मिनट`, `at most ${count} a minute`],
    ends: ['अंतिम संदेश', 'Last message'],
    endsUnknown: ['गेटवे की गति पर निर्भर', 'depends on the gateway’s pace'],
    noPace: ['जितनी तेज़ी से गेटवे ले', 'as fast as the gateway takes them'],
    rows: (shown: string, all: string) => [
      `भेजने के क्रम में पहले ${shown}, कुल ${all} में से`,
      `The first ${shown} in the order of sending, of ${all}`,
    ],
    place: ['क्रम', 'Place'],
    number: ['नंबर', 'Number'],
    text: ['पाठ', 'Text'],
    nothing: [
      'भेजते समय तक जो रोक लगवाएगा, वह छूट जाएगा; क्रम वही रहेगा।',
      'Who says stop before it is sent is left out; the order stays.',
    ],
  },
  segments: {
    caption: ['नंबर जनपद और भाषा के अनुसार', 'Numbers by district and language'],
    all: ['योग', 'All'],
    noDistrict: ['जनपद नहीं लिखा', 'no district given'],
  },
  leaveOut: {
    cap: ['एक नंबर पर अधिकतम संदेश', 'Most messages to one number'],
    capHint: [
      'सभी प्रसारणों के संदेश और कॉल मिलाकर। जिन्हें इतने मिल चुके हैं या मिलने वाले हैं, वे छोड़ दिए जाते हैं।',
      'Messages and calls of all blasts together. Whoever has had or will get so many is left out.',
    ],
    capOf: (messages: number, days: number) => [
      `${days} दिन में ${messages}`,
      `${messages} in ${days} days`,
    ],
    noCap: ['कोई सीमा नहीं', 'no cap'],
    unusual: ['सामान्य सीमा से भिन्न', 'other than usual'],
    overridden: (cap: string, usual: string) => [
      `ध्यान दें: इस प्रसारण में एक नंबर की संदेश-सीमा बदली गई है: ${cap}; सामान्य सीमा ${usual} है।`,
      `Note: the cap on messages to one number is changed for this blast: ${cap}; usual is ${usual}.`,
    ],
    whichBlasts: ['कौन-से प्रसारण:', 'Which blasts:'],
    receivedBlasts: (ids: string) => [
      `जिन्हें प्रसारण क्रमांक ${ids} मिले, उन्हें छोड़ें`,
      `leave out who got blasts ${ids}`,
    ],
    noBlasts: ['अभी कोई प्रसारण भेजा नहीं गया है।', 'No blast has been sent yet.'],
    classes: ['डीएनडी की कौन-सी श्रेणियाँ छोड़ें', 'Which do-not-disturb classes to leave out'],
    classesHint: [
      'जिन्होंने सब कुछ बंद कराया है, उन्हें प्रचार कभी नहीं जाता। शेष में संदेश की श्रेणी चुनें।',
      'Promotion never goes to those who block all of it. Of the others choose the class of the text.',
    ],
    notBound: (category: string) => [
      `${category} संदेशों पर डीएनडी की रोक लागू नहीं होती।`,
      `${category}: do-not-disturb does not bind these messages.`,
    ],
    excluding: [
      'यह उन नंबरों की सूची है जिन्हें कोई प्रसारण न जाए',
      'This is a list of numbers that no blast goes to',
    ],
    excludingHint: [
      'चालू रहने तक इसके नंबर हर प्रसारण से छोड़े जाते हैं; इस सूची पर कुछ नहीं भेजा जाता।',
      'While it is kept, its numbers are left out of every blast; nothing is sent to the list itself.',
    ],
    excludingTag: ['छोड़ने की सूची', 'leave-out list'],
  },
  sheet: {
    title: ['नया प्रसारण', 'A new blast'],
    rows: {
      text: ['पाठ', 'Text'],
      list: ['सूची', 'List'],
      hours: ['समय', 'Time'],
      cap: ['संदेश-सीमा', 'Message cap'],
      cost: ['व्यय', 'Cost'],
    },
    change: ['बदलें', 'Change'],
    close: ['बंद करें', 'Close'],
    done: ['ठीक है', 'Done'],
    changed: ['बदला गया।', 'Changed.'],
    undo: ['पहले जैसा करें', 'Undo'],
    noList: ['अभी नहीं चुनी', 'None chosen yet'],
    goesTo: (count: string) => [
      `${count} ${plural.hi(count, 'नंबर', 'नंबरों')} को जाएगा`,
      `goes to ${count} ${plural.en(count, 'number', 'numbers')}`,
    ],
    counts: ['सूची से भेजने तक', 'From the list to what is sent'],
    rowsRead: ['फ़ाइल की पंक्तियाँ', 'Rows of the file'],
    taken: ['सूची में लिए गए', 'Taken into the list'],
    outside: ['चुने जनपदों के बाहर', 'Outside the chosen districts'],
    outsideGroup: [
      'लक्षित समूह से बाहर, या संदेश बंद करने को कहा',
      'Outside the target group, or said stop',
    ],
    capped: (cap: string) => [`संदेश-सीमा पूरी (${cap})`, `Message cap reached (${cap})`],
    sent: ['भेजे जाएँगे', 'Will be sent'],
    ready: [
      `${headquarters.hi} को यही दिखेगा। भेजने के बाद बदलना हो तो पहले वापस लें।`,
      `This is what ${headquarters.en} will see. To change it afterwards, take it back first.`,
    ],
    submit: ['स्वीकृति के लिए भेजें', 'Submit for approval'],
    states: {
      kept: ['प्रारूप सहेजा हुआ है', 'The draft is kept'],
      keeping: ['सहेजा जा रहा है…', 'Being kept…'],
      unkept: ['शेष चुनते ही सहेजा जाएगा', 'Kept once the rest is chosen'],
    },
    copyName: (name: string) => [`${name} (फिर से)`, `${name} (again)`],
  },
  next: {
    title: ['आगे किसे क्या करना है', 'Who does what next'],
    you: ['आप:', 'You:'],
    hq: [`${headquarters.hi}:`, `${headquarters.en}:`],
    itself: ['अपने आप:', 'By itself:'],
    by: (name: string) => [`${name}:`, `${name}:`],
    what: {
      draft: ['प्रारूप पूरा करके भेजना', 'finish the draft and submit it'],
      decision: ['देखकर स्वीकृति देना या लौटाना', 'look at it, approve it or send it back'],
      sending: [
        'चुने समय पर भेजना; कभी भी रोका जा सकता है',
        'goes out at the chosen time; may be paused at any time',
      ],
      results: [
        'परिणाम देखना, विफल नंबरों को फिर भेजना',
        'look at the results, send to failed numbers again',
      ],
    },
    paused: {
      runs: ['फिर शुरू करना या समाप्त करना', 'resume it or end it'],
      approves: [
        'रुकने का कारण देखकर आगे बढ़ाना या समाप्त करना',
        'look at why it stopped, let it go on or end it',
      ],
      itself: [
        'गेटवे के संदेश लेते ही आगे बढ़ेगा; कभी भी समाप्त किया जा सकता है',
        'goes on as soon as the gateway takes a message; may be ended at any time',
      ],
    },
  },
  groups: {
    title: ['लक्षित समूह', 'Target group'],
    hint: [
      'जनपद, भाषा और पहुँच का चुनाव नाम देकर सहेजा जा सकता है। गिनती हर बार नई होती है।',
      'A choice of districts, language and reach can be saved by a name. It is counted again each time.',
    ],
    choose: ['सहेजा हुआ समूह', 'Saved group'],
    chooseOne: ['समूह चुनें', 'Choose a group'],
    now: (count: string) => [`अभी ${count} नंबर`, `${count} numbers now`],
    name: ['समूह का नाम', 'Name of the group'],
    nameHint: ['किसी का नंबर या पता न लिखें', 'Write nobody’s number or address'],
    save: ['इस चुनाव को सहेजें', 'Save this choice'],
    saved: (name: string) => [`समूह “${name}” सहेजा गया।`, `The group “${name}” is saved.`],
    remove: ['समूह हटाएँ', 'Remove the group'],
  },
});

export type BlastWords = ReturnType<typeof blastWordsIn>;

/** Names of the figures: messages are sent and arrive, calls are made and answered. */
export function figureWords(words: BlastWords, channel: MessageChannel): BlastWords['figures'] {
  return channel === 'ivr' ? { ...words.figures, ...words.callFigures } : words.figures;
}
