import { stanceTable } from '@/lib/ontology'
import type { Stance } from '@/lib/schema'
import { stanceDash } from '@/lib/view/theme'

/** The line a stance is drawn with, as in the picture. */
export function StanceLine({ stance, width = 26 }: { stance: Stance; width?: number }) {
  const { mark } = stanceTable[stance]
  return (
    <svg width={width} height={10} aria-hidden className="shrink-0 text-muted">
      <line
        x1={0}
        x2={width}
        y1={5}
        y2={5}
        stroke="currentColor"
        strokeWidth={1.75}
        strokeDasharray={stanceDash(stance).join(' ') || undefined}
      />
      {mark && (
        <text
          x={width / 2}
          y={8.5}
          textAnchor="middle"
          fontSize={11}
          fontWeight={700}
          fill="currentColor"
          stroke="var(--surface)"
          strokeWidth={3}
          paintOrder="stroke"
        >
          {mark}
        </text>
      )}
    </svg>
  )
}
