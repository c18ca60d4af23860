/** Colours, sizes and line styles that the canvas and the picture writers share. */
import { stanceTable } from '../ontology'
import type { Stance } from '../schema'

export type ThemeName = 'light' | 'dark'

export const themes = {
  light: {
    canvas: '#fafaf8',
    text: '#1b1e24',
    muted: '#5b616b',
    edge: '#8a8f99',
    rule: '#d9dadb',
    accent: '#b3261e',
    onAccent: '#ffffff',
  },
  dark: {
    canvas: '#0f1218',
    text: '#e7e9ee',
    muted: '#9aa1ad',
    edge: '#6b7280',
    rule: '#2b313b',
    accent: '#ff8a7a',
    onAccent: '#0f1218',
  },
} as const satisfies Record<ThemeName, Record<string, string>>

export type Theme = (typeof themes)[ThemeName]

/** Named in every picture; the first that the reading program has is used. */
export const fontStack =
  "Inter, 'Inter Variable', 'Helvetica Neue', Arial, 'Noto Sans', 'Noto Sans Arabic', sans-serif"

/** Sizes in px at zoom 1. */
export const sizes = {
  nodeLabel: 12,
  nodeLine: 15,
  edgeLabel: 11,
  edgeLine: 14,
  /** Widest line of a name before it is broken. */
  nodeLabelWidth: 112,
  edgeLabelWidth: 96,
} as const

const dashes = { solid: [], 'long-dash': [9, 4], dotted: [1.5, 3.5], dash: [4, 3] } as const

/** Dash pattern of a stance's line in px; empty for a solid one. */
export const stanceDash = (stance: Stance): readonly number[] => dashes[stanceTable[stance].line]

/** Line width in px: 1 for one independent source, 2 for two, 4 (the most) from eight on. */
export const relationWidth = (sources: number): number =>
  Math.min(4, 1 + Math.log2(Math.max(1, sources)))
