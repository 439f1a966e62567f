import { formatCount } from '../../numbers.ts';

/** A thing that waits for approval. */
export type ApprovalCase =
  | { what: 'blast'; id: number; by: string }
  | { what: 'press-note'; id: number; by: string }
  | { what: 'campaign-draft'; id: number; by: string }
  | { what: 'way-back'; to: number; by: string }
  | { what: 'detour'; id: number; by: string }
  | { what: 'held-act'; id: number; by: string }
  | { what: 'entries'; count: number };

export const decideLabel = { hi: 'देखें और निर्णय लें', en: 'See and decide' };

/** Subject and sentence of the letter that something waits for an officer's approval. */
export function approvalText(
  facts: ApprovalCase,
): Record<'hi' | 'en', { subject: string; sentence: string }> {
  switch (facts.what) {
    case 'blast':
      return {
        hi: {
          subject: `स्वीकृति हेतु लंबित: प्रसारण ${facts.id}`,
          sentence: `${facts.by} ने प्रसारण ${facts.id} स्वीकृति के लिए प्रस्तुत किया है। आपकी स्वीकृति के बिना कोई संदेश नहीं जाएगा।`,
        },
        en: {
          subject: `Waits for your approval: blast ${facts.id}`,
          sentence: `${facts.by} submitted blast ${facts.id} for approval. No message goes out without it.`,
        },
      };
    case 'press-note':
      return {
        hi: {
          subject: `आपके पढ़ने हेतु लंबित: प्रेस नोट ${facts.id}`,
          sentence: `${facts.by} ने प्रेस नोट ${facts.id} में अपने शब्द लिखे हैं। आप उन्हें पढ़कर चार प्रश्नों के उत्तर दें; तब तक नोट जारी नहीं होगा।`,
        },
        en: {
          subject: `Waits for your reading: press note ${facts.id}`,
          sentence: `${facts.by} typed words into press note ${facts.id}. Please read them and answer four questions; until then it does not go out.`,
        },
      };
    case 'campaign-draft':
      return {
        hi: {
          subject: `स्वीकृति हेतु लंबित: सामग्री का प्रारूप ${facts.id}`,
          sentence: `${facts.by} ने प्रचार सामग्री का प्रारूप ${facts.id} स्वीकृति के लिए भेजा है। आपकी स्वीकृति के बाद ही बोर्ड, पम्पलेट और साइट नए शब्दों से बनेंगे।`,
        },
        en: {
          subject: `Waits for your approval: campaign draft ${facts.id}`,
          sentence: `${facts.by} sent campaign draft ${facts.id} for approval. Boards, pamphlets and site are made with its words once you approve.`,
        },
      };
    case 'way-back':
      return {
        hi: {
          subject: `स्वीकृति हेतु लंबित: संस्करण ${facts.to} पर वापसी`,
          sentence: `${facts.by} ने प्रचार सामग्री को संस्करण ${facts.to} पर वापस ले जाने का अनुरोध किया है। निर्णय आपको करना है।`,
        },
        en: {
          subject: `Waits for your approval: back to version ${facts.to}`,
          sentence: `${facts.by} asks to take the campaign back to version ${facts.to}. You decide.`,
        },
      };
    case 'detour':
      return {
        hi: {
          subject: `स्वीकृति हेतु लंबित: क्यूआर कोड की दिशा ${facts.id}`,
          sentence: `${facts.by} ने क्यूआर कोड की दिशा बदलने का अनुरोध ${facts.id} भेजा है। आपकी स्वीकृति तक छपे कोड पहले की तरह खुलेंगे।`,
        },
        en: {
          subject: `Waits for your approval: destination of codes ${facts.id}`,
          sentence: `${facts.by} asks in ${facts.id} that printed codes lead elsewhere for a while. Until you approve they lead where they did.`,
        },
      };
    case 'held-act':
      return {
        hi: {
          subject: `आपके निर्णय हेतु लंबित: दो अधिकारियों का कार्य ${facts.id}`,
          sentence: `${facts.by} ने जो किया है वह एक अधिकारी के करने से लागू नहीं होता। आप देखें कि उससे क्या बदलेगा, और स्वीकार या अस्वीकार करें; तब तक कुछ नहीं बदलेगा।`,
        },
        en: {
          subject: `Waits for your decision: act ${facts.id} for two officers`,
          sentence: `One officer alone does not do what ${facts.by} asks for. Please see what it would change and accept or refuse it; until then nothing changes.`,
        },
      };
    case 'entries': {
      const count = formatCount(facts.count);
      const one = facts.count === 1;
      return {
        hi: {
          subject: `स्वीकृति हेतु लंबित: ${count} ${one ? 'प्रविष्टि' : 'प्रविष्टियाँ'}`,
          sentence: `आपके क्षेत्र की ${count} ${one ? 'प्रविष्टि आपकी स्वीकृति की प्रतीक्षा में है' : 'प्रविष्टियाँ आपकी स्वीकृति की प्रतीक्षा में हैं'}।`,
        },
        en: {
          subject: `Waits for your approval: ${count} ${one ? 'entry' : 'entries'}`,
          sentence: `${count} ${one ? 'entry' : 'entries'} of your area ${one ? 'waits' : 'wait'} for your approval.`,
        },
      };
    }
  }
}
