/** A straight line through measured points, with what can be said of its slope. */

export interface Line {
  /** Per unit of x. */
  readonly slope: number;
  /** Bounds of the 95 % confidence interval of the slope. */
  readonly low: number;
  readonly high: number;
}

/** Least squares. @throws with fewer than three points, or where all stand at one x. */
export function fitLine(points: readonly (readonly [x: number, y: number])[]): Line {
  const count = points.length;
  const mean = (at: 0 | 1) => points.reduce((sum, point) => sum + point[at], 0) / count;
  const [x, y] = [mean(0), mean(1)];
  const spread = points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
  if (count < 3 || spread === 0) throw new Error('a line needs three points');
  const slope = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0) / spread;
  const rest = points.reduce((sum, point) => sum + (point[1] - y - slope * (point[0] - x)) ** 2, 0);
  const error = Math.sqrt(rest / (count - 2) / spread);
  const half = studentT(count - 2) * error;
  return { slope, low: slope - half, high: slope + half };
}

/** The 97.5 % point of Student's t: a table for few degrees of freedom, then its usual approximation. */
function studentT(degrees: number): number {
  const few = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228];
  const z = 1.959964;
  return (
    few[degrees - 1] ??
    z + (z ** 3 + z) / (4 * degrees) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * degrees ** 2)
  );
}
