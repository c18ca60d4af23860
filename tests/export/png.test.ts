import { describe, expect, it } from 'vitest'
import { AppError } from '../../lib/errors'
import { drawPng } from '../../lib/export/png'
import { drawSvg } from '../../lib/export/svg'
import { layoutGraph } from '../../lib/view/layout/layout-graph'

function picture(label: string): string {
  const elements = { nodes: [{ id: 'a', kind: 'person' as const, label }], edges: [] }
  return drawSvg({
    elements,
    layout: layoutGraph(elements),
    theme: 'light',
    background: 'canvas',
    description: '',
  })
}

const size = (png: Uint8Array) => {
  const view = new DataView(png.buffer, png.byteOffset)
  return [view.getUint32(16), view.getUint32(20)]
}

describe('drawPng', () => {
  it('has exactly the pixels asked for', () => {
    const svg = picture('Steve Witkoff')
    const [width, height] = size(drawPng(svg))
    expect(size(drawPng(svg, { scale: 3 }))).toEqual([width! * 3, height! * 3])
    expect(size(drawPng(svg, { width: 1000 }))[0]).toBe(1000)
  })

  it('draws letters of every script it ships', () => {
    const blank = drawPng(picture(' ')).length
    for (const name of ['Witkoff', 'Путин', 'محمد']) {
      // a missing letter would be a box, the same for every letter
      const [one, other] = [name, [...name].reverse().join('')].map((text) =>
        drawPng(picture(text)),
      )
      expect(one!.length).toBeGreaterThan(blank)
      expect(Buffer.compare(one!, other!)).not.toBe(0)
    }
  })

  it('says when a picture is too large, and offers SVG', () => {
    for (const bad of [{ width: 20_000 }, { scale: 1000 }, { width: 0 }, { scale: Number.NaN }])
      try {
        drawPng(picture('A'), bad)
        expect.unreachable()
      } catch (error) {
        expect(error).toBeInstanceOf(AppError)
        expect((error as AppError).problems[0]!.remedy).toContain('SVG')
      }
  })
})
