'use client'
import { useEffect, useState } from 'react'
import { svgSize } from '@/lib/export/png-size'
import { embedFonts } from './embed-fonts'

type PreviewProps = { svg: string; description: string; transparent: boolean; dark: boolean }

/** The very image that will be saved. */
export function Preview({ svg, description, transparent, dark }: PreviewProps) {
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    let current = true
    let made: string | undefined
    const show = (text: string) => {
      if (!current) return
      made = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml;charset=utf-8' }))
      setUrl(made)
    }
    // without its fonts the picture still shows, in the machine's own
    embedFonts(svg).then(show, () => show(svg))
    return () => {
      current = false
      if (made) URL.revokeObjectURL(made)
    }
  }, [svg])
  const { width, height } = svgSize(svg)
  return (
    <div
      className="flex min-h-0 items-center justify-center overflow-hidden rounded-md border border-line"
      style={
        transparent
          ? {
              backgroundImage: `repeating-conic-gradient(${dark ? '#1b2029 0% 25%, #12161d' : '#eeeeea 0% 25%, #ffffff'} 0% 50%)`,
              backgroundSize: '20px 20px',
            }
          : undefined
      }
    >
      {url && (
        // biome-ignore lint/performance/noImgElement: it is made here, there is nothing to optimize
        <img
          src={url}
          alt={description}
          width={width}
          height={height}
          className="max-h-[62vh] w-auto max-w-full object-contain"
        />
      )}
    </div>
  )
}
