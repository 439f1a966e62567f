/** Page on which a recipient of messages says stop. */
export const stopLinkWords = {
  hi: {
    askTitle: 'संदेश बंद करें',
    ask: 'जिस नंबर पर यह संदेश आया, उस पर ऐसे SMS और ऐसी कॉल अब न भेजी जाएँ?',
    stop: 'हाँ, बंद करें',
    endedTitle: 'संदेश बंद हुए',
    ended: 'अब उस नंबर पर न ऐसा SMS भेजा जाएगा, न ऐसी कॉल। 112 की सेवा पहले जैसी चलती रहेगी।',
    unknownTitle: 'लिंक मान्य नहीं',
    unknown: 'यह लिंक पूरा या सही नहीं है। इसे संदेश से ही खोलें।',
    notice: 'ये संदेश कौन भेजता है, और आपके अधिकार',
  },
  en: {
    askTitle: 'Stop the messages',
    ask: 'Shall no more such SMS and calls go to the number that got this message?',
    stop: 'Yes, stop them',
    endedTitle: 'The messages have ended',
    ended: 'No such SMS or call goes to that number any more. The 112 service stays as it is.',
    unknownTitle: 'Link not valid',
    unknown: 'This link is not complete or not right. Open it from the message itself.',
    notice: 'Who sends these messages, and your rights',
  },
} as const;
