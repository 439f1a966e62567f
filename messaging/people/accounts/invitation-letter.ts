import type { Bilingual } from '../../../campaigns/bilingual.ts';
import type { Campaign } from '../../../campaigns/campaign.ts';
import { markedLine } from '../../../campaigns/demonstration.ts';
import { officeSide } from '../../../campaigns/language.ts';
import { formatDay } from '../../../campaigns/numbers.ts';
import { toDay, toTime } from '../../../campaigns/tracker/clock.ts';
import { pairs } from '../../../campaigns/words/pairs.ts';
import { plainCode } from '../../platform/documents/link-code.ts';
import {
  breakLines,
  type Canvas,
  type Column,
  openCanvas,
  type TextStyle,
} from '../../platform/documents/pdf-canvas.ts';
import { drawRows } from '../../platform/documents/pdf-code.ts';

/** An officer's invitation, by paper or by e-mail. */
export interface InvitationLetter {
  email: string;
  office: Bilingual;
  link: string;
  expiresAt: Date;
}

const paper = { width: 595.28, height: 841.89 };
const panel = paper.height / 3;
const inner: Column = { left: 56.7, width: paper.width - 2 * 56.7 };
/** 53 mm: read from a hand's breadth by any phone. */
const codeSide = 150;

/** The facts of a campaign that the letters take. */
export type InvitationCampaign = Pick<Campaign, 'id' | 'app' | 'languages' | 'demonstration'>;

interface Written {
  words: (typeof sealedLetterWords)['hi'];
  language: 'hi' | 'en';
  app: string;
}

interface SealedLetters {
  letters: readonly InvitationLetter[];
  campaign: InvitationCampaign;
  createdAt: Date;
}

/**
 * Letters that close by themselves, a page of A4 each: folded back below the address and in above the steps, the address is
 * outside and the link inside.
 */
export function sealedLetters({ letters, campaign, createdAt }: SealedLetters): Buffer {
  const { app } = campaign;
  const language = officeSide('hi', campaign);
  const words = sealedLetterWords[language];
  const written = { words, language, app: markedLine(campaign, app.name, language) };
  const canvas = openCanvas();
  letters.forEach((letter, index) => {
    if (index > 0) canvas.newPage();
    drawAddress(canvas, letter, written);
    drawFold(canvas, 2 * panel, words.foldBack);
    drawLink(canvas, letter, written);
    drawFold(canvas, panel, words.foldIn);
    drawSteps(canvas, words.steps);
  });
  return canvas.finish({ title: words.title, language, createdAt });
}

function drawAddress(
  canvas: Canvas,
  { office }: InvitationLetter,
  { words, language }: Written,
): void {
  const { regular, bold } = canvas;
  const top = paper.height - 60;
  canvas.text(words.secret, inner, top, { font: bold, size: 16, ink: 'red', align: 'right' });
  canvas.text(words.to, inner, top - 60, { font: regular, size: 13 });
  const name: TextStyle = { font: bold, size: 17 };
  breakLines(office[language], name, inner.width).forEach((line, index) => {
    canvas.text(line, inner, top - 88 - index * 26, name);
  });
  canvas.text(words.only, inner, 2 * panel + 34, { font: regular, size: 11 });
}

function drawLink(
  canvas: Canvas,
  { email, link, expiresAt }: InvitationLetter,
  { words, language, app }: Written,
): void {
  const { regular, bold } = canvas;
  const top = 2 * panel - 40;
  canvas.text(words.account(app), inner, top, { font: bold, size: 15, ink: 'navy' });
  drawRows(canvas, plainCode(link), {
    x: inner.left,
    bottom: top - 24 - codeSide,
    side: codeSide,
  });
  const beside = { left: inner.left + codeSide + 16, width: inner.width - codeSide - 16 };
  const small: TextStyle = { font: regular, size: 11 };
  const lines: [string, TextStyle][] = [
    [words.link, { ...small, font: bold }],
    ...breakAnywhere(link, small, beside.width).map((piece): [string, TextStyle] => [piece, small]),
    ['', small],
    [words.email, { ...small, font: bold }],
    ...breakAnywhere(email, small, beside.width).map((piece): [string, TextStyle] => [
      piece,
      small,
    ]),
    [words.valid(`${formatDay(toDay(expiresAt), language)}, ${toTime(expiresAt)}`), small],
  ];
  lines.forEach(([text, style], index) => {
    if (text !== '') canvas.text(text, beside, top - 44 - index * 17, style);
  });
}

function drawSteps(canvas: Canvas, steps: readonly string[]): void {
  const style: TextStyle = { font: canvas.regular, size: 12 };
  const lines = steps.flatMap((step) => breakLines(step, style, inner.width));
  lines.forEach((line, index) => {
    canvas.text(line, inner, panel - 52 - index * 22, style);
  });
}

/** A dashed line across the paper, with what to do there. */
function drawFold(canvas: Canvas, y: number, words: string): void {
  for (let x = 12; x < paper.width - 12; x += 12) {
    canvas.box(x, y, { width: 6, height: 0.5 }, 'rule');
  }
  canvas.text(words, inner, y - 11, { font: canvas.regular, size: 8, align: 'center' });
}

/** A text without blanks in pieces that fit. */
function breakAnywhere(text: string, { font, size }: TextStyle, widthPt: number): string[] {
  const found: string[] = [];
  let piece = '';
  for (const sign of text) {
    if ((font.widthOf(piece + sign) * size) / 1000 > widthPt) {
      found.push(piece);
      piece = sign;
    } else piece += sign;
  }
  return [...found, piece];
}

/** The sealed letter with which an officer is invited on paper. */
const sealedLetterWords = pairs({
  steps: [
    [
      '1. फ़ोन के कैमरे से कोड स्कैन करें, या लिंक ब्राउज़र में लिखें।',
      '1. Scan the code with the phone’s camera, or type the link into a browser.',
    ],
    [
      '2. अपना नाम, पदनाम और कम से कम 12 वर्णों का पासवर्ड लिखें।',
      '2. Enter your name, your designation and a password of at least 12 characters.',
    ],
    [
      '3. विभागीय पोर्टल में साइन इन करें और दो-चरणीय सत्यापन चालू करें।',
      '3. Sign in to the console and set up the second factor.',
    ],
    [
      '4. लिंक एक ही बार खुलता है। वह पहले से प्रयोग हुआ दिखे, तो मुख्यालय को तुरंत फ़ोन पर बताएँ।',
      '4. The link opens once. If it is said to have been used, tell headquarters by phone at once.',
    ],
    ['5. खाता बनते ही यह पत्र नष्ट कर दें।', '5. Destroy this letter as soon as the account is there.'],
  ],
  foldBack: ['यहाँ से पीछे की ओर मोड़ें', 'Fold back here'],
  foldIn: ['यहाँ से भीतर की ओर मोड़ें, फिर खुले किनारे चिपकाएँ', 'Fold in here, then glue the open edges'],
  title: ['विभागीय पोर्टल के आमंत्रण', 'Invitations to the console'],
  secret: ['गोपनीय', 'Confidential'],
  to: ['सेवा में,', 'To'],
  only: ['केवल ऊपर लिखे अधिकारी ही खोलें।', 'To be opened by the officer named above only.'],
  account: (app: string) => [
    `${app}: विभागीय पोर्टल पर आपका खाता`,
    `${app}: your account in the console`,
  ],
  link: ['एक बार खुलने वाला लिंक:', 'Link that opens once:'],
  email: ['ई-मेल, जिससे साइन इन होगा:', 'E-mail to sign in with:'],
  valid: (moment: string) => [`वैधता: ${moment} बजे तक`, `Valid until ${moment}`],
});
