/** The expected cost of one blast; money is in whole paise. */
export interface CostEstimate {
  recipients: number;
  segments: number;
  paise: number;
}

export interface CostShare {
  recipients: number;
  segmentsEach: number;
}

/** Recipients by language, each with the segments of its text. */
export function estimateCost(shares: readonly CostShare[], paisePerSegment: number): CostEstimate {
  let recipients = 0;
  let segments = 0;
  for (const share of shares) {
    recipients += share.recipients;
    segments += share.recipients * share.segmentsEach;
  }
  return { recipients, segments, paise: segments * paisePerSegment };
}
