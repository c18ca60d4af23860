/**
 * WebAssembly SIMD by hand: the few instructions the loops of the language layer are made of, and the
 * bytes of a module round them. An expression is the list of its bytes.
 */

/** A loop as a function of whole numbers. Its locals are its parameters, then integers, then vectors, by number. */
export type Routine = {
  name: string
  parameters: number
  integers: number
  vectors: number
  body: number[]
}

const i32 = 0x7f
const v128 = 0x7b

const unsigned = (value: number): number[] =>
  value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)]
const signed = (value: number): number[] => {
  const rest = value >> 7
  const low = value & 127
  return (rest === 0 && low < 64) || (rest === -1 && low >= 64)
    ? [low]
    : [low | 128, ...signed(rest)]
}
const sized = (bytes: number[]): number[] => [...unsigned(bytes.length), ...bytes]
const list = (items: number[][]): number[] => [...unsigned(items.length), ...items.flat()]
const name = (text: string): number[] => sized([...text].map((char) => char.charCodeAt(0)))

export const get = (local: number): number[] => [0x20, local]
export const set = (local: number, value: number[]): number[] => [...value, 0x21, local]
export const number = (value: number): number[] => [0x41, ...signed(value)]
export const add = (x: number[], y: number[]): number[] => [...x, ...y, 0x6a]
export const times = (x: number[], y: number[]): number[] => [...x, ...y, 0x6c]
export const advance = (local: number, by: number[]): number[] => set(local, add(get(local), by))
/** A whole number from memory. */
export const loadNumber = (address: number[]): number[] => [...address, 0x28, 2, 0]

const simd = (code: number): number[] => [0xfd, ...unsigned(code)]
const at = (offset: number): number[] => [0, ...unsigned(offset)]
const loadBy =
  (code: number) =>
  (address: number[], offset = 0): number[] => [...address, ...simd(code), ...at(offset)]
const unary =
  (code: number) =>
  (x: number[]): number[] => [...x, ...simd(code)]
const binary =
  (code: number) =>
  (x: number[], y: number[]): number[] => [...x, ...y, ...simd(code)]

/** Sixteen bytes. */
export const load = loadBy(0)
/** Eight signed bytes as 16-bit numbers. */
export const loadBytes = loadBy(1)
/** Four bytes, four times over. */
export const loadSplat = loadBy(9)
export const store = (address: number[], value: number[], offset = 0): number[] => [
  ...address,
  ...value,
  ...simd(11),
  ...at(offset),
]
/** The first eight bytes of a vector. */
export const storeHalf = (address: number[], value: number[], offset = 0): number[] => [
  ...address,
  ...value,
  ...simd(0x5b),
  ...at(offset),
  0,
]
/** Some of the numbers of two vectors, by their places; a number has so many bytes. */
export const pick = (x: number[], y: number[], places: number[], size = 4): number[] => [
  ...x,
  ...y,
  ...simd(0x0d),
  ...places.flatMap((place) => Array.from({ length: size }, (_, byte) => size * place + byte)),
]
const repeatBytes = (bytes: ArrayBuffer): number[] => [...simd(12), ...new Uint8Array(bytes)]
export const constant = (value: number): number[] =>
  repeatBytes(new Float32Array(4).fill(value).buffer)
export const constantInteger = (value: number): number[] =>
  repeatBytes(new Int32Array(4).fill(value).buffer)

/** A whole number, four times over. */
export const splat = unary(0x11)
export const absF = unary(0xe0)
export const addF = binary(0xe4)
export const mulF = binary(0xe6)
export const divF = binary(0xe7)
/** The larger, the smaller of two numbers: one machine instruction, where those that see to NaN take several. */
export const larger = binary(0xeb)
export const smaller = binary(0xea)
export const addI = binary(0xae)
export const subI = binary(0xb1)
/** Eight 16-bit products, added in pairs. */
export const dotPairs = binary(0xba)
/** Two vectors of four as one of eight 16-bit numbers; what is too large becomes the largest. */
export const narrow = binary(0x85)
export const toFloat = unary(0xfa)
/** The first, the last four of eight 16-bit numbers. */
export const lowHalf = unary(0xa7)
export const highHalf = unary(0xa8)

/** Repeats the body while `local`, a count that goes down by `by`, is not yet 0; the body runs at least once. */
export const repeat = (local: number, body: number[], by = 1): number[] => [
  ...[0x03, 0x40],
  ...body,
  ...add(get(local), number(-by)),
  ...[0x22, local],
  ...[0x0d, 0],
  0x0b,
]

/** A module of routines that work on a memory given as m.m. */
export function assemble(routines: Routine[]): Uint8Array<ArrayBuffer> {
  const section = (id: number, bytes: number[]): number[] => [id, ...sized(bytes)]
  const code = ({ integers, vectors, body }: Routine): number[] =>
    sized([
      ...list([
        [integers, i32],
        [vectors, v128],
      ]),
      ...body,
      0x0b,
    ])
  const types = routines.map((r) => [0x60, ...list(Array(r.parameters).fill([i32])), 0])
  return new Uint8Array([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, list(types)),
    ...section(2, list([[...name('m'), ...name('m'), 2, 0, 1]])),
    ...section(3, list(routines.map((_, i) => [i]))),
    ...section(7, list(routines.map((r, i) => [...name(r.name), 0, i]))),
    ...section(10, list(routines.map(code))),
  ])
}

const pageBytes = 65536

/** A module's routines over a new memory of at least so many bytes. */
export function instantiate<Routines>(
  module: WebAssembly.Module,
  bytes: number,
): Routines & { memory: ArrayBuffer } {
  const memory = new WebAssembly.Memory({ initial: Math.max(1, Math.ceil(bytes / pageBytes)) })
  const { exports } = new WebAssembly.Instance(module, { m: { m: memory } })
  return { ...(exports as Routines), memory: memory.buffer }
}
