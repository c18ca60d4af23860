/** tanh as a continued fraction of seventh order, off by less than 0.0002 everywhere. */
import { addF, constant, divF, get, larger, mulF, set, smaller } from './assemble'

/** Beyond this, either way, it is taken for level. */
export const tanhEnd = 4.97
/** Factors of the square's powers above and below the line, the highest power's first. */
export const tanhAbove = [1, 378, 17325, 135135]
export const tanhBelow = [28, 3150, 62370, 135135]

/** The tanh of four floats. In: the locals that hold them and that may hold their squares, both overwritten. */
export function tanh(
  x: number,
  square: number,
  keep: (value: number) => number[] = constant,
): number[] {
  const horner = (factors: readonly number[]): number[] =>
    factors
      .slice(1)
      .reduce((sum, next) => addF(mulF(sum, get(square)), keep(next)), keep(factors[0]!))
  return [
    ...set(x, smaller(larger(get(x), keep(-tanhEnd)), keep(tanhEnd))),
    ...set(square, mulF(get(x), get(x))),
    ...divF(mulF(get(x), horner(tanhAbove)), horner(tanhBelow)),
  ]
}
