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
