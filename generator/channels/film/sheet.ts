import type { Campaign } from '../../../campaigns/campaign.ts';
import { type Film, filmSeconds, shotTimes } from '../../../campaigns/channels/film/film.ts';
import { OfficePage } from '../../artwork/office-page.ts';
import type { Fonts } from '../../layout/fonts-fs.ts';
import type { Weight } from '../../layout/node.ts';
import { breakLines } from '../../layout/paragraph.ts';
import { type OfficeSheet, officeFile } from '../../print/office-file.ts';
import { a4 } from '../../print/paper-sizes.ts';
import type { OutputIntent } from '../../print/press-file.ts';
import { unbroken } from './lettering.ts';

const left = 18;
const right = a4.width - 18;
const foot = a4.height - 20;

export interface SheetSource {
  campaign: Campaign;
  film: Film;
  fonts: Fonts;
  intent: OutputIntent;
  /** Address as people type it. */
  typed: string;
  /** Seconds of the certificate shown before the film, where a picture of it is there. */
  slateSeconds: number | null;
}

/** The sheet for the certification board: what the film shows and says, second by second, and what nobody has confirmed yet. */
export function certificationSheet(source: SheetSource): Uint8Array {
  const { campaign, fonts, film } = source;
  const writer = createWriter(fonts);
  heading(writer, source);
  script(writer, film);
  facts(writer, source);
  const file = officeFile(
    writer.sheets(),
    {
      title: `${campaign.app.name}: sheet for the certification board`,
      date: campaign.versionDate,
    },
    source,
  );
  return Buffer.concat(file.parts.map((part) => Buffer.from(part)));
}

type Writer = ReturnType<typeof createWriter>;

function heading(writer: Writer, { campaign, film, slateSeconds }: SheetSource): void {
  const seconds = filmSeconds(film);
  writer.line(campaign.copy.state.hi, { points: 10, weight: 700 });
  writer.line(film.title.hi, { points: 24, weight: 800, after: 1 });
  writer.line(`${film.title.en} · ${campaign.app.name}`, { points: 12, after: 3 });
  writer.text(
    'फ़िल्म प्रमाणन के लिए पत्रक: सिनोप्सिस, पटकथा और विवरण। सिनेमाघर में दिखाए जाने वाले हर विज्ञापन के लिए केंद्रीय फ़िल्म प्रमाणन बोर्ड (सीबीएफ़सी) का प्रमाण-पत्र अनिवार्य है: चलचित्र अधिनियम 1952, धारा 4।',
    { weight: 700 },
  );
  writer.text(
    'Sheet for the Central Board of Film Certification. A certificate is mandatory for every advertisement shown in a theatre: Cinematograph Act 1952, section 4.',
  );
  writer.title('अवधि / Duration');
  writer.pair('फ़िल्म / Film', `${seconds} सेकंड (24 फ़्रेम प्रति सेकंड पर ${Math.round(seconds * 24)} फ़्रेम)`);
  writer.pair(
    'प्रमाण-पत्र की स्लाइड / Certificate slate',
    slateSeconds === null
      ? 'चित्र अभी नहीं मिला / picture not yet there'
      : `${slateSeconds} सेकंड, फ़िल्म से अलग / apart from the film`,
  );
  writer.pair('भाषा / Language', 'हिंदी; हिंदी कैप्शन / Hindi, with Hindi captions');
  writer.pair('प्रारूप / Format', '1998 × 1080, 24 fps, रंगीन / colour');
  writer.title('सिनोप्सिस / Synopsis');
  writer.text(film.synopsis.hi);
  writer.text(film.synopsis.en);
}

function script(writer: Writer, film: Film): void {
  writer.title('पटकथा / Script');
  for (const [at, { shot, from, to }] of shotTimes(film).entries()) {
    writer.keep(34);
    writer.line(`${at + 1}. ${from.toFixed(1)}–${to.toFixed(1)} s  (${shot.seconds} s)`, {
      points: 10.5,
      weight: 800,
      after: 0.5,
    });
    writer.pair('दृश्य / Picture', shot.picture.hi, shot.picture.en);
    writer.pair(
      'पर्दे पर / On screen',
      shot.lines.map(({ hi }) => unbroken(hi)).join(' · '),
      shot.lines.map(({ en }) => unbroken(en)).join(' · '),
    );
    writer.pair('आवाज़ / Voice', shot.voice.hi, shot.voice.en);
    writer.space(1.6);
  }
}

function facts(writer: Writer, { campaign, film, typed }: SheetSource): void {
  const open = 'पुष्टि शेष / to be confirmed';
  writer.title('विवरण / Facts');
  for (const { name, value } of film.facts)
    writer.pair(`${name.hi} / ${name.en}`, value?.hi ?? open, value?.en);
  writer.pair(
    'पता / Address shown',
    campaign.links.confirmed ? typed : `${typed}: स्वामी की ${open}`,
  );
  writer.title(`नेटवर्क क्या माँगते हैं / What networks ask (${open})`);
  for (const { ask, confirmed } of film.networks)
    writer.text(`• ${ask.hi}${confirmed ? '' : '  [?]'}`, { points: 9.5 });
  writer.keep(26);
  writer.space(2);
  writer.signatures(['आवेदक / Applicant', 'सूचना विभाग की सहमति', 'सीबीएफ़सी आवेदन संख्या और दिनांक']);
}

interface Look {
  points?: number;
  weight?: Weight;
  after?: number;
}

/** Writes down pages of A4, going on to the next where one is full. */
function createWriter(fonts: Fonts) {
  const pages: OfficePage[] = [];
  let y = Infinity;
  const keep = (height: number) => {
    if (y + height <= foot) return;
    pages.push(new OfficePage(fonts));
    y = 20;
  };
  const page = () => pages.at(-1) as OfficePage;
  const space = (height: number) => {
    y += height;
  };
  const lines = (
    content: string,
    at: { x: number; width: number },
    { points = 10, weight = 500 }: Look,
  ) => {
    const size = (points * 25.4) / 72;
    for (const line of breakLines(content, {
      face: fonts.typeface(weight),
      sizeMm: size,
      widthMm: at.width,
    })) {
      keep(size * 1.45);
      y += size * 1.45;
      page().text(line, { x: at.x, y: y - size * 0.42, points, weight });
    }
  };
  const whole = { x: left, width: right - left };
  return {
    keep,
    space,
    line(content: string, look: Look = {}) {
      lines(content, whole, look);
      space(look.after ?? 0);
    },
    text(content: string, look: Look = {}) {
      lines(content, whole, look);
      space(1.4);
    },
    title(content: string) {
      keep(18);
      space(4);
      lines(content, whole, { points: 12.5, weight: 800 });
      page().fill('marigold', left, y + 0.6, right - left, 0.8);
      space(2.6);
    },
    /** A name and its description, in one language or two. */
    pair(name: string, ...values: (string | undefined)[]) {
      keep(6 + 5 * values.length);
      const top = y;
      lines(name, { x: left, width: 48 }, { points: 9, weight: 700 });
      const below = y;
      y = top;
      for (const value of values)
        if (value !== undefined)
          lines(value, { x: left + 52, width: right - left - 52 }, { points: 9.5 });
      y = Math.max(y, below);
    },
    signatures(titles: readonly string[]) {
      page().signatures(titles, { x: left, y, width: right - left, height: 24 });
    },
    sheets: (): OfficeSheet[] => pages.map(({ shapes }) => ({ trimMm: a4, shapes })),
  };
}
