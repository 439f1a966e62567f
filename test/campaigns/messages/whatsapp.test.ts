import { expect, test } from 'vitest';
import { loadCampaign } from '../../../campaigns/campaign-fs.ts';
import {
  type WhatsappTemplate,
  whatsappTemplateSchema,
} from '../../../campaigns/messages/whatsapp.ts';

const [shipped] = loadCampaign('up-cop').messages.whatsapp?.templates ?? [];

test.each<{ label: string; change: Partial<WhatsappTemplate>; message: string }>([
  { label: 'begins with a variable', change: { text: '{{1}} के निवासी' }, message: 'first' },
  { label: 'ends with a variable', change: { text: 'पता: {{1}} ' }, message: 'last variable' },
  {
    label: 'brings the app and calls itself utility',
    change: { category: 'utility' },
    message: 'Expected marketing',
  },
])('a template of WhatsApp that $label is refused', ({ change, message }) => {
  expect(whatsappTemplateSchema.safeParse(shipped).success).toBe(true);
  const { error } = whatsappTemplateSchema.safeParse({ ...shipped, ...change });
  expect(error?.issues[0]?.message).toContain(message);
});
