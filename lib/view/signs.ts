import type { NodeBox, Point } from './layout/layout'

/** Small marks for what became of something, always also in words: colour says none of it alone. */
export const signTable = {
  fallen: { mark: '×', words: 'no longer stands' },
  new: { mark: '+', words: 'new' },
  gone: { mark: '−', words: 'gone' },
  strengthened: { mark: '▲', words: 'strengthened' },
  weakened: { mark: '▼', words: 'weakened' },
  nowContested: { mark: '≠', words: 'now contested' },
  noLongerContested: { mark: '=', words: 'no longer contested' },
} as const

export type Sign = keyof typeof signTable

/** Where a mark stands on a shape's shoulder, seen from its middle: where its name does not begin. */
export function signOffset({ shape, side }: Pick<NodeBox, 'shape' | 'side'>): Point {
  const [x, y] = [shape.w / 2 + 1, shape.h / 2 + 1]
  return { x: side === 'left' ? x : -x, y: side === 'top' ? y : -y }
}

/** Words of a relation with what became of it before them; where it fell, that alone. */
export const signWords = (sign: Sign | undefined, lines: readonly string[]): string[] =>
  sign === undefined
    ? [...lines]
    : sign === 'fallen'
      ? [signTable.fallen.mark]
      : lines.map((line, i) => (i === 0 ? `${signTable[sign].mark} ${line}` : line))
