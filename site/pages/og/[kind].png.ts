import type { APIRoute } from 'astro';
import { content } from '../../content-fs.ts';
import { wordsIn } from '../../i18n/dictionary.ts';
import { type PictureKind, pictureKinds } from '../../pictures.ts';
import { drawLinkPreview } from '../../pictures-fs.ts';

export const getStaticPaths = () =>
  pictureKinds.map((kind) => ({ params: { kind }, props: { kind } }));

/** The picture that WhatsApp and others show beside a link; in Hindi, as most who share it read Hindi. */
export const GET: APIRoute<{ kind: PictureKind }> = async ({ props }) => {
  const { copy, app, name } = content.campaign;
  const words = wordsIn('hi');
  const headlines: Record<PictureKind, string> = {
    citizen: copy.headline.hi,
    print: words.nav.print,
    progress: words.nav.progress,
    campaign: words.campaign.title,
    site: name.hi,
  };
  const picture = await drawLinkPreview({
    app: app.name,
    headline: headlines[props.kind],
    owner: copy.state.hi,
    strip: copy.motto.hi,
  });
  return new Response(picture);
};
