import type { Campaign } from './campaign.ts';

/** Words of practice, where a demonstration has its own. */
const mark = {
  stamp: { hi: 'अभ्यास', en: 'PRACTICE' },
  notice: { hi: 'अभ्यास: कुछ भी वास्तविक नहीं', en: 'Practice: nothing here is real' },
};

/** No host ever has this name (RFC 2606), so that what is printed in practice counts nowhere else. */
const host = 'PRACTICE.TEST';

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
  const stamp = (text: string, language: string) =>
    `${language === 'en' ? mark.stamp.en : mark.stamp.hi}: ${text}`;
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
        hi: { ...messages.call.hi, greeting: spoken(messages.call.hi.greeting, 'hi') },
        en: { ...messages.call.en, greeting: spoken(messages.call.en.greeting, 'en') },
      },
    },
  };

  function spoken(prompt: { audio: string | null; text: string }, language: string) {
    return { audio: null, text: stamp(prompt.text, language) };
  }
}
