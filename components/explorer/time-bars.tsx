'use client'
import { type PointerEvent, useRef } from 'react'
import type { Timeline } from '@/lib/view/timeline'

export type Stretch = [from: number, to: number]

type TimeBarsProps = {
  timeline: Timeline
  /** Days from the first, both included. */
  chosen: Stretch
  /** While a stretch is drawn with the pointer. */
  hold(stretch: Stretch): void
  choose(stretch: Stretch): void
}

const height = 24

/** How much is dated where; a stretch drawn across it is kept, a click keeps one bar. */
export function TimeBars({ timeline, chosen: [from, to], hold, choose }: TimeBarsProps) {
  const { bars, days } = timeline
  const begun = useRef<number>(undefined)
  const most = Math.max(...bars)
  const barAt = (event: PointerEvent<SVGSVGElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect()
    const share = (event.clientX - left) / Math.max(1, width)
    return Math.min(bars.length - 1, Math.max(0, Math.floor(share * bars.length)))
  }
  const stretchTo = (bar: number): Stretch => {
    const [low, high] = [Math.min(bar, begun.current ?? bar), Math.max(bar, begun.current ?? bar)]
    const day = (edge: number) => (edge / bars.length) * (days + 1)
    return [Math.ceil(day(low)), Math.max(Math.ceil(day(low)), Math.ceil(day(high + 1)) - 1)]
  }
  return (
    <svg
      viewBox={`0 0 ${bars.length} ${height}`}
      preserveAspectRatio="none"
      aria-hidden
      className="block h-6 w-full cursor-crosshair touch-none"
      onPointerDown={(event) => {
        begun.current = barAt(event)
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={(event) => begun.current !== undefined && hold(stretchTo(barAt(event)))}
      onPointerUp={(event) => {
        if (begun.current !== undefined) choose(stretchTo(barAt(event)))
        begun.current = undefined
      }}
      onPointerCancel={() => {
        begun.current = undefined
      }}
    >
      <rect width={bars.length} height={height} className="fill-transparent" />
      {bars.map((bar, i) => {
        const middle = ((i + 0.5) / bars.length) * days
        // even the least is seen
        const tall = bar === 0 ? 0 : Math.max(2, Math.sqrt(bar / most) * height)
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place
            key={i}
            x={i + 0.1}
            width={0.8}
            y={height - tall}
            height={tall}
            className={middle >= from - 0.5 && middle <= to + 0.5 ? 'fill-muted' : 'fill-line'}
          />
        )
      })}
    </svg>
  )
}
