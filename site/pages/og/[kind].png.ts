import type { APIRoute } from 'astro';
import { content } from '../../content-fs.ts';
import { wordsIn } from '../../i18n/dictionary.ts';
import { formatDay, formatNumber, formatShare } from '../../i18n/format.ts';
import { wordsSide } from '../../i18n/own-language.ts';
import { progressWordsIn } from '../../i18n/progress-words.ts';
import { type PictureKind, pictureKinds } from '../../pictures.ts';
import { drawLinkPreview } from '../../pictures-fs.ts';
import { progress } from '../../progress-fs.ts';

export const getStaticPaths = () =>
  pictureKinds.map((kind) => ({ params: { kind }, props: { kind } }));

/** The picture that WhatsApp and others show beside a link; in Hindi, as most who share it read Hindi. */
export const GET: APIRoute<{ kind: PictureKind }> = async ({ props }) => {
  const { copy, app, name, demonstration } = content.campaign;
  const words = wordsIn('hi');
  const { total } = progress.progress;
  const headlines: Record<PictureKind, string> = {
    citizen: copy.headline.hi,
    print: words.nav.print,
    progress: total === null ? words.nav.progress : formatNumber(total, 'hi'),
    campaign: words.campaign.title,
    site: name.hi,
  };
  const picture = await drawLinkPreview({
    app: app.name,
    headline: headlines[props.kind],
    owner: copy.state.hi,
    strip:
      props.kind === 'progress' && total !== null
        ? writeStanding(total)
        : (demonstration?.notice ?? copy.motto ?? copy.tagline).hi,
  });
  return new Response(picture);
};

/** The figure with its day and its part of the goal; a sample figure is marked. */
function writeStanding(total: number): string {
  const { goal, sample, downloads, today } = progress;
  const words = progressWordsIn('hi');
  const day = formatDay(downloads.kind === 'counted' ? downloads.asOf : today, 'hi');
  const share = formatShare(total / goal.downloads);
  const parts = [
    words.actualLine,
    day,
    wordsSide('hi') === 'hi' ? `लक्ष्य का ${share}` : `${share} of the goal`,
  ];
  return `${sample ? `${words.sample}: ` : ''}${parts.join(' · ')}`;
}
