import { pairs } from '../pairs.ts';

/** Above and below the words of every letter. */
export const frameWords = pairs({
  greeting: ['महोदय/महोदया,', 'Sir/Madam,'],
  closing: ['भवदीय,', 'Yours faithfully,'],
  automatic: [
    'यह पत्र प्रणाली द्वारा भेजा गया है; कृपया इसका उत्तर न दें।',
    'This letter was sent by the system; please do not reply to it.',
  ],
  unsubscribe: ['ऐसे ई-मेल बंद करें', 'Stop e-mails of this kind'],
  outreach: (app: string) => [`${app} प्रचार अभियान`, `${app} outreach`],
});
