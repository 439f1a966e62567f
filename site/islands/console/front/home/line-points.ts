export const width = 300;
export const height = 64;

/** Points of the line: a day without a figure takes its room, and the least total stands at the bottom. */
export function linePoints(days: readonly { date: string; total: number }[]): string {
  const times = days.map(({ date }) => Date.parse(date));
  const totals = days.map(({ total }) => total);
  const scale = (values: readonly number[], room: number) => {
    const least = Math.min(...values);
    const span = Math.max(...values) - least;
    return (value: number) => (span === 0 ? room : ((value - least) / span) * room);
  };
  const x = scale(times, width);
  const y = scale(totals, height - 4);
  return days
    .map(({ total }, at) => `${x(times[at] ?? 0).toFixed(1)},${(height - 2 - y(total)).toFixed(1)}`)
    .join(' ');
}
