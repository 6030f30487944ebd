export type Promised = { month: string; massG: number };

/** The months of a time, by their first days. */
export function monthsOf(startsOn: string, endsOn: string): string[] {
  const months: string[] = [];
  for (let month = `${startsOn.slice(0, 7)}-01`; month <= endsOn; month = nextMonth(month))
    months.push(month);
  return months;
}

function nextMonth(month: string) {
  const [year, number] = month.split("-").map(Number) as [number, number];
  return number === 12 ? `${year + 1}-01-01` : `${year}-${String(number + 1).padStart(2, "0")}-01`;
}

/** Grams for January to December, over the months of the term: the same every year. */
export const spreadMonths = (
  grams: readonly (number | null)[],
  startsOn: string,
  endsOn: string,
): Promised[] =>
  monthsOf(startsOn, endsOn).flatMap((month) => {
    const massG = grams[Number(month.slice(5, 7)) - 1];
    return massG ? [{ month, massG }] : [];
  });
