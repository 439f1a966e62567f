import * as colours from '../../../../campaigns/house-colours.ts';
import { frameWords } from '../../../../campaigns/words/letters/frame-words.ts';
import { html, type Markup, trustMarkup } from '../../../platform/http/html.ts';
import { inlinePlace, type LetterContent, unsubscribePlace } from '../letter.ts';
import type { Voice } from './voice.ts';

/** A part of a letter; both bodies are made of the same parts, so that they say the same. */
export type Part =
  | { kind: 'text'; text: string }
  | { kind: 'rows'; rows: readonly (readonly [name: string, value: string])[] }
  | { kind: 'list'; items: readonly string[]; more?: string }
  | { kind: 'quote'; text: string }
  /** An attachment of this name, shown in its place. */
  | { kind: 'picture'; name: string; label: string }
  | { kind: 'button'; label: string; href: string };

export interface Frame {
  voice: Voice;
  subject: string;
  /** Office that signs; without one the letter says that a program sent it. */
  signedBy?: string | undefined;
  parts: readonly Part[];
  /** Its recipient may end such letters. */
  unsubscribe?: boolean;
}

/** Colours of the house, inline for programs that drop styles, and swapped where the reader's screen is dark. */
const light = {
  ground: `#${colours.mist}`,
  sheet: `#${colours.white}`,
  ink: `#${colours.key}`,
  soft: `#${colours.quiet}`,
  navy: `#${colours.navy}`,
  line: `#${colours.hairline}`,
  marigold: `#${colours.marigold}`,
};
const style = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.ground{background:#10151f!important}
.sheet{background:#1a2230!important}
.ink{color:#eef1f6!important}
.soft{color:#b6c1d6!important}
.line{border-color:#38445a!important}
.link{color:#9dc1ff!important}
.head{color:#ffffff!important;background:#${colours.navy}!important}
.button{background:#${colours.marigold}!important;color:#111111!important}
}`;
const font = `Mukta,'Noto Sans Devanagari','Nirmala UI','Kohinoor Devanagari',Arial,sans-serif`;

/** Writes a letter as plain text and as HTML that fits a phone; nothing in it is loaded from elsewhere. */
export function frame(letter: Frame): LetterContent {
  return { subject: letter.subject, text: writeText(letter), html: writeHtml(letter) };
}

function writeText({ voice, signedBy, parts, unsubscribe }: Frame): string {
  const words = frameWords[voice.language];
  const body = parts.map(toPlain);
  const signature = signedBy === undefined ? words.automatic : `${words.closing}\n${signedBy}`;
  const ending = unsubscribe === true ? [`${words.unsubscribe}:\n${unsubscribePlace}`] : [];
  return `${[words.greeting, ...body, signature, `-- \n${voice.house}`, ...ending].join('\n\n')}\n`;
}

function toPlain(part: Part): string {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'rows':
      return part.rows.map(([name, value]) => `${name}: ${value}`).join('\n');
    case 'list':
      return [...part.items.map((item) => `- ${item}`), ...(part.more ? [part.more] : [])].join(
        '\n',
      );
    case 'quote':
      return part.text.replace(/^/gm, '> ');
    case 'picture':
      return `${part.label}: ${part.name}`;
    case 'button':
      return `${part.label}:\n${part.href}`;
  }
}

function writeHtml({ voice, subject, signedBy, parts, unsubscribe }: Frame): string {
  const { language, house } = voice;
  const words = frameWords[language];
  const { ground, sheet, ink, soft, navy, line, marigold } = light;
  const paragraph = `margin:0 0 16px;color:${ink}`;
  const render = (part: Part): Markup => {
    switch (part.kind) {
      case 'text':
        return html`<p class="ink" style="${paragraph}">${part.text}</p>`;
      case 'rows':
        return html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:0 0 16px;border-collapse:collapse">${part.rows.map(
          ([name, value]) =>
            html`<tr><td class="soft line" width="45%" style="padding:8px 12px 8px 0;border-top:1px solid ${line};color:${soft};vertical-align:top">${name}</td><td class="ink line" align="right" style="padding:8px 0;border-top:1px solid ${line};color:${ink};font-weight:600;vertical-align:top;word-break:break-word">${value}</td></tr>`,
        )}</table>`;
      case 'list':
        return html`<ul class="ink" style="margin:0 0 16px;padding:0 0 0 20px;color:${ink}">${part.items.map(
          (item) => html`<li style="margin:0 0 6px">${item}</li>`,
        )}</ul>${part.more === undefined ? '' : html`<p class="soft" style="margin:-8px 0 16px;color:${soft}">${part.more}</p>`}`;
      case 'quote':
        return html`<p class="ink" style="margin:0 0 16px;padding:4px 0 4px 14px;border-left:4px solid ${marigold};color:${ink};white-space:pre-line">${part.text}</p>`;
      case 'picture':
        // White behind it on a dark screen too: a reader wants dark on light.
        return html`<p class="soft" style="margin:0 0 16px;color:${soft};font-size:14px">${part.label}<br><img src="${inlinePlace}${part.name}" alt="${part.name}" width="222" style="margin-top:8px;background:#ffffff"></p>`;
      case 'button':
        return html`<p style="margin:0 0 20px"><a class="button" href="${part.href}" style="display:inline-block;padding:12px 20px;border-radius:6px;background:${navy};color:#ffffff;font-weight:600;text-decoration:none">${part.label}</a></p>`;
    }
  };
  const signature =
    signedBy === undefined
      ? html`<p class="soft" style="margin:0;color:${soft};font-size:14px">${words.automatic}</p>`
      : html`<p class="ink" style="margin:0;color:${ink}">${words.closing}<br>${signedBy}</p>`;
  const ending =
    unsubscribe === true
      ? html`<p style="margin:16px 4px 0;font-size:14px"><a class="link" href="${unsubscribePlace}" style="color:${navy}">${words.unsubscribe}</a></p>`
      : html``;
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${subject}</title>
<style>${trustMarkup(style)}</style>
</head>
<body class="ground" style="margin:0;padding:0;background:${ground}">
<div class="ground" style="max-width:600px;margin:0 auto;padding:12px;background:${ground};font-family:${font};font-size:16px;line-height:1.6">
<div class="head" style="padding:12px 16px;background:${navy};border-bottom:4px solid ${marigold};border-radius:8px 8px 0 0;color:#ffffff;font-weight:600">${house}</div>
<div class="sheet" style="padding:20px 16px;background:${sheet};border-radius:0 0 8px 8px;overflow-wrap:anywhere">
<p class="ink" style="${paragraph}">${words.greeting}</p>
${parts.map(render)}
${signature}
</div>
${ending}
</div>
</body>
</html>
`.markup;
}
