/** Above and below the words of every letter. */
export const frameWords = {
  hi: {
    greeting: 'महोदय/महोदया,',
    closing: 'भवदीय,',
    automatic: 'यह पत्र प्रणाली द्वारा भेजा गया है; कृपया इसका उत्तर न दें।',
    unsubscribe: 'ऐसे ई-मेल बंद करें',
    outreach: (app: string) => `${app} प्रचार अभियान`,
  },
  en: {
    greeting: 'Sir/Madam,',
    closing: 'Yours faithfully,',
    automatic: 'This letter was sent by the system; please do not reply to it.',
    unsubscribe: 'Stop e-mails of this kind',
    outreach: (app: string) => `${app} outreach`,
  },
};
