// Logistic regression by Newton's method with a ridge (Hoerl and Kennard 1970): how the weights of the matcher are found.

export interface Example {
  /** Without a bias. */
  input: readonly number[];
  /** 0 to 1. */
  target: number;
  /** How much it counts. */
  counts: number;
}

/** Weights, the first of the bias; `ridge` on all but the bias. */
export function fitLogistic(examples: readonly Example[], ridge: number): number[] {
  const inputs = examples.map(({ input }) => [1, ...input]);
  const size = inputs[0]!.length;
  let weights = new Array<number>(size).fill(0);
  for (let round = 0; round < 30; round++) {
    const gradient = new Array<number>(size).fill(0);
    const curvature = Array.from({ length: size }, () => new Array<number>(size).fill(0));
    inputs.forEach((input, at) => {
      const chance = logistic(dot(weights, input));
      const { target, counts } = examples[at]!;
      const miss = (chance - target) * counts;
      const bend = Math.max(1e-6, chance * (1 - chance)) * counts;
      input.forEach((value, i) => {
        gradient[i]! += miss * value;
        input.forEach((other, j) => {
          curvature[i]![j]! += bend * value * other;
        });
      });
    });
    for (let i = 1; i < size; i++) {
      gradient[i]! += ridge * weights[i]!;
      curvature[i]![i]! += ridge;
    }
    curvature[0]![0]! += 1e-6;
    const step = solve(curvature, gradient);
    weights = weights.map((weight, i) => weight - step[i]!);
    if (Math.max(...step.map(Math.abs)) < 1e-6) break;
  }
  return weights;
}

export const logistic = (z: number) => 1 / (1 + Math.exp(-z));

export const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, at) => sum + value * b[at]!, 0);

/** Gauss with pivots. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at]!]);
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++) {
      if (Math.abs(rows[row]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = row;
    }
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    for (let row = 0; row < size; row++) {
      if (row === column) continue;
      const factor = rows[row]![column]! / rows[column]![column]!;
      for (let at = column; at <= size; at++) rows[row]![at]! -= factor * rows[column]![at]!;
    }
  }
  return rows.map((row, at) => row[size]! / row[at]!);
}
