import { expect, test } from 'vitest';
import { loadCampaign } from '../../../campaigns/campaign-fs.ts';
import { lintWhatsapp, type WrittenTemplate } from '../../../campaigns/messages/lint-whatsapp.ts';
import {
  type WhatsappTemplate,
  whatsappTemplateSchema,
} from '../../../campaigns/messages/whatsapp.ts';

const { messages } = loadCampaign('up-cop');
const [shipped] = messages.whatsapp?.templates ?? [];

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

const fine: WrittenTemplate = {
  category: 'utility',
  language: 'hi',
  body: 'सूचना: {{1}} के किरायेदार का सत्यापन {{2}} तक थाने में कराएँ। उत्तर प्रदेश पुलिस',
  samples: 'गोमती नगर\n5 अप्रैल',
  footer: '',
  appButton: '',
  stopButton: '',
};

test.each<{ label: string; change: Partial<WrittenTemplate>; rule: string | null }>([
  { label: 'a notice with two variables', change: {}, rule: null },
  {
    label: 'one in English',
    change: {
      language: 'en',
      body: 'Notice: tenants of {{1}} are to be verified by {{2}}. Uttar Pradesh Police',
    },
    rule: null,
  },
  {
    label: 'a variable at the head',
    change: { body: `{{1}} ${fine.body.replace('{{1}}', 'वहाँ')}` },
    rule: 'wa-ends',
  },
  {
    label: 'a variable at the end',
    change: { body: 'उत्तर प्रदेश पुलिस की सूचना {{1}} के लिए {{2}}' },
    rule: 'wa-ends',
  },
  {
    label: 'a number left out',
    change: { body: fine.body.replace('{{2}}', '{{3}}') },
    rule: 'wa-variables',
  },
  {
    label: 'a named variable',
    change: { body: fine.body.replace('{{2}}', '{{day}}') },
    rule: 'wa-variables',
  },
  {
    label: 'variables side by side',
    change: { body: fine.body.replace(' के किरायेदार का सत्यापन ', ', ') },
    rule: 'wa-adjacent',
  },
  { label: 'a sample too few', change: { samples: 'गोमती नगर' }, rule: 'wa-samples' },
  {
    label: 'too few words',
    change: { body: 'पुलिस {{1}} हेतु {{2}} जाएँ', samples: 'क\nख' },
    rule: 'wa-share',
  },
  { label: 'an emoji in the line below', change: { footer: 'धन्यवाद 🙏' }, rule: 'wa-parts' },
  {
    label: 'a button to the app in a notice',
    change: { appButton: 'ऐप पाएँ' },
    rule: 'wa-category',
  },
  { label: 'marketing that nobody can end', change: { category: 'marketing' }, rule: 'wa-stop' },
  {
    label: 'promotion in a notice',
    change: { body: `${fine.body} UP COP ऐप अभी डाउनलोड करें, बिल्कुल मुफ़्त।` },
    rule: 'promotional-wording',
  },
  {
    label: 'promotion in a sample',
    change: { samples: 'ऐप अभी डाउनलोड करें, बिल्कुल मुफ़्त\n5 अप्रैल' },
    rule: 'promotional-wording',
  },
  {
    label: 'promotion in the line below',
    change: { footer: 'UP COP ऐप अभी डाउनलोड करें, बिल्कुल मुफ़्त' },
    rule: 'promotional-wording',
  },
  {
    label: 'a public short link in the line below',
    change: { footer: 'bit.ly/x देखें' },
    rule: 'link-shortener',
  },
  { label: 'Hindi called English', change: { language: 'en' }, rule: 'language' },
  {
    label: 'a public short link',
    change: { body: `${fine.body} https://bit.ly/x देखें` },
    rule: 'link-shortener',
  },
  {
    label: 'no sender',
    change: { body: fine.body.replace('उत्तर प्रदेश पुलिस', 'धन्यवाद') },
    rule: 'sender',
  },
])('the linter says of $label: $rule', ({ change, rule }) => {
  const rules: string[] = lintWhatsapp({ ...fine, ...change }, messages).map(({ rule }) => rule);
  expect(rule === null ? rules : rules.includes(rule)).toEqual(rule === null ? [] : true);
});
