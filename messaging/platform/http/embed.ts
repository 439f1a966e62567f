import { createHash } from 'node:crypto';
import { navy, red } from '../../../campaigns/house-colours.ts';
import { html, type Markup, trustMarkup } from './html.ts';

const style = `
body{margin:0;font:1rem/1.5 Mukta,"Noto Sans Devanagari","Nirmala UI","Kohinoor Devanagari",system-ui,sans-serif;background:#fff;color:#111}
figure{margin:0}
svg{display:block;width:100%;height:auto}
svg.narrow{display:none}
figcaption{padding:0 .6rem .6rem}
a{display:inline-block;min-height:1.75rem;color:#${navy};text-underline-offset:.2em}
a:focus-visible{outline:3px solid #${red};outline-offset:2px}
@media (max-width:35rem){svg.wide{display:none}svg.narrow{display:block}}
`;

/**
 * Policy of a page that any other site may show in a frame: it loads nothing, runs nothing and keeps nothing, and its
 * one link opens a new window.
 */
export const embedPolicyHeader = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "form-action 'none'",
  "base-uri 'none'",
  'frame-ancestors *',
  'sandbox allow-popups allow-popups-to-escape-sandbox',
].join('; ');

/** A page for a frame of another site. */
export function embedPage(title: string, body: Markup, language: 'hi' | 'en'): string {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${trustMarkup(style)}</style>
</head>
<body>${body}</body>
</html>
`.markup;
}
