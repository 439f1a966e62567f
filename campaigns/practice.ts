import type { Campaign } from './campaign.ts';
import type { CallScript } from './messages/messages.ts';

/** Words of practice, where a demonstration has its own. */
const mark = {
  stamp: { hi: 'अभ्यास', en: 'PRACTICE' },
  notice: { hi: 'अभ्यास: कुछ भी वास्तविक नहीं', en: 'Practice: nothing here is real' },
};

/** No host ever has this name (RFC 2606), so that what is printed in practice counts nowhere else. */
const host = 'PRACTICE.TEST';

export function isPractised({ demonstration }: Pick<Campaign, 'demonstration'>): boolean {
  return demonstration?.stamp.en === mark.stamp.en;
}

/**
 * The campaign as it is practised: a demonstration, marked wherever it shows, whose links lead nowhere and whose texts say so.
 * Material whose files have no place for the mark is left out.
 */
export function toPractice({
  film,
  radio,
  social,
  vehicles,
  newspapers,
  ...campaign
}: Campaign): Campaign {
  const { links, messages } = campaign;
  const stamp = (text: string, language: string) => {
    const words = `${language === 'en' ? mark.stamp.en : mark.stamp.hi}: `;
    return text.startsWith(words) ? text : words + text;
  };
  return {
    ...campaign,
    demonstration: mark,
    links: { ...links, host },
    messages: {
      ...messages,
      whitelistedLinks: [...messages.whitelistedLinks, `${host}/Q/`],
      templates: messages.templates.map((template) => ({
        ...template,
        text: stamp(template.text, template.language),
      })),
      call: {
        hi: begin(messages.call.hi, 'hi'),
        en: begin(messages.call.en, 'en'),
      },
    },
  };

  /** The prompts with which a call begins. */
  function begin(call: CallScript, language: string): CallScript {
    const spoken = ({ text }: { text: string }) => ({ audio: null, text: stamp(text, language) });
    return { ...call, greeting: spoken(call.greeting), voicemail: spoken(call.voicemail) };
  }
}
