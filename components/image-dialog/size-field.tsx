'use client'
import { useId } from 'react'
import { type PngSize, targetSize } from '@/lib/export/png-size'

type SizeFieldProps = { size: PngSize; choose(size: PngSize): void; svg: string }

const scales = [1, 2, 3, 4]

/** How many pixels: a multiple of the size on the screen, or an exact width. */
export function SizeField({ size, choose, svg }: SizeFieldProps) {
  const [selectId, widthId, outcomeId] = [useId(), useId(), useId()]
  const target = targetSize(svg, size)
  const exact = 'width' in size
  return (
    <fieldset aria-describedby={outcomeId}>
      <legend className="mb-1.5 text-xs font-semibold">Size</legend>
      <div className="flex items-center gap-2 text-sm">
        <label htmlFor={selectId} className="sr-only">
          Size of the image
        </label>
        <select
          id={selectId}
          value={exact ? 'exact' : String(size.scale)}
          onChange={({ target: { value } }) =>
            choose(value === 'exact' ? { width: target.width } : { scale: Number(value) })
          }
          className="h-8 rounded-md border border-line bg-surface px-2"
        >
          {scales.map((scale) => (
            <option key={scale} value={scale}>
              {scale}×
            </option>
          ))}
          <option value="exact">Exact width</option>
        </select>
        {exact && (
          <>
            <label htmlFor={widthId} className="sr-only">
              Width in pixels
            </label>
            <input
              id={widthId}
              type="number"
              min={16}
              max={100_000}
              value={size.width || ''}
              onChange={(event) => choose({ width: Math.round(Number(event.target.value)) })}
              className="h-8 w-24 rounded-md border border-line bg-surface px-2 tabular-nums"
            />
          </>
        )}
      </div>
      <p id={outcomeId} className="mt-1 text-xs text-muted tabular-nums">
        {target.width.toLocaleString('en')} × {target.height.toLocaleString('en')} pixels
      </p>
    </fieldset>
  )
}
