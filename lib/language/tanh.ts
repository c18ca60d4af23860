/** tanh as a continued fraction of seventh order, off by less than 0.0002 everywhere. */
import { addF, constant, divF, get, larger, mulF, set, smaller } from './assemble'

/** Beyond this, either way, it is taken for level. */
const end = 4.97

/** The numbers it is made of. */
export const tanhNumbers = [end, -end, 378, 17325, 135135, 28, 3150, 62370]

/**
 * The tanh of four floats. In: the locals that hold them and that may hold their squares, both overwritten,
 * and how to have a number.
 */
export function tanh(
  x: number,
  square: number,
  have: (value: number) => number[] = constant,
): number[] {
  const horner = (first: number[], ...factors: number[]): number[] =>
    factors.reduce((sum, next) => addF(mulF(sum, get(square)), have(next)), first)
  const above = horner(addF(get(square), have(378)), 17325, 135135)
  const below = horner(have(28), 3150, 62370, 135135)
  return [
    ...set(x, smaller(larger(get(x), have(-end)), have(end))),
    ...set(square, mulF(get(x), get(x))),
    ...divF(mulF(get(x), above), below),
  ]
}
