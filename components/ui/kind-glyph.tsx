import { entityKindTable } from '@/lib/ontology'
import type { EntityKind } from '@/lib/schema'

const outlines: Partial<Record<EntityKind, string>> = {
  place: '6,0.6 11.4,6 6,11.4 0.6,6',
  event: '3.2,1.2 8.8,1.2 11.6,6 8.8,10.8 3.2,10.8 0.4,6',
  group: '3.2,1.2 8.8,1.2 11.6,6 8.8,10.8 3.2,10.8 0.4,6',
}

/** The shape and colour of a kind, as on the canvas. */
export function KindGlyph({ kind, size = 12 }: { kind: EntityKind; size?: number }) {
  const { colour, double } = entityKindTable[kind]
  const points = outlines[kind]
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 12 12"
      aria-hidden
      className="shrink-0 overflow-visible"
      fill={colour}
    >
      {points ? (
        <polygon
          points={points}
          stroke={colour}
          strokeWidth={kind === 'group' ? 1.6 : 0}
          strokeLinejoin="round"
        />
      ) : kind === 'person' ? (
        <circle cx={6} cy={6} r={5.4} />
      ) : kind === 'other' ? (
        <ellipse cx={6} cy={6} rx={5} ry={4} />
      ) : kind === 'paper' ? (
        <rect x={2.1} y={0.4} width={7.8} height={11.2} />
      ) : double ? (
        <>
          <rect x={0.6} y={2.1} width={10.8} height={7.8} rx={2.4} fill="none" stroke={colour} />
          <rect x={2.4} y={3.9} width={7.2} height={4.2} rx={1} />
        </>
      ) : (
        <rect x={0.2} y={1.7} width={11.6} height={8.6} rx={2.4} />
      )}
    </svg>
  )
}
