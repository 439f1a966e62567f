import type { Campaign } from '../../../campaigns/campaign.ts';
import type { ClosingReason } from '../../../campaigns/links/closing-reasons.ts';
import { closedCodeWords } from '../../../campaigns/words/closed-code-words.ts';
import { html, type Markup } from '../../platform/http/html.ts';

/** The page for a code that was closed: why, and the way to the app that is ours. */
export function closedCode(
  code: string,
  reason: ClosingReason,
  { app, languages }: Pick<Campaign, 'app' | 'languages'>,
): { title: string; body: Markup } {
  const { en } = closedCodeWords;
  const isHindi = languages[0] === 'hi';
  const words = isHindi ? closedCodeWords.hi : en;
  const english = (text: string) =>
    isHindi ? html`<br><span lang="en" class="detail">${text}</span>` : html``;
  return {
    title: words.title,
    body: html`<h1>${words.title}: <code>${code}</code></h1>
${isHindi ? html`<p lang="en" class="detail">${en.title}</p>` : html``}
<p class="notice">${words.reasons[reason]}${english(en.reasons[reason])}</p>
<p>${words.safe}${english(en.safe)}</p>
<p><a href="/get/">${words.get(app.name)}</a><br><a lang="en" class="detail" href="/en/get/">${en.get(app.name)}</a></p>`,
  };
}
