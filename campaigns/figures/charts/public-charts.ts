/** The charts that anybody may take along, as a picture or in a frame. */
export const publicCharts = ['downloads', 'boards-map', 'scans-map'] as const;
export type PublicChart = (typeof publicCharts)[number];

type Language = 'hi' | 'en';

/** Names of the pictures of all charts in both languages. */
export const chartPictures = publicCharts.flatMap((chart) =>
  (['hi', 'en'] as const).map((language) => pictureName(chart, language)),
);

function pictureName<Chart extends PublicChart, Own extends Language>(chart: Chart, language: Own) {
  return `${chart}-${language}.png` as const;
}

/** A district's own picture, in the shape that a shared link shows. */
export const districtPicture = /^district-([a-z0-9-]{1,60})-(hi|en)\.png$/;
export const districtPictureSize = { width: 1200, height: 630 };

export function districtPicturePath(district: string, language: Language): string {
  return `/api/public/charts/district-${district}-${language}.png`;
}

/** Address of a chart as a picture. */
export function chartPicturePath(chart: PublicChart, language: Language): string {
  return `/api/public/charts/${pictureName(chart, language)}`;
}

/** Address of the page with one chart that other sites may show in a frame. */
export function embedPath(chart: PublicChart, language: Language): string {
  return `${language === 'hi' ? '' : '/en'}/embed/${chart}/`;
}

/** Height of a chart in hundredths of its width, as it is drawn on a desk and on a phone. */
const shapes: Record<PublicChart, { wide: number; narrow: number }> = {
  downloads: { wide: 74, narrow: 139 },
  'boards-map': { wide: 109, narrow: 136 },
  'scans-map': { wide: 109, narrow: 136 },
};
/** A frame up to this width shows the phone's drawing: 35 rem. */
const narrowPx = 560;
const captionPx = 56;
/** For a browser that does not know the width of a container. */
const usualHeightPx = 720;

/**
 * Code to paste into a page of another site. The frame is as high as its chart: of the two drawings the phone's is the
 * higher one, whose difference is added below its width.
 */
export function embedCode(
  { chart, language, title }: { chart: PublicChart; language: Language; title: string },
  publicUrl: string,
): string {
  const address = new URL(embedPath(chart, language), publicUrl).href;
  const { wide, narrow } = shapes[chart];
  const more = `min(${narrow - wide}cqw,max(0px,(${narrowPx}px - 100cqw)*999))`;
  const height = `calc(${wide}cqw + ${captionPx}px + ${more})`;
  return `<div style="container-type:inline-size"><iframe src="${address}" title="${title.replaceAll('"', '&quot;')}" width="100%" height="${usualHeightPx}" style="border:0;height:${height}" loading="lazy"></iframe></div>`;
}
