/** So many more of a long list may come back until it starts: a cap ends, an earlier message fails. */
const marginShare = 0.01;

/** The most people or paise that an approval of a count covers. */
export const withMargin = (most: number) => Math.floor(most * (1 + marginShare));
