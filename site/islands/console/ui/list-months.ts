const monthNumber = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

/** Months from the first to the last, each given as a day or a month; the latest first, and that one always. */
export function listMonths(first: string, last: string): string[] {
  const latest = monthNumber(last);
  return Array.from({ length: Math.max(1, latest - monthNumber(first) + 1) }, (_, back) => {
    const month = latest - back;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}
