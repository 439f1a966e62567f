import { z } from 'zod';
import { bilingual } from '../../bilingual.ts';

/** The campaign's statement about its open data. */
export const openDataSchema = z.strictObject({
  licence: z.strictObject({
    name: bilingual,
    url: z.url({ protocol: /^https$/ }),
    confirmed: z.boolean().describe('Until the owner says so, it is named as a proposal'),
  }),
});
type OpenData = z.infer<typeof openDataSchema>;

/** The licence in one line, with what is not sure about it; a campaign without one says that none is stated. */
export function licenceLine(openData: OpenData | undefined, language: 'hi' | 'en'): string {
  if (openData === undefined) return language === 'hi' ? 'अनुज्ञप्ति: तय नहीं' : 'Licence: none stated';
  const { name, confirmed } = openData.licence;
  if (language === 'hi') return `अनुज्ञप्ति: ${name.hi}${confirmed ? '' : ' (प्रस्तावित, पुष्टि शेष)'}`;
  return `Licence: ${name.en}${confirmed ? '' : ' (proposed, not confirmed)'}`;
}
