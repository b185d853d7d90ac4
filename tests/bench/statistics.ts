/** The value in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = Number.NaN, high = Number.NaN] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}

export type Point = readonly [x: number, y: number];

/** The power of x with which y grows: the slope of the line through the points' logarithms. Undefined for one x. */
export function growth(points: readonly Point[]): number | undefined {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(logs.map(([log]) => log)), mean(logs.map(([, log]) => log))];
  const across = logs.reduce((sum, [log]) => sum + (log - x) ** 2, 0);
  if (!(across > 0)) return undefined;
  return logs.reduce((sum, [logX, logY]) => sum + (logX - x) * (logY - y), 0) / across;
}
