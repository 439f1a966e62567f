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

/** Address of a chart as a picture. */
export function chartPicturePath(chart: PublicChart, language: Language): string {
  return `/api/public/charts/${pictureName(chart, language)}`;
}

/** Address of the page with one chart that other sites may show in a frame. */
export function embedPath(chart: PublicChart, language: Language): string {
  return `${language === 'hi' ? '' : '/en'}/embed/${chart}/`;
}

/** Heights that suit the frame on a phone and on a desk. */
const frameHeight: Record<PublicChart, number> = {
  downloads: 720,
  'boards-map': 1000,
  'scans-map': 1000,
};

/** Code to paste into a page of another site. */
export function embedCode(
  { chart, language, title }: { chart: PublicChart; language: Language; title: string },
  publicUrl: string,
): string {
  const address = new URL(embedPath(chart, language), publicUrl).href;
  return `<iframe src="${address}" title="${title.replaceAll('"', '&quot;')}" width="100%" height="${frameHeight[chart]}" style="border:0" loading="lazy"></iframe>`;
}
