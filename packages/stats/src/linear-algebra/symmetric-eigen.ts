/** Eigenvalues of a symmetric matrix, and its eigenvectors as columns: entry i of vector k at i * size + k. */
export interface Eigen {
  readonly values: Float64Array;
  readonly vectors: Float64Array;
}

const SWEEPS = 60;

/** By Jacobi's rotations, which find small eigenvalues beside large ones (Golub and Van Loan, Matrix Computations, 8.5). */
export function symmetricEigen(matrix: Float64Array, size: number): Eigen {
  const a = matrix.slice();
  const vectors = Float64Array.from({ length: size * size }, (_, at) => (at % (size + 1) === 0 ? 1 : 0));
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let turned = false;
    for (let i = 0; i < size; i++) for (let j = i + 1; j < size; j++) turned = rotate(a, vectors, size, i, j) || turned;
    if (!turned) break;
  }
  return { values: Float64Array.from({ length: size }, (_, i) => a[i * size + i] as number), vectors };
}

/** Turns entry (i, j) to 0; whether there was anything to turn. */
function rotate(a: Float64Array, vectors: Float64Array, size: number, i: number, j: number): boolean {
  const off = a[i * size + j] as number;
  const [p, q] = [a[i * size + i] as number, a[j * size + j] as number];
  if (Math.abs(off) <= 1e-17 * Math.sqrt(Math.abs(p * q)) || Math.abs(off) < 1e-300) return false;
  const theta = (q - p) / (2 * off);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const c = 1 / Math.hypot(t, 1);
  const s = t * c;
  for (let k = 0; k < size; k++) {
    const [x, y] = [a[k * size + i] as number, a[k * size + j] as number];
    a[k * size + i] = c * x - s * y;
    a[k * size + j] = s * x + c * y;
  }
  for (let k = 0; k < size; k++) {
    const [x, y] = [a[i * size + k] as number, a[j * size + k] as number];
    a[i * size + k] = c * x - s * y;
    a[j * size + k] = s * x + c * y;
    const [v, w] = [vectors[k * size + i] as number, vectors[k * size + j] as number];
    vectors[k * size + i] = c * v - s * w;
    vectors[k * size + j] = s * v + c * w;
  }
  return true;
}
